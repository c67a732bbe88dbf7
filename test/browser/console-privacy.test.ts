import assert from 'node:assert/strict';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openOffice, settled, sitDown } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** The privacy officer's desk: whom people ask, what is done with personal data, and what went wrong. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const officer = await office.employ({ name: 'Dewi', role: 'privacy-officer' });
const { withPage } = browserTests(() => house.origin);

withPage('A contact is named, and a breach recorded, told of and written down', {}, async (page) => {
  await sitDown(page, house, officer, 'data-pribadi?bagian=daftar');
  await page.getByRole('button', { name: 'Isi kontak' }).click();
  const contact = page.getByRole('dialog', { name: 'Kontak pelindungan data' });
  await contact.getByRole('button', { name: 'Simpan' }).click();
  await contact.getByRole('alert').waitFor();
  await look(page, 'data-pribadi-kontak-ditolak');
  await contact.getByLabel('Surel').fill('pdp@kemensos.test');
  await contact.getByRole('button', { name: 'Simpan' }).click();
  await page.getByText('pdp@kemensos.test').waitFor();
  await look(page, 'data-pribadi-daftar');
  await lookInEnglish(page, 'data-pribadi-daftar');

  await page.getByRole('link', { name: 'Kegagalan pelindungan' }).click();
  await page.getByText('Belum ada kejadian').waitFor();
  await look(page, 'data-pribadi-kejadian-kosong');
  await page.getByRole('button', { name: 'Catat kejadian' }).click();
  const form = page.getByRole('dialog', { name: 'Catat kejadian' });
  await form.getByLabel('Sebutan singkat').fill('Surel jawaban terkirim ke alamat yang salah');
  await form
    .getByLabel('Kapan dan bagaimana terjadi')
    .fill('Selasa pagi satu jawaban terkirim ke orang lain.');
  await form.getByLabel('nama dan kontak pelapor').check();
  await look(page, 'data-pribadi-kejadian-isian');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('heading', { name: 'Surel jawaban terkirim' }).waitFor();
  await settled(page);
  await look(page, 'data-pribadi-kejadian');
  await page.getByRole('button', { name: /^Buka naskah.*Kepada lembaga/ }).click();
  const notice = page.getByRole('dialog', { name: 'Kepada lembaga' });
  assert.match(await notice.getByLabel('Naskah', { exact: true }).inputValue(), /nama dan kontak pelapor/);
  await look(page, 'data-pribadi-naskah');
  await notice.getByRole('button', { name: 'Catat sudah dikirim' }).click();
  await page.getByText('Pemberitahuan tercatat.').waitFor();
  await settled(page);
  await look(page, 'data-pribadi-kejadian-terkirim');
  await lookInEnglish(page, 'data-pribadi-kejadian-terkirim');
});

const contact = { name: 'Sri Wahyuni', phone: '0812 3456 7890' };

withPage(
  'A reporter sees their data, corrects them and has them restricted; the officer answers',
  {},
  async (page) => {
    const matter = await office.citizen().files('Bantuan belum cair sejak Juli.', { contact });
    await page.goto(`/lacak/${matter.code}`);
    await page.getByRole('link', { name: 'Lihat semua data Anda' }).click();
    await page.getByRole('heading', { name: 'Data Anda dalam laporan ini' }).waitFor();
    await look(page, 'data-saya');
    await page.getByText('Betulkan nama atau kontak').click();
    await page.getByLabel('Nomor HP').fill('dua');
    await page.getByRole('button', { name: 'Simpan pembetulan' }).click();
    await page.getByRole('alert').waitFor();
    await look(page, 'data-saya-ditolak');
    await page.getByLabel('Nomor HP').fill('0813 0000 1111');
    await page.getByRole('button', { name: 'Simpan pembetulan' }).click();
    await page.getByText('Kontak Anda sudah dibetulkan').waitFor();
    await page.getByText('Ajukan permintaan').click();
    await page.getByLabel('Batasi data saya').check();
    await page.getByLabel('Alasan Anda').fill('Saya diancam.');
    await look(page, 'data-saya-permintaan');
    await page.getByRole('button', { name: 'Kirim permintaan' }).click();
    await page.getByText('Data Anda sedang dibatasi.').waitFor();
    await look(page, 'data-saya-dibatasi');

    await sitDown(page, house, officer, 'data-pribadi');
    await look(page, 'data-pribadi-permintaan');
    await lookInEnglish(page, 'data-pribadi-permintaan');
    await page.getByRole('button', { name: `Jawab ${matter.number}` }).click();
    const answer = page.getByRole('dialog');
    await answer.getByLabel('Jawaban kepada pelapor').fill('Kami batasi sampai Anda mencabutnya.');
    await look(page, 'data-pribadi-jawaban');
    await answer.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByText('Jawaban tersimpan').waitFor();
  },
);

withPage('What has been kept long enough is listed before anybody destroys it', {}, async (page) => {
  const matter = await office.citizen().files('Sudah lama.', { contact });
  await office.citizen().withdraws(matter, 'Selesai.');
  house.clock.set(instant('2027-12-01 08:15'));
  await sitDown(page, house, officer, 'data-pribadi?bagian=retensi');
  await page.getByRole('link', { name: matter.number }).waitFor();
  await look(page, 'data-pribadi-retensi');
  await lookInEnglish(page, 'data-pribadi-retensi');
});
