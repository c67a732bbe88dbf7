import assert from 'node:assert/strict';
import { ministry, polytechnic, polytechnicUnits } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, lookInTheDark, openOffice, settled, sitDown, words } from './console-desk.ts';
import { fillDesks } from './console-world.ts';
import { browserTests } from './open-browser.ts';

/** The compliance page: its figures, its filters, the list behind a figure; with nothing, and with an error. */
const house = await openOffice(instant('2026-10-12 08:00'));
const campus = await polytechnic(house);
const office = await ministry(house);
await runCampus();
await office.until('2026-11-05 08:00');
await fillDesks(office, 40);
await office.until('2026-11-24 10:20');
const { withPage } = browserTests(() => house.origin);

/** Some weeks of the polytechnic: most in time, some not, one sent back, one still with the unit. */
async function runCampus(): Promise<void> {
  const citizen = campus.citizen();
  for (const day of ['2026-10-12', '2026-10-20', '2026-10-27', '2026-11-03']) {
    await campus.until(`${day} 09:00`);
    const quick = await citizen.files('UKT saya ditagih dua kali, padahal KRS ditutup besok.');
    const slow = await citizen.files('Laboratorium bahasa tidak dapat dipakai sejak September.');
    await campus.admin.verifies(quick, { title: 'UKT ditagih dua kali' });
    await campus.liaison.sendsTo(quick, campus.unit(polytechnicUnits.finance));
    await campus.officer.accepts(quick);
    await campus.officer.answers(quick, 'Tagihan kedua sudah dibatalkan; KRS dapat diisi.');
    await campus.liaison.releases(quick);
    await citizen.confirms(quick, 5);
    await campus.until(`${day} 15:00`);
    await campus.admin.verifies(slow, { title: 'Laboratorium bahasa tidak dapat dipakai' });
    await campus.liaison.sendsTo(slow, campus.unit(polytechnicUnits.academic));
  }
}

withPage('How far the SOP was kept, step by step, each figure with its list', {}, async (page) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await sitDown(page, house, campus.admin, 'kepatuhan');
  await page.getByRole('heading', { name: 'Indikator keberhasilan' }).waitFor();
  await page.getByText('Bunyi SOP: “Semua proses laporan masyarakat diproses sesuai dengan jadwal').waitFor();
  await page.locator('.chart svg').waitFor();
  await page.evaluate('document.fonts.ready');
  await look(page, 'kepatuhan');
  await lookInEnglish(page, 'kepatuhan');
  await lookInTheDark(page, 'kepatuhan');
  const late = page.getByRole('link', { name: /^Terlambat, langkah 4: \d+; buka daftarnya$/ });
  const count = await words(late);
  await late.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `Terlambat: ${count} kali` }).waitFor();
  await settled(page);
  assert.equal(await page.locator('.figure-cases tbody tr').count(), Number(count));
  await look(page, 'kepatuhan-daftar');
  await page.getByRole('link', { name: 'Kembali ke kepatuhan' }).click();
  await page.getByRole('heading', { name: 'Kepatuhan SOP' }).waitFor();
  const units = page.locator('section[aria-labelledby="h-units"]');
  await units.getByRole('link', { name: /^Terlambat: \d+; buka daftarnya$/ }).click();
  await page.getByRole('heading', { name: /^Terlambat: \d+ kali$/ }).waitFor();
  await page.goBack();
  await page
    .getByRole('row', { name: /^Okt 2026/ })
    .getByRole('link', { name: /^Sesuai jadwal: \d+; buka daftarnya$/ })
    .click();
  await page.getByRole('heading', { name: /^Sesuai jadwal: \d+ perkara$/ }).waitFor();
  assert.deepEqual(errors, []);
});

withPage('A past day is chosen, and said; the CSV holds the same', {}, async (page) => {
  await sitDown(page, house, campus.admin, 'kepatuhan?asOf=2026-10-20&from=2026-10-01');
  await page.getByText('seperti diketahui Selasa, 20 Oktober 2026, 23.59 WIB').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh CSV' }).click();
  assert.equal((await download).suggestedFilename(), 'politeknik-pengaduan-online.csv');
  await page.getByLabel('Dari tanggal').fill('2024-01-01');
  await page.getByLabel('Sampai tanggal').fill('2024-02-01');
  await page.getByLabel('Seperti pada tanggal').fill('2024-02-01');
  await page.getByText('Belum ada perkara dengan prosedur ini pada masa yang dipilih.').waitFor();
  await look(page, 'kepatuhan-kosong');
  await page.getByLabel('Sampai tanggal').fill('2023-02-01');
  await page.getByText('Di luar batas yang boleh.').waitFor();
  await look(page, 'kepatuhan-ditolak');
});

withPage('The ministry: a promise for the whole, decisions, optional rows', {}, async (page) => {
  await sitDown(page, house, office.controlCentre, 'kepatuhan');
  await page.getByRole('heading', { name: 'Janji keseluruhan' }).waitFor();
  await page.locator('.chart svg').waitFor();
  await look(page, 'kepatuhan-kemensos');
});
