import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from 'playwright-core';
import { ministry } from '../support/office-casts.ts';
import { codeOf, knock } from '../support/office-door.ts';
import { everyonesPassword } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { signInProvider } from '../support/sign-in-provider.ts';
import { look, lookInEnglish, openCase, openOfficeAt, settled, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';
import { freePort } from './open-house.ts';

/** Signing in and proving who one is by something else than a password: a real provider on another site, a passkey. */
const port = await freePort();
const provider = await signInProvider(`http://localhost:${port}`, { after });
const house = await openOfficeAt(port, instant('2026-11-24 08:15'), provider.env);
const office = await ministry(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);
const elsewhere = [provider.issuer];

withPage(
  'An administrator links an account and a group; its owner signs in by it',
  { elsewhere },
  async (page) => {
    const admin = await office.employ({ name: 'Admin', role: 'system-administrator' });
    provider.accounts.set('officer', { subject: 'f:ldap:4711', groups: ['/petugas/anak'] });
    await sitDown(page, house, admin, 'petugas');
    await page.getByLabel('Cari nama atau surel').fill(office.officer.email);
    await page.getByRole('button', { name: `Tindakan lain untuk ${office.officer.name}` }).click();
    await page.getByRole('menuitem', { name: 'Hubungkan dengan Akun Kementerian' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Pengenal (subject)').fill('f:ldap:4711');
    await look(page, 'hubungkan-akun');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('masuk lewat Akun Kementerian').waitFor();

    await page.getByRole('link', { name: 'Peran dari grup' }).click();
    await page.getByRole('button', { name: 'Tambah grup' }).click();
    await page.getByLabel('Nama grup').fill('/petugas/anak');
    await page.getByLabel('Peran', { exact: true }).selectOption({ label: 'Petugas kanal' });
    await look(page, 'grup-tambah');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('rowheader', { name: '/petugas/anak' }).waitFor();
    await look(page, 'grup');
    await lookInEnglish(page, 'grup');

    await page.context().clearCookies();
    await page.goto('/konsol/');
    await settled(page);
    await look(page, 'masuk-penyedia');
    await lookInEnglish(page, 'masuk-penyedia');
    await signInThere(page, 'tidak ada');
    await page.getByText('Masuk dibatalkan').waitFor();
    assert.equal(new URL(page.url()).search, '', 'the address keeps nothing');
    await look(page, 'masuk-penyedia-batal');
    await signInThere(page, 'officer');
    await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
    await page.getByRole('link', { name: 'Catat laporan' }).first().waitFor();

    await page.getByRole('button', { name: /Akun/ }).click();
    await page.getByRole('menuitem', { name: 'Keluar' }).click();
    await page.waitForURL(`${provider.issuer}/**`);
  },
);

withPage('A proof is given at the provider in a window above the page', { elsewhere }, async (page) => {
  const matter = await path.accepted(office.citizen());
  await sitDown(page, house, office.officer);
  await openCase(page, matter);
  house.clock.set(new Date(Date.parse(house.clock.now()) + 11 * 60_000).toISOString());
  await page.getByRole('button', { name: 'Buka identitas', exact: true }).click();
  await page.getByLabel('Alasan, satu kalimat').fill('Menelepon untuk memastikan alamat.');
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Buka sebentar' }).click();
  const proof = page.getByRole('dialog', { name: 'Buktikan lagi bahwa ini Anda' });
  await proof.waitFor();
  const opened = page.context().waitForEvent('page');
  await proof.getByRole('button', { name: 'Buktikan lewat Akun Kementerian' }).click();
  const popup = await opened;
  await popup.getByLabel('Nama').waitFor();
  await look(page, 'bukti-penyedia');
  await popup.getByLabel('Nama').fill('officer');
  await popup.getByRole('button', { name: 'Masuk' }).click();
  await proof.waitFor({ state: 'detached' });
  await page.locator('.revealed').waitFor();
  assert.match(await words(page.locator('.revealed')), /Sri|0812/);
});

withPage(
  'A passkey is made, opens the console alone and as the second step, proves, and is removed',
  {},
  async (page) => {
    const device = await virtualDevice(page);
    const person = await office.employ({ name: 'Putri', role: 'privacy-officer' });
    const door = async (): Promise<void> => {
      await page.context().clearCookies();
      await page.goto('/konsol/');
      await settled(page);
    };
    await door();
    await look(page, 'masuk-kunci-sandi');
    await page.getByLabel('Surel').fill(person.email);
    await page.getByLabel('Kata sandi', { exact: true }).fill(everyonesPassword);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('button', { name: 'Pakai kunci sandi saja' }).click();
    await look(page, 'kunci-sandi-siapkan');
    await page.getByLabel('Nama kunci sandi').fill('Ponsel');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kode cadangan' }).waitFor();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();

    await door();
    const sent = page.waitForRequest((request) => request.url().endsWith('/session/passkey'));
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
    const answered = (await sent).postDataJSON() as object;
    await page.getByRole('button', { name: /Putri/ }).waitFor();
    assert.equal(
      codeOf(await knock(house, { path: '/session/passkey', body: answered })),
      'passkey-refused',
      'twice',
    );

    await door();
    await device.verifiesOwner(false);
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click();
    await page.getByRole('alert').waitFor();
    await device.verifiesOwner(true);
    await page.getByLabel('Surel').fill(person.email);
    await page.getByLabel('Kata sandi', { exact: true }).fill(everyonesPassword);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('button', { name: 'Pakai kunci sandi' }).click();
    await page.getByRole('button', { name: /Putri/ }).waitFor();

    await page.goto('/konsol/akun');
    await settled(page);
    await look(page, 'akun-kunci-sandi');
    await lookInEnglish(page, 'akun-kunci-sandi');
    await page.getByRole('button', { name: 'Ganti nama Ponsel' }).click();
    await page.getByLabel('Nama kunci sandi').fill('Ponsel kantor');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: /Ponsel kantor/ }).waitFor();

    house.clock.set(new Date(Date.parse(house.clock.now()) + 11 * 60_000).toISOString());
    await page.getByRole('button', { name: 'Hapus Ponsel kantor' }).click();
    await page.getByRole('button', { name: 'Ya, hapus Ponsel kantor' }).click();
    const proof = page.getByRole('dialog', { name: 'Buktikan lagi bahwa ini Anda' });
    await proof.getByRole('button', { name: 'Buktikan dengan kunci sandi' }).waitFor();
    await look(page, 'bukti-kunci-sandi');
    await proof.getByRole('button', { name: 'Buktikan dengan kunci sandi' }).click();
    await proof.waitFor({ state: 'detached' });
    await page.getByText('Peran Anda mewajibkan langkah kedua').waitFor();
  },
);

withPage(
  'An invitation is handed over, and opens with a password or a passkey of its holder',
  {},
  async (page) => {
    await virtualDevice(page);
    const admin = await office.employ({ name: 'Admin undangan', role: 'system-administrator' });
    await sitDown(page, house, admin, 'petugas');
    await page.getByRole('button', { name: 'Tambah petugas' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nama', { exact: true }).fill('Bu Undangan');
    await dialog.getByLabel('Surel').fill('bu.undangan@uji.test');
    await look(page, 'undang');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    const link = await words(page.locator('code.secret'));
    await look(page, 'undangan-tautan');
    await page.getByRole('button', { name: 'Sudah dicatat' }).click();
    await page.getByLabel('Cari nama atau surel').fill('bu.undangan');
    await page.getByText(/tautan dibuat, berlaku sampai/).waitFor();
    await look(page, 'petugas-diundang');

    await page.context().clearCookies();
    await page.goto(link);
    await settled(page);
    await page.getByText('Undangan untuk Bu Undangan').waitFor();
    await look(page, 'undangan');
    await lookInEnglish(page, 'undangan');
    await page.getByLabel('Nama kunci sandi').fill('Laptop');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Kode cadangan' }).waitFor();
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.getByRole('button', { name: /Bu Undangan/ }).waitFor();

    await page.context().clearCookies();
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText('Undangan ini tidak berlaku lagi').waitFor();
    await look(page, 'undangan-lewat');
  },
);

/** A device of Chromium's own making, with a passkey store and an owner whom it can verify. */
async function virtualDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verifiesOwner: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

async function signInThere(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Masuk lewat Akun Kementerian' }).click();
  await page.getByLabel('Nama').fill(name);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL('**/konsol/**');
  await settled(page);
}
