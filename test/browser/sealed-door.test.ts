import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openWorkplace } from '../support/office.ts';
import { classification } from '../support/office-officer.ts';
import { instant } from '../support/office-time.ts';
import { insiderAtHome, inspectorAtWork } from '../support/sealed-door.ts';
import { look, lookInEnglish, openOffice, settled, sitDown } from './console-desk.ts';
import { assertAccessible, assertFits, keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';

/** The sealed door as a whistle-blower sees it, on pages without a script, and as the inspectorate does. */
const house = await openOffice(instant('2026-11-24 08:15'));
const workplace = await openWorkplace(house, 'kemensos');
const hire = async (name: string, role: string) => inspectorAtWork(await workplace.employ({ name, role }));
const verifier = await hire('Wira Kusuma', 'wbs-verifier');
const researcher = await hire('Teguh Laksana', 'wbs-researcher');
const insider = insiderAtHome(house, '203.0.113.77');
const { withPage } = browserTests(() => house.origin);
const story = 'Setiap akhir bulan vendor katering menyetor sepuluh persen lewat amplop di parkiran belakang.';

async function lookAt(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await assertAccessible(page);
    await assertFits(page);
    await keepPicture(page, `wbs-${name}-${width}`);
  }
  await page.setViewportSize({ width: 360, height: 780 });
}

withPage('From the form to the talk, without a cookie', { width: 360 }, async (page) => {
  await page.goto('/wbs');
  await lookAt(page, 'formulir');
  await page.getByRole('button', { name: 'Segel dan kirim' }).click();
  await page.getByRole('alert').waitFor();
  await lookAt(page, 'formulir-ditolak');
  await page.getByLabel('Apa yang terjadi').fill(story);
  await page.getByRole('button', { name: 'Segel dan kirim' }).click();
  await page.getByRole('heading', { name: 'Laporan Anda sudah disegel' }).waitFor();
  assert.doesNotMatch(page.url(), /[2-9A-Z]{4}-/, 'the code stands in no address');
  await lookAt(page, 'tanda-terima');
  const [{ id = '' } = {}] = await verifier.list();
  await verifier.does(id, 'question', { text: 'Siapa yang menerima amplopnya?' });
  await page.getByRole('button', { name: 'Buka percakapan' }).click();
  await page.getByRole('heading', { name: /bertanya kepada Anda/ }).waitFor();
  await lookAt(page, 'percakapan-tanya');
  await page.getByLabel('Jawaban Anda').fill('Kepala urusan rumah tangga.');
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('Jawaban Anda sudah sampai.').waitFor();
  await lookAt(page, 'percakapan');
  await page.goto('/wbs/lacak');
  await page.getByLabel('Kode Anda').fill('7KQM-4XRT-9DWP');
  await page.getByRole('button', { name: 'Buka' }).click();
  await page.getByRole('alert').waitFor();
  await lookAt(page, 'kode-tidak-ada');
  await page.getByRole('link', { name: 'English' }).click();
  await page.goto('/wbs?lang=en');
  await lookAt(page, 'form-en');
  assert.deepEqual(await page.context().cookies(), []);
});

withPage('The inspectorate has its list and its page, and leads from one to the other', {}, async (page) => {
  const code = await insider.reports('kemensos', 'Perjalanan dinas dua belas orang, yang berangkat tiga.');
  const id = (await verifier.list()).find(({ excerpt }) => excerpt.startsWith('Perjalanan'))?.id ?? '';
  await sitDown(page, house, verifier.officer);
  await page.getByRole('heading', { name: 'Pintu tersegel (WBS)', level: 1 }).waitFor();
  await look(page, 'wbs-daftar');
  await lookInEnglish(page, 'wbs-daftar');
  await page.getByRole('link', { name: /Perjalanan dinas dua belas/ }).click();
  await settled(page);
  await look(page, 'wbs-perkara');
  await page
    .getByRole('button', { name: /Verifikasi/ })
    .first()
    .click();
  await settled(page);
  await look(page, 'wbs-periksa-awal');
  await verifier.does(id, 'verification', { ...classification, title: 'Perjalanan dinas fiktif', note: '' });
  await researcher.does(id, 'research', {
    findings: 'Manifes penerbangan memuat tiga nama.',
    proceed: false,
  });
  await page.goto(`/konsol/wbs/${id}?tindakan=conclusion`);
  await settled(page);
  await look(page, 'wbs-menetapkan');
  await page.getByLabel('Terbukti', { exact: true }).check();
  await page
    .getByLabel('Jawaban untuk pelapor')
    .fill('Perjalanan itu terbukti fiktif; uangnya dikembalikan.');
  await page
    .getByRole('button', { name: /Tetapkan hasil/ })
    .last()
    .click();
  await page.getByText(/ditetapkan dan dapat dibaca pelapor/).waitFor();
  await settled(page);
  await look(page, 'wbs-ditetapkan');
  assert.match((await insider.looks(code)).words, /Terbukti.*Perjalanan itu terbukti fiktif/s);
});
