import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { codeOfApp } from '../support/code-of-app.ts';
import { ministry } from '../support/office-casts.ts';
import { everyonesPassword } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openCase, openOffice, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** The second step of signing in, and the proof that sensitive acts ask for. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);

withPage('A role leads through enrolment; a code or a recovery code opens from then on', {}, async (page) => {
  const person = await office.employ({ name: 'Teuku', role: 'privacy-officer' });
  await givePassword(page, person.email);
  await page.getByRole('heading', { name: 'Siapkan langkah kedua' }).waitFor();
  await page.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' }).waitFor();
  await look(page, 'langkah-kedua-siapkan');
  const secret = (await words(page.locator('code.key'))).replaceAll(' ', '');
  await page.getByLabel('Kode dari aplikasi').fill('000000');
  await page.keyboard.press('Enter');
  await page.getByText('Kode tidak cocok').waitFor();
  await page.getByLabel('Kode dari aplikasi').fill(codeOfApp(secret, house.clock.now()));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Kode cadangan' }).waitFor();
  await look(page, 'langkah-kedua-kode-cadangan');
  const codes = await page.locator('.codes code').allTextContents();
  assert.equal(codes.length, 10);
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
  await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();

  await page.goto('/konsol/akun');
  await page.getByText('10 kode belum terpakai').waitFor();
  await look(page, 'akun-langkah-kedua');
  await lookInEnglish(page, 'akun-langkah-kedua');
  assert.equal(await page.getByRole('button', { name: 'Lepas langkah kedua' }).count(), 0);

  await page.context().clearCookies();
  house.clock.set(later(60));
  await givePassword(page, person.email);
  await page.getByLabel('Kode', { exact: true }).waitFor();
  await look(page, 'langkah-kedua');
  await page.getByLabel('Kode', { exact: true }).fill('123456');
  await page.keyboard.press('Enter');
  await page.getByText('Kode tidak cocok').waitFor();
  await page.getByLabel('Kode', { exact: true }).fill(codes[0] ?? '');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
  await page.goto('/konsol/akun');
  await page.getByText('9 kode belum terpakai').waitFor();
});

withPage(
  'An identity is opened after a proof asked for in place; what was typed is sent',
  {},
  async (page) => {
    const matter = await path.accepted(office.citizen());
    await sitDown(page, house, office.officer);
    await openCase(page, matter);
    house.clock.set(later(11 * 60));
    await page.getByRole('button', { name: 'Buka identitas', exact: true }).click();
    await page.getByLabel('Alasan, satu kalimat').fill('Menelepon untuk memastikan alamat.');
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Buka sebentar' }).click();
    const proof = page.getByRole('dialog', { name: 'Buktikan lagi bahwa ini Anda' });
    await proof.waitFor();
    await look(page, 'bukti-lagi');
    await proof.getByLabel('Kata sandi', { exact: true }).fill('bukan ini');
    await page.keyboard.press('Enter');
    await proof.getByRole('alert').waitFor();
    await proof.getByLabel('Kata sandi', { exact: true }).fill(everyonesPassword);
    await page.keyboard.press('Enter');
    await proof.waitFor({ state: 'detached' });
    await page.locator('.revealed').waitFor();
  },
);

async function givePassword(page: Page, email: string): Promise<void> {
  await page.goto('/konsol/');
  await settled(page);
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(everyonesPassword);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

function later(seconds: number): string {
  return new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString();
}
