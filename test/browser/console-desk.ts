import type { Locator, Page } from 'playwright-core';
import type { Matter, Officer } from '../support/office.ts';
import { thorough } from '../support/thorough.ts';
import { assertAccessible, assertFits, keepPicture } from './look.ts';
import { type OpenHouse, openHouse, openHouseAt } from './open-house.ts';
import { drawn, quiet, watchTraffic } from './traffic.ts';

/** The whole application, with a `Date` header by its own clock: that is the time the console shows. */
export async function openOffice(now?: string, env: Record<string, string> = {}): Promise<OpenHouse> {
  return withOwnTime(await openHouse(now, env));
}

/** The same at `http://localhost:<port>`, for what hangs on an address known beforehand. */
export async function openOfficeAt(
  port: number,
  now: string,
  env: Record<string, string> = {},
): Promise<OpenHouse> {
  return withOwnTime(await openHouseAt(port, now, env));
}

function withOwnTime(house: OpenHouse): OpenHouse {
  house.app.server.prependListener('request', (_request, response) => {
    response.setHeader('date', new Date(house.clock.now()).toUTCString());
  });
  return house;
}

/** Puts the officer's session into the browser and opens a page of the console. */
export async function sitDown(page: Page, house: OpenHouse, officer: Officer, path = ''): Promise<void> {
  watchTraffic(page);
  const { cookie } = await officer.signInFresh();
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
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await quiet(page);
}

/**
 * Looks at the page as it stands, wide and narrow: no fault that axe finds, no sideways scrolling, a picture of
 * each. A quick run asks axe once in each test, of the first page that is looked at.
 */
export async function look(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280] as const) {
    await widen(page, width);
    if (thorough || (width === 1280 && !asked.has(page))) await assertAccessible(page);
    if (width === 1280) asked.add(page);
    await assertFits(page);
    await keepPicture(page, `konsol-${name}-${width}`);
  }
}

const asked = new WeakSet<Page>();

/** The same page in English, reloaded as an officer does who chose it; back to Indonesian afterwards. Not in a quick run. */
export async function lookInEnglish(page: Page, name: string): Promise<void> {
  if (!thorough) return;
  await speak(page, 'en');
  await lookAtEnglish(page, name);
  await speak(page, 'id');
}

/** A page that is in English already. What its names and languages are does not change with the width. */
export async function lookAtEnglish(page: Page, name: string): Promise<void> {
  await widen(page, 360);
  await assertFits(page);
  await keepPicture(page, `konsol-${name}-en-360`);
  await widen(page, 1280);
  if (thorough) await assertAccessible(page);
  await assertFits(page);
  await keepPicture(page, `konsol-${name}-en-1280`);
}

/** The same page as it is drawn for a reader who likes it dark. Not in a quick run. */
export async function lookInTheDark(page: Page, name: string): Promise<void> {
  if (!thorough) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await assertAccessible(page);
  await keepPicture(page, `konsol-${name}-gelap`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function widen(page: Page, width: 360 | 1280): Promise<void> {
  await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
  await drawn(page);
  // A window that opens waits unseen, up to 600 ms, for a telephone's keyboard to come up below it.
  await page.locator('.overlay[style*="opacity: 0"]').waitFor({ state: 'detached' });
}

/** Chooses the console's language and reloads the page, as an officer does. */
export async function speak(page: Page, language: 'id' | 'en'): Promise<void> {
  // Evaluated as text: this file is checked without the browser's own names.
  await page.evaluate(`localStorage.setItem('tuntas.language', '${language}')`);
  await reload(page);
}

/** The page once more, as the browser gets it when somebody presses F5. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await settled(page);
}
