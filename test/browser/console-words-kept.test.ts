import assert from 'node:assert/strict';
import { ministry } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openCase, openOffice, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** Whatever happens between typing and sending, the words are kept and the officer is told. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);
const { verifier, liaison, officer } = office;

withPage('Empty fields are named before anything is sent; a refusal keeps every word', {}, async (page) => {
  const matter = await path.verified(office.citizen());
  await sitDown(page, house, verifier);
  await openCase(page, matter, 'merger');
  await page
    .locator('form.act-form')
    .getByRole('button', { name: /^Gabungkan/ })
    .click();
  await page.getByText('Bagian ini perlu diisi.').waitFor();
  await page.getByLabel('Nomor perkara yang diikuti').fill(matter.number);
  assert.equal(await page.getByText('Bagian ini perlu diisi.').count(), 0, 'filled in is filled in');
  await page.keyboard.press('Control+Enter');
  const refused = page.getByRole('alert');
  await refused.waitFor();
  assert.match(await words(refused), /Yang Anda tulis masih ada di bawah\./);
  assert.equal(await page.getByLabel('Nomor perkara yang diikuti').inputValue(), matter.number);
  await look(page, 'tindakan-ditolak');
  await lookInEnglish(page, 'tindakan-ditolak');
});

withPage('A form left by mistake, by reload or by another page, is found as it was', {}, async (page) => {
  const matter = await path.accepted(office.citizen());
  await sitDown(page, house, officer);
  await openCase(page, matter, 'handling-report');
  await page.getByLabel('Temuan').fill('Kartu tertelan mesin sejak Agustus.');
  await page.getByRole('link', { name: 'Pekerjaan saya' }).first().click();
  await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
  await page.goBack();
  await settled(page);
  assert.equal(await page.getByLabel('Temuan').inputValue(), 'Kartu tertelan mesin sejak Agustus.');
  await page.reload();
  await settled(page);
  assert.equal(await page.getByLabel('Temuan').inputValue(), 'Kartu tertelan mesin sejak Agustus.');
  await page.getByText('Tulisan Anda yang belum terkirim dipulihkan.').waitFor();
  await page.getByRole('button', { name: 'Mulai dari awal' }).click();
  assert.equal(await page.getByLabel('Temuan').inputValue(), '');
});

withPage('Two people at once: the other is told what changed and keeps the words', {}, async (page) => {
  const matter = await path.accepted(office.citizen());
  await sitDown(page, house, officer);
  await openCase(page, matter, 'handling-report');
  await page.getByLabel('Temuan').fill('Kartu tertelan mesin sejak Agustus.');
  await page.getByLabel('Tindakan').fill('Kartu pengganti diminta.');
  await page.getByLabel('Jawaban untuk pelapor').fill('Kartu Anda sedang diganti.');
  await liaison.notes(matter, 'Bank minta surat kuasa.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Perkara ini berubah sejak Anda mulai menulis.').waitFor();
  await page.locator('.changed').getByText('Bank minta surat kuasa.').waitFor();
  assert.equal(await page.getByLabel('Temuan').inputValue(), 'Kartu tertelan mesin sejak Agustus.');
  await look(page, 'tindakan-berubah');
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Laporan penanganan perkara ${matter.number} dikirim untuk diperiksa.`).waitFor();

  // Somebody else does the whole of it: the words can still be copied, and nothing can be sent.
  const other = await path.accepted(office.citizen());
  await openCase(page, other, 'handling-report');
  await page.getByLabel('Temuan').fill('Tulisan yang tidak jadi dikirim.');
  await page.getByLabel('Tindakan').fill('Tidak ada.');
  await page.getByLabel('Jawaban untuk pelapor').fill('Tidak ada.');
  await liaison.writesReport(other);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Tindakan ini sekarang tidak terbuka lagi bagi Anda.').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Kirim laporan penanganan/ }).isDisabled(), true);
  assert.equal(await page.getByLabel('Temuan').inputValue(), 'Tulisan yang tidak jadi dikirim.');
  await look(page, 'tindakan-terlambat');
});

withPage(
  'No connection: nothing is sent, nothing is lost, and it is sent when there is one',
  {},
  async (page) => {
    const matter = await path.accepted(office.citizen());
    await sitDown(page, house, officer);
    await openCase(page, matter);
    await page.locator('#reply').fill('Petugas kami datang besok pagi.');
    await page.context().setOffline(true);
    await page.getByText('Tidak ada sambungan.').waitFor();
    await page.getByRole('button', { name: /^Kirim ke pelapor/ }).click();
    await page.getByText('Server tidak terjangkau.').waitFor();
    await look(page, 'tanpa-sambungan');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: /^Kirim ke pelapor/ }).click();
    await page.getByText('Pesan dikirim kepada pelapor.').waitFor();
    assert.equal(await page.locator('#reply').inputValue(), '');
  },
);
