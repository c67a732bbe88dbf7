import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import type { Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic, polytechnicUnits } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { openOffice, sitDown } from './console-desk.ts';
import { keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';
import { quiet } from './traffic.ts';

/**
 * Both documents from the citizen's words to the citizen's rating, in one browser: the site without JavaScript,
 * the console with it. Begins on Tuesday 24 November 2026, 08.15 WIB.
 */
const house = await openOffice(instant('2026-11-24 08:15'));
const a = await ministry(house);
const b = await polytechnic(house);
const { withPage } = browserTests(() => house.origin);

/** The citizen's own telephone: narrow, no script. */
async function asCitizen(desk: Page, work: (page: Page) => Promise<void>): Promise<void> {
  const browser = desk.context().browser();
  assert.ok(browser);
  const context: BrowserContext = await browser.newContext({
    baseURL: house.origin,
    viewport: { width: 360, height: 780 },
    locale: 'id-ID',
    javaScriptEnabled: false,
  });
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Files a report on the site; gives the code that stands on the receipt. */
async function files(page: Page, institution: string, text: string): Promise<string> {
  await page.goto('/');
  await page.fill('#text', text);
  await page.click('button[value=start]');
  await page.check(`[name=institution][value=${institution}]`);
  await page.check('[name=via][value=none]');
  await page.click('button[value=send]');
  assert.equal(new URL(page.url()).pathname, '/tanda-terima');
  return (await page.textContent('.code')) ?? '';
}

/** Sits down, opens the first case of the list, does the next act, and waits until the screen says it is done. */
async function takesTurn(
  page: Page,
  officer: Officer,
  said: RegExp,
  fill: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  await sitDown(page, house, officer);
  await page.locator('.list tbody a').first().click();
  await page.locator('#case-title').waitFor();
  await page.keyboard.press('a');
  await page.locator('form.act-form, section.verify').first().waitFor();
  await fill(page);
  await page.keyboard.press('Control+Enter');
  await page.locator('[role=status]').filter({ hasText: said }).first().waitFor();
}

async function choose(page: Page, field: RegExp, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('combobox', { name: field }).fill(typed);
  // The list is drawn anew with what the server finds.
  await quiet(page);
  await page.getByRole('option', { name: typed }).first().click();
}

async function reads(page: Page, code: string, words: RegExp, picture: string): Promise<void> {
  await page.goto('/lacak');
  await page.fill('input[name=code]', code.toLowerCase().replaceAll('-', ' '));
  await page.click('main form button[type=submit]');
  assert.match((await page.textContent('h1')) ?? '', words);
  await keepPicture(page, picture);
}

async function confirms(page: Page, score: number): Promise<void> {
  await page.check('[name=verdict][value=confirmation]');
  await page.check(`[name=score][value="${score}"]`);
  await page.getByRole('button', { name: 'Kirim tanggapan' }).click();
}

withPage('Document A: from a telephone to the rating, through nine steps', {}, async (page) => {
  let code = '';
  await asCitizen(page, async (phone) => {
    code = await files(phone, 'kemensos', 'Bantuan PKH ibu saya berhenti sejak Agustus.');
    await reads(phone, code, /sedang diperiksa oleh Biro Hubungan Masyarakat/, 'jalan-a-3-diperiksa');
  });

  await takesTurn(page, a.verifier, /diserahkan ke unit/, async () => {
    await page.getByRole('radio', { name: 'Ya', exact: true }).first().check({ force: true });
    await choose(page, /^Kategori/, 'Keluarga Harapan');
    await choose(page, /^Unit penanggung jawab/, ministryUnits.directorate);
    await keepPicture(page, 'jalan-a-4-verifikator');
  });
  await takesTurn(page, a.liaison, /diterima unit Anda/);
  await takesTurn(page, a.officer, /dikirim untuk diperiksa/, async () => {
    await page.getByRole('textbox', { name: /^Temuan/ }).fill('Kartu tertelan mesin sejak Agustus.');
    await page.getByRole('textbox', { name: /^Tindakan/ }).fill('Kartu pengganti diminta dan diserahkan.');
    await page.getByRole('textbox', { name: /^Jawaban untuk pelapor/ }).fill('Kartu Anda sudah diganti.');
    await keepPicture(page, 'jalan-a-8-laporan');
  });
  await takesTurn(page, a.reviewer, /disampaikan ke pimpinan unit/);
  await takesTurn(page, a.head, /Laporan penanganan perkara .* ditutup/);
  await takesTurn(page, a.liaison, /disampaikan kepada pelapor/);

  await asCitizen(page, async (phone) => {
    await reads(phone, code, /sudah dijawab/, 'jalan-a-9-dijawab');
    assert.match((await phone.textContent('main')) ?? '', /Kartu Anda sudah diganti\./);
    await confirms(phone, 5);
    assert.match((await phone.textContent('h1')) ?? '', /selesai\. Anda membenarkannya/);
    await keepPicture(phone, 'jalan-a-9-selesai');
  });
});

withPage('Document B: the polytechnic’s seven steps', {}, async (page) => {
  let code = '';
  await asCitizen(page, async (phone) => {
    code = await files(phone, 'politeknik', 'UKT saya terbayar dua kali dan belum dikembalikan.');
    await reads(phone, code, /Politeknik|Hubungan Masyarakat/, 'jalan-b-2-dicatat');
  });
  await takesTurn(page, b.admin, /sudah diverifikasi/, async () => {
    await page.getByRole('radio', { name: 'Ya', exact: true }).first().check({ force: true });
    await keepPicture(page, 'jalan-b-2-admin');
  });
  await takesTurn(page, b.liaison, /diserahkan ke unit/, async () => {
    await choose(page, /^Unit penanggung jawab/, polytechnicUnits.finance);
  });
  await takesTurn(page, b.officer, /diterima unit Anda/);
  await takesTurn(page, b.officer, /menunggu disetujui/, async () => {
    await page
      .getByRole('textbox', { name: /^Jawaban/ })
      .fill('Kelebihan UKT dikembalikan ke rekening Anda hari ini.');
    await keepPicture(page, 'jalan-b-5-jawaban');
  });
  await takesTurn(page, b.liaison, /disampaikan kepada pelapor/);
  await asCitizen(page, async (phone) => {
    await reads(phone, code, /sudah dijawab/, 'jalan-b-7-dijawab');
    await confirms(phone, 4);
    assert.match((await phone.textContent('h1')) ?? '', /selesai\. Anda membenarkannya/);
  });
});
