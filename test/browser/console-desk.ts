import type { Locator, Page } from 'playwright-core';
import type { Matter, Officer } from '../support/office.ts';
import { assertAccessible, assertFits, keepPicture } from './look.ts';
import { type OpenHouse, openHouse } from './open-house.ts';

/** The whole application, with a `Date` header by its own clock: that is the time the console shows. */
export async function openOffice(now?: string): Promise<OpenHouse> {
  const house = await openHouse(now);
  house.app.server.prependListener('request', (_request, response) => {
    response.setHeader('date', new Date(house.clock.now()).toUTCString());
  });
  return house;
}

/** Puts the officer's session into the browser and opens a page of the console. */
export async function sitDown(page: Page, house: OpenHouse, officer: Officer, path = ''): Promise<void> {
  const { cookie } = await officer.signIn();
  const [name = '', value = ''] = cookie.split('=');
  await page.context().clearCookies();
  await page.context().addCookies([{ name, value, url: house.origin, sameSite: 'Strict' }]);
  await page.goto(`/konsol/${path}`);
  await settled(page);
}

/** Opens a case's page in place of the one shown. */
export async function openCase(page: Page, matter: Pick<Matter, 'id'>, act?: string): Promise<void> {
  await page.goto(`/konsol/perkara/${matter.id}${act === undefined ? '' : `?tindakan=${act}`}`);
  await settled(page);
}

/** What an element says, as one line. */
export async function words(locator: Locator): Promise<string> {
  return ((await locator.textContent()) ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Waits until the page has its heading and nothing is being fetched. */
export async function settled(page: Page): Promise<void> {
  page.setDefaultTimeout(10_000);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/**
 * Looks at the page as it stands, wide and narrow: no fault that axe finds, no sideways scrolling, a picture
 * of each. The languages and the dark are looked at by `lookInEnglish` and `lookInTheDark`.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280] as const) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
    await assertAccessible(page);
    await assertFits(page);
    await keepPicture(page, `konsol-${name}-${width}`);
  }
}

/** The same page in English, reloaded as an officer does who chose it; back to Indonesian afterwards. */
export async function lookInEnglish(page: Page, name: string): Promise<void> {
  await speak(page, 'en');
  await look(page, `${name}-en`);
  await speak(page, 'id');
}

export async function lookInTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await assertAccessible(page);
  await keepPicture(page, `konsol-${name}-gelap`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function speak(page: Page, language: 'id' | 'en'): Promise<void> {
  // Evaluated as text: this file is checked without the browser's own names.
  await page.evaluate(`localStorage.setItem('tuntas.language', '${language}')`);
  await page.reload();
  await settled(page);
}
