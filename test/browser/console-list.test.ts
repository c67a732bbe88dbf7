import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { look, lookInEnglish, lookInTheDark, openOffice, settled, sitDown, words } from './console-desk.ts';
import { fillDesks } from './console-world.ts';
import { browserTests } from './open-browser.ts';

/** The work list as a timetable: full, page by page, by keyboard. */
const house = await openOffice(instant('2026-11-05 08:00'));
const office = await ministry(house);
await fillDesks(office, 200);
house.clock.set(instant('2026-11-24 10:20'));
const { withPage } = browserTests(() => house.origin);

const rowsOf = (page: Page) => page.locator('a[data-row]');
const numbers = (page: Page) => page.locator('td.no').allInnerTexts();

withPage('Two hundred cases, by deadline, under the day they are due', {}, async (page) => {
  await sitDown(page, house, office.liaison);
  const groups = await page.locator('.grp b').allInnerTexts();
  assert.equal(groups[0], 'Lewat tenggat');
  assert.equal(await rowsOf(page).count(), 50);
  assert.match(
    await words(page.locator('.head .facts')),
    /\d+ lewat tenggat.*jatuh tempo hari ini.*seluruhnya/,
  );
  assert.match(await words(page.locator('td.left').first()), /^lewat \d+ HK$/);
  await look(page, 'daftar');
  await lookInEnglish(page, 'daftar');
  await lookInTheDark(page, 'daftar');
});

withPage(
  'All of it, to the last page: today, tomorrow, later, with the reporter; and back again',
  {},
  async (page) => {
    await sitDown(page, house, office.liaison, '?queue=all');
    const seen = new Set(await numbers(page));
    const groups = new Set(await page.locator('.grp b').allInnerTexts());
    const next = page.getByRole('button', { name: 'Berikutnya' });
    while (await next.isEnabled()) {
      const before = await words(page.locator('td.no').first());
      await page.keyboard.press('n');
      await page.locator('td.no').first().filter({ hasNotText: before }).waitFor();
      await settled(page);
      for (const number of await numbers(page)) seen.add(number);
      for (const group of await page.locator('.grp b').allInnerTexts()) groups.add(group.split(',')[0] ?? '');
    }
    await look(page, 'daftar-akhir');
    const { items } = await office.liaison.list('limit=200&sort=due');
    assert.equal(seen.size, items.length, 'every case once');
    assert.deepEqual([...groups].toSorted(), [
      'Besok',
      'Hari ini',
      'Lewat tenggat',
      'Menunggu pelapor',
      'Sesudah itu',
    ]);
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Berikutnya' }).and(page.locator(':enabled')).waitFor();
  },
);

withPage('By keyboard: down, up, open, back to the same row', {}, async (page) => {
  await sitDown(page, house, office.liaison);
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  const second = (await numbers(page))[1] ?? '';
  assert.match(await words(page.locator('tr:focus-within')), new RegExp(second));
  await look(page, 'daftar-baris');
  await page.keyboard.press('Enter');
  await page.getByText('2 dari 50').waitFor();
  await page.keyboard.press('j');
  await page.getByText('3 dari 50').waitFor();
  assert.equal(await page.locator('.rail [aria-current]').getAttribute('title'), 'Pekerjaan saya');
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: 'Pekerjaan saya' }).waitFor();
  await settled(page);
  await page.keyboard.press('j');
  const third = (await numbers(page))[2] ?? '';
  assert.match(await words(page.locator('tr:focus-within')), new RegExp(third));
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Tombol' }).waitFor();
  await look(page, 'tombol');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});
