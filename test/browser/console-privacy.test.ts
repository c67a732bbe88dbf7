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
