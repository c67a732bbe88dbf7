import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Officer } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { openOffice, sitDown, words } from './console-desk.ts';
import { browserTests } from './open-browser.ts';

/** Document A from step 3 to step 9 by several officers who never touch the mouse. */
const house = await openOffice(instant('2026-11-24 08:15'));
const office = await ministry(house);
const { withPage } = browserTests(() => house.origin);

/** Presses Tab until the element with this accessible name has the focus. */
async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: RegExp): Promise<void> {
  const target = page.getByRole(role, { name }).and(page.locator(':focus'));
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await target.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`sixty times Tab, and ${name} was not reached`);
}

/** From the first page to the case: down to its row, Enter. */
async function openFirst(page: Page, officer: Officer): Promise<void> {
  await sitDown(page, house, officer);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('#case-title').and(page.locator(':focus')).waitFor();
}

/** Sends the open form and waits until the line at the top says it was done, with the focus on it. */
async function sendForm(page: Page, said: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const line = page.getByRole('status').filter({ hasText: said });
  await line.waitFor();
  await line.and(page.locator(':focus')).waitFor();
}

withPage(
  'Verified, dispatched, accepted, reported, approved, closed, finished: by keyboard alone',
  {},
  async (page) => {
    const citizen = office.citizen();
    const matter = await citizen.files('Bantuan PKH ibu saya berhenti sejak Agustus.', {
      contact: { name: 'Sri', email: 'sri@warga.test' },
    });
    const { number } = matter;

    await openFirst(page, office.verifier);
    await page.keyboard.press('a');
    await tabTo(page, 'radio', /^Ya$/);
    await tabTo(page, 'textbox', /^Pokok laporan/);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Bantuan PKH berhenti sejak Agustus');
    await tabTo(page, 'combobox', /^Kategori/);
    await page.keyboard.type('Keluarga Harapan');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // The unit that usually handles it is proposed; this time it goes to another one.
    await tabTo(page, 'button', /^Direktorat Jaminan Sosial$/);
    await tabTo(page, 'combobox', /^Unit penanggung jawab/);
    await page.keyboard.type('Rehabilitasi Sosial Anak');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await sendForm(page, `Perkara ${number} diserahkan ke unit.`);
    assert.equal((await citizen.stands(matter)).with, ministryUnits.directorate);
    const seen = await office.verifier.sees(matter);
    assert.deepEqual(
      [seen.title, seen.category],
      ['Bantuan PKH berhenti sejak Agustus', 'Program Keluarga Harapan (PKH)'],
    );

    // From the list straight to what the step waits for.
    await sitDown(page, house, office.liaison);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.locator('form.act-form').and(page.locator(':focus')).waitFor();
    await sendForm(page, `Perkara ${number} diterima unit Anda.`);

    await openFirst(page, office.officer);
    await page.keyboard.press('a');
    for (const [field, text] of [
      [/^Temuan/, 'Kartu tertelan mesin sejak Agustus.'],
      [/^Tindakan/, 'Kartu pengganti diminta dan diserahkan.'],
      [/^Jawaban untuk pelapor/, 'Kartu Anda sudah diganti dan bantuan dapat diambil.'],
    ] as const) {
      await tabTo(page, 'textbox', field);
      await page.keyboard.type(text);
    }
    await sendForm(page, `Laporan penanganan perkara ${number} dikirim untuk diperiksa.`);

    await openFirst(page, office.reviewer);
    await tabTo(page, 'button', /^Koreksi laporan/);
    await page.keyboard.press('Enter');
    await tabTo(page, 'textbox', /^Temuan/);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' 2026.');
    await page.getByText('Perubahan yang akan dikirim').waitFor();
    await tabTo(page, 'textbox', /^Mengapa dikoreksi/);
    await page.keyboard.type('Tahun disebut.');
    await sendForm(page, `Laporan perkara ${number} dikoreksi.`);
    assert.match(await words(page.locator('.report').first()), /ditambah: Agustus\. 2026\./);

    // Whoever corrected it does not approve it: another person examines.
    await openFirst(page, office.secondReviewer);
    await page.keyboard.press('a');
    await sendForm(page, `Laporan perkara ${number} disampaikan ke pimpinan unit.`);

    await openFirst(page, office.head);
    await page.keyboard.press('a');
    await sendForm(page, `Laporan penanganan perkara ${number} ditutup.`);

    await openFirst(page, office.liaison);
    await page.keyboard.press('a');
    await sendForm(page, `Jawaban perkara ${number} disampaikan kepada pelapor.`);
    const view = await citizen.looks(matter);
    assert.deepEqual(
      [view.status, view.answer?.text],
      ['answered', 'Kartu Anda sudah diganti dan bantuan dapat diambil.'],
    );
  },
);

withPage('The skip link, the menu and the window of keys need no mouse either', {}, async (page) => {
  await sitDown(page, house, office.officer);
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Lompat ke isi' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#content:focus').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('?');
  const window = page.getByRole('dialog', { name: 'Tombol' });
  await window.waitFor();
  await page.keyboard.press('Escape');
  await window.waitFor({ state: 'detached' });
  await tabTo(page, 'button', /^Akun/).catch(() => tabTo(page, 'button', /^Akun/));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem', { name: 'English' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
});
