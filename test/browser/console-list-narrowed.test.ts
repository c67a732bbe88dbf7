import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, openOffice, settled, sitDown } from './console-desk.ts';
import { fillDesks } from './console-world.ts';
import { browserTests } from './open-browser.ts';

/** The work list narrowed, searched, empty, and for whoever has none. */
const house = await openOffice(instant('2026-11-05 08:00'));
const office = await ministry(house);
await fillDesks(office, 100);
house.clock.set(instant('2026-11-24 10:20'));
const { withPage } = browserTests(() => house.origin);

const rowsOf = (page: Page) => page.locator('a[data-row]');

withPage('Narrowed by the window of filters, loosened one by one', {}, async (page) => {
  await sitDown(page, house, office.liaison, '?queue=all');
  await page.keyboard.press('f');
  const window = page.getByRole('dialog', { name: 'Saring daftar' });
  await window.waitFor();
  await look(page, 'saring');
  await window.getByLabel('Jenis').selectOption('information-request');
  await window.getByRole('combobox', { name: 'Tempat' }).fill('Tangerang');
  await page
    .getByRole('option', { name: /Kabupaten Tangerang/ })
    .first()
    .click();
  await window.getByRole('button', { name: 'Terapkan' }).click();
  await page.getByText('Jenis: permintaan informasi').waitFor();
  await settled(page);
  const kinds = await page.locator('td.kind').allInnerTexts();
  assert.ok(kinds.length > 0 && kinds.every((kind) => kind === 'I'));
  assert.ok((await page.locator('td.place').allInnerTexts()).every((place) => place === 'Tangerang'));
  await look(page, 'daftar-tersaring');
  await page.getByRole('button', { name: /hapus saringan Jenis/ }).click();
  await page.getByRole('button', { name: /hapus saringan Tempat/ }).click();
  await page.getByText('Tempat:').waitFor({ state: 'detached' });
  await settled(page);
  assert.equal(await rowsOf(page).count(), 50);

  await page.getByRole('link', { name: /^Lewat tenggat/ }).click();
  await settled(page);
  const groups = await page.locator('.grp b').allInnerTexts();
  assert.deepEqual(groups, ['Lewat tenggat']);
  assert.equal(await page.locator('.views [aria-current]').count(), 1);
  await page.getByRole('button', { name: 'terbaru masuk' }).click();
  await settled(page);
  assert.equal(await page.locator('.grp').count(), 0, 'no due days where the order is another');
});

withPage('Searched for, found, and not found', {}, async (page) => {
  await sitDown(page, house, office.liaison);
  await page.keyboard.press('/');
  await page.keyboard.type('beras berkutu');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Hasil pencarian “beras berkutu”' }).waitFor();
  await settled(page);
  assert.ok((await rowsOf(page).count()) > 5);
  await look(page, 'cari');
  await page.keyboard.press('/');
  await page.locator('#search').fill('tidak ada kata begini');
  await page.keyboard.press('Enter');
  await page.getByText('Tidak ada perkara yang cocok.').waitFor();
  await look(page, 'cari-kosong');
  await lookInEnglish(page, 'cari-kosong');
  await page.getByRole('link', { name: 'Hapus semua saringan' }).click();
  await page.getByRole('heading', { name: 'Semua perkara' }).waitFor();
});

withPage('Nothing to do: the page says so and what comes next', {}, async (page) => {
  await sitDown(page, house, office.otherHead);
  await page.getByText('Tidak ada yang menunggu Anda.').waitFor();
  await look(page, 'daftar-kosong');
  await lookInEnglish(page, 'daftar-kosong');
});

withPage('Whoever has no list begins where their work is', {}, async (page) => {
  const administrator = await office.employ({ name: 'Ani', role: 'system-administrator' });
  const watcher = await office.employ({ name: 'Panca', role: 'watcher' });
  for (const [person, title] of [
    [office.channelOfficer, 'Catat laporan'],
    [administrator, 'Petugas'],
    [watcher, 'Pusat Kendali'],
  ] as const) {
    await sitDown(page, house, person);
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    assert.equal(await page.getByRole('alert').count(), 0);
  }
});
