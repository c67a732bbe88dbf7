import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/main/root.ts';
import { ministry } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openCase, openOffice, sitDown } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** Cases that leave the main path, cases of others, and the sealed identity. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);
const { verifier, officer } = office;

withPage('Referred, archived, merged: the page says why, and where it goes on', {}, async (page) => {
  const [one, two, three, four] = [
    await path.filed(office.citizen()),
    await path.filed(office.citizen()),
    await path.filed(office.citizen()),
    await path.filed(office.citizen()),
  ];
  await verifier.refers(
    one,
    'Dinas Pendidikan Kabupaten Bandung',
    'Sekolah dasar adalah kewenangan kabupaten.',
  );
  await verifier.archives(two, 'spam', 'Kiriman massal yang sama dari satu nomor.');
  await verifier.merges(three, four);
  await sitDown(page, house, verifier);
  for (const [matter, name] of [
    [one, 'diteruskan'],
    [two, 'diarsipkan'],
    [three, 'digabung'],
    [four, 'diikuti'],
  ] as const) {
    await openCase(page, matter);
    await look(page, `perkara-${name}`);
    await lookInEnglish(page, `perkara-${name}`);
  }
  await page.getByRole('link', { name: three.number }).click();
  await page.getByRole('link', { name: four.number }).waitFor();
});

withPage('A case that is not theirs is answered like one that does not exist', {}, async (page) => {
  const matter = await path.accepted(office.citizen());
  await sitDown(page, house, office.otherOfficer);
  await page.goto(`/konsol/perkara/${matter.id}`);
  await page.getByRole('alert').waitFor();
  await look(page, 'perkara-tidak-ada');
  await lookInEnglish(page, 'perkara-tidak-ada');
  await page.goto('/konsol/tidak/ada');
  await page.getByRole('link', { name: 'Kembali ke halaman awal' }).click();
  await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
});

withPage('An identity is opened for a purpose, for a while, with the family card', {}, async (page) => {
  const citizen = office.citizen();
  const matter = await path.accepted(citizen);
  const card = { name: 'kk.pdf', content: Buffer.from('%PDF-1.4\n%%EOF\n') };
  assert.equal((await citizen.brings(matter, card, 'family-card')).status, 200);
  await sitDown(page, house, officer, `perkara/${matter.id}`);
  await page.getByText('Kartu Keluarga, tersegel').waitFor();
  await page.getByRole('button', { name: 'Buka identitas' }).click();
  await page.getByRole('button', { name: /^Buka sebentar/ }).click();
  assert.equal(await page.getByText('Bagian ini perlu diisi.').count(), 2, 'purpose and reason');
  await page.getByRole('radio', { name: 'Menghubungi pelapor untuk menjawab' }).check();
  await page.getByLabel('Alasan, satu kalimat').fill('Menanyakan alamat rumah.');
  await look(page, 'identitas-alasan');
  await page.getByRole('button', { name: /^Buka sebentar/ }).click();
  await page.getByText('sri@warga.test').waitFor();
  await look(page, 'identitas-terbuka');
  const file = page.getByRole('link', { name: 'Kartu Keluarga' });
  const answer = await page.request.get(String(await file.getAttribute('href')));
  assert.equal(answer.status(), 200);
  await page.getByRole('button', { name: 'Tutup sekarang' }).click();
  assert.equal(await page.getByText('sri@warga.test').count(), 0);
  await page.getByText(/^Terakhir dibuka/).waitFor();
});

withPage('The same in English', {}, async (page) => {
  const matter = await path.accepted(office.citizen());
  await page.addInitScript("localStorage.setItem('tuntas.language', 'en')");
  await sitDown(page, house, officer, `perkara/${matter.id}`);
  await page.getByRole('button', { name: 'Open the identity' }).click();
  await page.getByRole('button', { name: /^Open for a while/ }).click();
  await page.getByRole('radio', { name: 'Contacting the reporter to answer' }).check();
  await look(page, 'identitas-alasan-en');
  await page.getByLabel('Reason, in one sentence').fill('Asking for the address.');
  await page.getByRole('button', { name: /^Open for a while/ }).click();
  await page.getByText('sri@warga.test').waitFor();
  await look(page, 'identitas-terbuka-en');
  await page.getByRole('button', { name: 'Hide now' }).click();
  await page.getByText('sri@warga.test').waitFor({ state: 'detached' });
});

withPage(
  'A case is taken away with its proof, for a purpose; the script for outsiders finds it whole',
  {},
  async (page) => {
    const matter = await path.accepted(office.citizen());
    await sitDown(page, house, office.inspector, `perkara/${matter.id}`);
    await page.getByRole('button', { name: 'Unduh berkas' }).click();
    await look(page, 'berkas-perkara');
    await page.getByLabel('Untuk keperluan apa?').selectOption({ label: 'Pengadilan' });
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Unduh', exact: true }).click();
    const download = await downloading;
    assert.equal(download.suggestedFilename(), `berkas-perkara-${matter.number}.json`);
    const script = join(root, 'scripts/verify-dossier.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script, await download.path()]);
    assert.match(stdout, /Everything fits/);
    await page.getByText('pengunduhan ini tercatat').waitFor();
    await lookInEnglish(page, 'berkas-perkara');
  },
);
