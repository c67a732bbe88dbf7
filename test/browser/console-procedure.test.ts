import assert from 'node:assert/strict';
import { ministry } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { keeperAtWork, withRow } from '../support/office-procedures.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, lookInTheDark, openOffice, settled, sitDown } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** The page of a released version: its form, its files, its versions, and what it would do at other loads. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const id = 'kemensos/pengelolaan-sp4n-lapor';
const sari = keeperAtWork(await office.employ({ name: 'Sari Wulandari', role: 'procedure-manager' }));
const budi = keeperAtWork(await office.employ({ name: 'Budi Santoso', role: 'procedure-manager' }));
const paths = ministryPaths(office);
for (let count = 0; count < 3; count += 1) await paths.sent(office.citizen());
await paths.answered(office.citizen());
const draft = await sari.starts({
  procedureId: id,
  basedOn: { procedureId: id, version: 1 },
  reason: 'Waktu verifikasi dan tindak lanjut dicantumkan',
});
await sari.changes(draft.id, (document) =>
  withRow(withRow(document, '3', { limit: { amount: 1, unit: 'workingDay' } }), '6', {
    limit: { amount: 4, unit: 'workingDay' },
  }),
);
await budi.releases(draft.id);
const { withPage } = browserTests(() => house.origin);

withPage('A released version shows its form, its identity and its files', {}, async (page) => {
  await sitDown(page, house, sari.officer, `sop/${id}`);
  await page.getByText('Perkara baru mengikuti versi ini.').waitFor();
  await page.locator('.version-sheets svg').first().waitFor();
  await page.evaluate('document.fonts.ready');
  await look(page, 'sop-versi-bagan');
  await lookInEnglish(page, 'sop-versi-bagan');
  for (const [name, file] of [
    ['PDF untuk ditandatangani', 'pdf'],
    ['gambar (SVG)', 'svg'],
    ['BPMN 2.0 untuk aplikasi pemodelan', 'bpmn'],
    ['YAML', 'yaml'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    assert.match((await download).suggestedFilename(), new RegExp(`v2\\.${file}$`));
  }
  await page.getByRole('link', { name: 'Tabel dan identitas' }).click();
  await page.getByRole('rowheader', { name: '8b' }).waitFor();
  await look(page, 'sop-versi-tabel');
});

withPage('Versions say who released them, when, and by which decree', {}, async (page) => {
  await sitDown(page, house, sari.officer, `sop/${id}?bagian=versi`);
  await page.getByText('17/SJ/HK.01/11/2026').waitFor();
  const list = page.getByRole('list', { name: 'Versi' });
  for (const said of ['Budi Santoso', 'Sari Wulandari', 'Senin, 23 November 2026', 'Berlaku sejak dirilis.'])
    await list.getByText(said).first().waitFor();
  await look(page, 'sop-versi-daftar');
  await lookInEnglish(page, 'sop-versi-daftar');
  await page.getByRole('link', { name: 'Versi 1', exact: true }).click();
  await page.getByText('perkara baru mengikuti versi 2').waitFor();
  await look(page, 'sop-versi-lama');
  await page.getByRole('link', { name: 'Buka versi yang berlaku' }).click();
  await page.getByText('Perkara baru mengikuti versi ini.').waitFor();
});

withPage(
  'The next version begins from the one that is shown; figures are one step away',
  {},
  async (page) => {
    await sitDown(page, house, sari.officer, `sop/${id}?versi=1`);
    await page.getByRole('button', { name: 'Susun versi berikutnya' }).click();
    await page.getByLabel('Alasan perubahan').fill('Disusun ulang dari versi pertama');
    await look(page, 'sop-versi-mulai');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.waitForURL(/\/konsol\/sop\/naskah\//);
    const drafts = await sari.lists();
    assert.equal(drafts.items[0]?.basedOn?.version, 1);
    await page.goto(`/konsol/sop/${id}`);
    await settled(page);
    await page.getByRole('link', { name: 'Lihat kepatuhannya' }).click();
    await page.getByRole('heading', { name: 'Kepatuhan SOP' }).waitFor();
    assert.match(page.url(), /version=2/);
  },
);

withPage('An SOP is tried out at one, two and ten times the load, the same for a seed', {}, async (page) => {
  await sitDown(page, house, sari.officer, `sop/${id}?bagian=simulasi`);
  await page.getByRole('heading', { name: 'Simulasi' }).waitFor();
  await look(page, 'simulasi-awal');
  await page.getByText('Pengaturan lain').click();
  await page.getByLabel('Hari kerja yang diukur').fill('500');
  await page.getByRole('button', { name: 'Simulasikan' }).click();
  await page.locator('.simulation .field-error').first().waitFor();
  await look(page, 'simulasi-ditolak');
  await page.getByLabel('Hari kerja yang diukur').fill('10');
  await page.getByLabel('Laporan masuk per hari kerja').fill('20');
  await page.getByRole('spinbutton', { name: 'Verifikator' }).fill('1');
  await page.getByRole('button', { name: 'Simulasikan' }).click();
  await page.getByRole('heading', { name: 'Di mana kewalahan' }).waitFor({ timeout: 60_000 });
  await page.getByText(/^Verifikator: 1 orang/).waitFor();
  const shown = await page.locator('.simulated').textContent();
  await look(page, 'simulasi-hasil');
  await lookInTheDark(page, 'simulasi-hasil');

  // Left and come back to: the answer is still there, and asking again gives the same.
  await page.getByRole('link', { name: 'Bagan alir' }).click();
  await page.locator('.version-sheets svg').first().waitFor();
  await page.getByRole('link', { name: 'Simulasi' }).click();
  assert.equal(await page.locator('.simulated').textContent(), shown);
  await page.reload();
  await settled(page);
  await page.getByText('Pengaturan lain').click();
  await page.getByLabel('Hari kerja yang diukur').fill('10');
  await page.getByLabel('Laporan masuk per hari kerja').fill('20');
  await page.getByRole('spinbutton', { name: 'Verifikator' }).fill('1');
  await page.getByRole('button', { name: 'Simulasikan' }).click();
  await page.getByRole('heading', { name: 'Di mana kewalahan' }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('.simulated').textContent(), shown);
});

withPage('Past cases are run again through it, in English', {}, async (page) => {
  await sitDown(page, house, sari.officer, `sop/${id}?bagian=simulasi`);
  await page.evaluate(`localStorage.setItem('tuntas.language', 'en')`);
  await page.reload();
  await settled(page);
  await page.getByLabel('Arrived from').fill('2026-11-01');
  await page.getByLabel('Until').fill('2026-11-30');
  await page.getByText('More settings').click();
  await page.getByLabel('Working days measured').fill('10');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByRole('heading', { name: 'Real cases run again' }).waitFor({ timeout: 60_000 });
  await page.getByText(/^4 cases; /).waitFor();
  await look(page, 'simulasi-hasil-en');
});

withPage('Two versions are set side by side, word for word', {}, async (page) => {
  await sitDown(page, house, sari.officer, `sop/${id}?bagian=banding`);
  await page.getByText('Versi 2 dibandingkan dengan').waitFor();
  await page.getByRole('heading', { name: /Langkah 6/ }).waitFor();
  await page.locator('.changes ins').filter({ hasText: '4 hari kerja' }).waitFor();
  await page.getByRole('row', { name: /Tanggal.*Senin, 23 November 2026/ }).waitFor();
  await look(page, 'sop-versi-banding');
  await lookInEnglish(page, 'sop-versi-banding');
  await page.goto('/konsol/sop/nasional/sp4n?bagian=banding');
  await page.getByText('SOP ini baru punya satu versi.').waitFor();
});

withPage('A draft is simulated as it is saved, and again when it has changed', {}, async (page) => {
  const open = await sari.starts({
    procedureId: id,
    basedOn: { procedureId: id, version: 2 },
    reason: 'Dicoba dahulu',
  });
  await sitDown(page, house, sari.officer, `sop/naskah/${open.id}?bagian=simulasi`);
  await page.getByText('Pengaturan lain').click();
  await page.getByLabel('Hari kerja yang diukur').fill('5');
  await page.getByRole('button', { name: 'Simulasikan' }).click();
  await page.getByRole('heading', { name: 'Di mana kewalahan' }).waitFor({ timeout: 60_000 });
  await page.locator('.promises').getByText('4 hari kerja', { exact: true }).waitFor();
  await look(page, 'simulasi-rancangan');
  await sari.changes(open.id, (document) =>
    withRow(document, '6', { limit: { amount: 9, unit: 'workingDay' } }),
  );
  await page.reload();
  await settled(page);
  assert.equal(await page.locator('.simulated').count(), 0, 'what was counted of another text is not shown');
  await page.getByRole('button', { name: 'Simulasikan' }).click();
  await page.getByRole('heading', { name: 'Di mana kewalahan' }).waitFor({ timeout: 60_000 });
  await page.locator('.promises').getByText('9 hari kerja', { exact: true }).waitFor();
});

withPage('A long count says how far it is, and can be stopped', {}, async (page) => {
  await sitDown(page, house, sari.officer, `sop/${id}?bagian=simulasi`);
  await page.getByRole('button', { name: 'Simulasikan' }).click();
  await page.getByRole('progressbar', { name: 'Kemajuan hitungan, menurut perkiraan' }).waitFor();
  await page.getByText(/^Menghitung… biasanya \d+ detik\.$/).waitFor();
  await look(page, 'simulasi-menghitung');
  await page.getByRole('button', { name: 'Hentikan' }).click();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.simulated').count(), 0);
  assert.equal(await page.getByRole('alert').count(), 0);
});
