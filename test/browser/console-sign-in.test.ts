import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { ministry } from '../support/office-casts.ts';
import { everyonesPassword } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import {
  look,
  lookInEnglish,
  lookInTheDark,
  openCase,
  openOffice,
  settled,
  sitDown,
  words,
} from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** The way in, the way out, and what happens to words when a session ends in between. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const path = ministryPaths(office);
const { withPage } = browserTests(() => house.origin);

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

withPage('Signing in with the keyboard, after a wrong password', {}, async (page) => {
  await page.goto('/konsol/');
  await settled(page);
  await look(page, 'masuk');
  await lookInEnglish(page, 'masuk');
  await lookInTheDark(page, 'masuk');

  await signIn(page, office.officer.email, 'bukan ini kata sandinya');
  const refused = page.getByRole('alert');
  await refused.waitFor();
  assert.match(await words(refused), /Surel atau kata sandi/);
  assert.equal(await page.getByLabel('Surel').inputValue(), office.officer.email, 'the address stays');
  assert.equal(await page.getByLabel('Kata sandi', { exact: true }).inputValue(), '');
  await look(page, 'masuk-salah');

  await page.getByLabel('Surel').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type(everyonesPassword);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
});

withPage('The first view, from the page to the list, weighs at most 250 kB', {}, async (page) => {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/api/')) return;
    sizes.set(
      pathname,
      response.body().then((body) => gzipSync(body).length),
    );
  });
  await sitDown(page, house, office.officer);
  await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
  const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  assert.ok(sizes.size > 5 && total > 50_000, `${sizes.size} files, ${total} bytes: is it counted?`);
  assert.ok(total <= 250_000, `${total} bytes`);
});

withPage('Five wrong passwords lock the account, and the page says for how long', {}, async (page) => {
  await page.goto('/konsol/akun');
  const { email } = office.otherOfficer;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answered = page.waitForResponse('**/api/v1/session');
    await signIn(page, email, `salah ${attempt}`);
    await answered;
    await page.getByLabel('Kata sandi', { exact: true }).and(page.locator('[value=""]')).waitFor();
  }
  await signIn(page, email, everyonesPassword);
  await page.getByText('15 menit').waitFor();
  await look(page, 'masuk-terkunci');
  house.clock.set(instant('2026-11-24 08:31'));
  await signIn(page, email, everyonesPassword);
  await page.getByRole('heading', { name: 'Akun saya' }).waitFor();
});

withPage('A session that ends under a form is renewed above it, and the words are sent', {}, async (page) => {
  const matter = await path.accepted(office.citizen());
  await sitDown(page, house, office.officer);
  await openCase(page, matter, 'question');
  const words = 'Di desa mana Ibu tinggal, dan siapa pendampingnya?';
  await page.getByLabel('Pertanyaan untuk pelapor').fill(words);
  house.clock.set(new Date(Date.parse(house.clock.now()) + 61 * 60_000).toISOString());

  await page.getByRole('button', { name: /^Kirim pertanyaan/ }).click();
  const window = page.getByRole('dialog', { name: 'Masuk lagi untuk melanjutkan' });
  await window.waitFor();
  await look(page, 'masuk-lagi');
  await window.getByLabel('Kata sandi').fill(everyonesPassword);
  await window.getByRole('button', { name: 'Masuk', exact: true }).click();
  await window.waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel('Pertanyaan untuk pelapor').inputValue(), words);

  await page.getByRole('button', { name: /^Kirim pertanyaan/ }).click();
  await page.getByText(`Pertanyaan dikirim kepada pelapor perkara ${matter.number}.`).waitFor();
  assert.equal((await office.officer.sees(matter)).question?.text, words);
});

withPage('Signed in again in another tab, the first one goes on working', {}, async (page) => {
  const matter = await path.accepted(office.citizen());
  await sitDown(page, house, office.officer);
  await openCase(page, matter);
  await page.locator('#reply').fill('Petugas kami akan menelepon besok pagi.');
  const other = await page.context().newPage();
  await other.goto('/konsol/akun');
  await page.context().clearCookies();
  await other.goto('/konsol/');
  await signIn(other, office.officer.email, everyonesPassword);
  await other.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();

  await page.getByRole('button', { name: /^Kirim ke pelapor/ }).click();
  await page.getByText('Pesan dikirim kepada pelapor.').waitFor();
});

withPage('Somebody else in another tab: nothing is done in their name', {}, async (page) => {
  const matter = await path.accepted(office.citizen());
  await sitDown(page, house, office.officer);
  await openCase(page, matter);
  await page.locator('#reply').fill('Hanya Ujang yang menulis ini.');
  await page.context().clearCookies();
  const other = await page.context().newPage();
  await other.goto('/konsol/');
  await signIn(other, office.liaison.email, everyonesPassword);
  await other.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();

  await page.getByRole('button', { name: /^Kirim ke pelapor/ }).click();
  await page.getByRole('dialog', { name: 'Masuk lagi untuk melanjutkan' }).waitFor();
  const told = (await office.liaison.sees(matter)).timeline.map((entry) => entry.type);
  assert.equal(told.includes('MessageToReporter'), false);
});

withPage('The own account: a new password, and out everywhere', {}, async (page) => {
  const person = await office.employ({ name: 'Wahyu', role: 'unit-officer' });
  await sitDown(page, house, person, 'akun');
  await look(page, 'akun');
  await lookInEnglish(page, 'akun');
  const next = 'kalimat baru yang panjang 2026';
  await page.getByLabel('Kata sandi sekarang').fill(everyonesPassword);
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(next);
  await page.getByLabel('Kata sandi baru, sekali lagi').fill('lain');
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
  await page.getByText('Tidak sama dengan kata sandi baru di atas.').waitFor();
  await look(page, 'akun-berbeda');
  await page.getByLabel('Kata sandi baru, sekali lagi').fill(next);
  await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
  await page.getByText('Kata sandi sudah diganti.').waitFor();

  await page.getByRole('button', { name: 'Keluar dari semua perangkat' }).click();
  await page.getByRole('heading', { name: 'Masuk sebagai petugas' }).waitFor();
  await signIn(page, person.email, next);
  await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
  await page.getByRole('button', { name: /^Akun/ }).click();
  await page.getByRole('menuitem', { name: 'Keluar' }).click();
  await page.getByRole('heading', { name: 'Masuk sebagai petugas' }).waitFor();
});

withPage('The language is switched in the menu, and everything follows', {}, async (page) => {
  const matter = await path.accepted(office.citizen());
  await sitDown(page, house, office.officer, `perkara/${matter.id}`);
  await page.getByRole('button', { name: /^Akun/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Your turn' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByText('Deadlines').waitFor();
  // The server's own words follow too: the arithmetic of a deadline, and the role in the bar.
  await page.getByText('How it is counted').first().click();
  await page
    .getByText(/Counted from/)
    .first()
    .waitFor();
  await page.reload();
  await settled(page);
  await page.getByRole('button', { name: /Unit officer/ }).waitFor();
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Bahasa Indonesia' }).click();
  await page.getByRole('heading', { name: 'Giliran Anda' }).waitFor();
});
