import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { root } from '../../src/main/root.ts';

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/**
 * Keeps a picture of the whole page for people to look at, where they ask for it (`PICTURES=1 npm test -- browser`):
 * `build/screenshots/<name>.png`.
 */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if ((process.env.PICTURES ?? '') === '') return;
  const folder = join(root, 'build/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Fails with every violation that axe finds on the page as it stands, by rule and place. */
export async function assertAccessible(page: Page): Promise<void> {
  // Evaluated by the debugger, not by a script tag, so the page's own policy stays as it is.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe);
  const found = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  const problems = found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}) at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
  if (problems.length === 0) return;
  const outline = await page.locator('body').ariaSnapshot();
  assert.deepEqual(problems, [], `axe found, on a page that reads:\n${outline.slice(0, 2000)}`);
}

/** Fails where the page is wider than the screen: nobody should have to push it sideways. */
export async function assertFits(page: Page): Promise<void> {
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  assert.equal(wide, 0, 'the page scrolls sideways by so many pixels');
}
