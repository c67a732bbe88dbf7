import assert from 'node:assert/strict';
import { ministry } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, openCase, openOffice, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** A settled case on its way to the public: masked by one, passed by another, read by all, taken down by its reporter. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const path = ministryPaths(office);
const { verifier, secondVerifier } = office;
const { withPage } = browserTests(() => house.origin);

const text =
  'Kata Pak Slamet Riyadi beras bulan Agustus belum dikirim ke Dusun Mekar Jaya. Keluarga Rukmini juga belum. Rukmini sudah bertanya dua kali.';

withPage('Masked with the keyboard, passed, read by everybody, and taken down', {}, async (page) => {
  const citizen = office.citizen();
  const contact = { name: 'Sri Wahyuni', email: 'sri.wahyuni@warga.test' };
  const answer = 'Beras 10 kg untuk tiga keluarga di dusun itu sudah dikirim pada 20 November.';
  const matter = await path.settled(citizen, { text, secrecy: 'L0', contact }, { answer });

  await sitDown(page, house, verifier, `perkara/${matter.id}?tindakan=redaction`);
  const said = page.locator('.redacted', { hasText: 'Tulisan pelapor' });
  const everybodyReads = said.locator('.preview').last();
  await said.getByRole('button', { name: /^Slamet Riyadi/ }).waitFor();
  assert.match(await words(everybodyReads), /^Kata Pak \[nama\] beras .* ke \[alamat\]\. Keluarga Rukmini/);
  await page.getByLabel('Kata yang disamarkan').fill('rukmini');
  await page.getByRole('button', { name: 'Samarkan', exact: true }).press('Enter');
  await page.getByText('“rukmini” disamarkan di 2 tempat.').waitFor();
  assert.doesNotMatch(await words(everybodyReads), /Rukmini/);
  await said.getByRole('button', { name: /^Dusun Mekar Jaya/ }).press('Enter');
  assert.match(await words(everybodyReads), /ke Dusun Mekar Jaya\./, 'undone');
  await look(page, 'teks-umum-samaran');
  await page.getByLabel('Kata yang disamarkan').fill('Dusun Mekar Jaya');
  await page.getByLabel('Sebagai').selectOption({ label: 'alamat' });
  await page.getByRole('button', { name: 'Samarkan', exact: true }).click();
  await page.getByRole('button', { name: /^Simpan untuk diperiksa/ }).click();
  await page.getByText('menunggu diperiksa petugas lain').first().waitFor();

  await sitDown(page, house, secondVerifier);
  await openCase(page, matter, 'publication');
  await page.locator('.redacted mark').first().waitFor();
  await look(page, 'teks-umum-periksa');
  await page.getByRole('button', { name: /^Terbitkan/ }).click();
  await page.getByText('sekarang terbuka; pelapor diberi tahu').waitFor();
  await page.getByRole('link', { name: 'Lihat teksnya' }).click();

  await page.getByRole('heading', { name: 'Yang dilaporkan' }).waitFor();
  const shown = await words(page.locator('main'));
  assert.match(shown, /Kata Pak \[nama\] beras .* ke \[alamat\]\. Keluarga \[nama\] juga belum\./);
  assert.doesNotMatch(shown, /Rukmini|Slamet|Wahyuni/);
  await look(page, 'terbuka-satu');
  await page.getByRole('link', { name: 'Lihat semua laporan yang terbuka' }).click();
  await page.getByLabel('Kata yang dicari').fill('beras');
  await page.getByRole('button', { name: 'Cari' }).click();
  await page.getByRole('link', { name: 'Bantuan belum diterima' }).waitFor();
  await look(page, 'terbuka-daftar');

  await page.goto(`/lacak/${matter.code}`);
  await settled(page);
  await page.getByRole('heading', { name: 'Terbuka untuk umum' }).waitFor();
  await page.getByText('Saya tidak ingin teks itu terbuka').click();
  await look(page, 'terbuka-lacak');
  await page.getByRole('button', { name: 'Turunkan teks itu' }).click();
  await page.getByText('Teks laporan Anda sudah tidak terbuka untuk umum.').waitFor();
  await page.goto('/terbuka');
  await page.getByText('Belum ada laporan yang terbuka.').waitFor();
  await look(page, 'terbuka-kosong');
});
