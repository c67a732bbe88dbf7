import type { Locator, Page } from 'playwright-core';
import type { keeperAtWork } from '../support/office-procedures.ts';
import { sitDown } from './console-desk.ts';
import type { OpenHouse } from './open-house.ts';

/** Opens a draft of an SOP as the one who keeps it, at the part `name`; at its table without one. */
export async function openDraft(
  page: Page,
  house: OpenHouse,
  keeper: ReturnType<typeof keeperAtWork>,
  draft: string,
  name = '',
): Promise<void> {
  await sitDown(page, house, keeper.officer, `sop/naskah/${draft}${name === '' ? '' : `?bagian=${name}`}`);
}

/** Waits until the page says that what was written is saved. */
export function saved(page: Page): Promise<void> {
  return page.locator('.saved-line.saved').waitFor();
}

export function openPart(page: Page, name: string): Promise<void> {
  return page.getByRole('navigation', { name: 'Bagian rancangan' }).getByRole('link', { name }).click();
}

export function openRow(page: Page, no: string): Promise<void> {
  return page.getByRole('button', { name: `Tulis langkah ${no}`, exact: true }).click();
}

/** What stands beside the table: the linter's words and the drawing. */
export function beside(page: Page): Locator {
  return page.locator('aside.beside');
}
