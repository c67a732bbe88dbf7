import assert from 'node:assert/strict';
import { rateLimits } from '../../src/platform/http/rate-limit.ts';
import { assertFits, keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';
import { openHouse } from './open-house.ts';

const house = await openHouse();
const { withPage } = browserTests(() => house.origin);

withPage(
  'Who shares an address with many goes on once the telephone has worked for it, with every word still there',
  { width: 360 },
  async (page) => {
    await formsOfAVillage();
    await page.goto('/lapor');
    await page.fill('#text', 'Sumur umum di depan balai desa kering sejak Juli.');
    await page.click('button[value=send]');
    const note = page.locator('[data-challenge]');
    await note.getByText('Hitungan selesai').waitFor();
    assert.equal(await page.inputValue('#text'), 'Sumur umum di depan balai desa kering sejak Juli.');
    await assertFits(page);
    await keepPicture(page, 'lapor-sering-360-id');
    await page.click('button[value=send]');
    await page.waitForURL('**/tanda-terima');
  },
);

/** As many forms as one address may send in ten minutes, from the address that the browser has. */
async function formsOfAVillage(): Promise<void> {
  const { keys } = house.office;
  const window = Math.floor(Date.parse(house.clock.now()) / 600_000) * 600_000;
  await house.database.pool.query(
    'insert into rate_counters (key, window_start, count) values ($1, $2, $3)',
    [
      `form:${keys.hash('rate', '127.0.0.1').toString('base64url')}`,
      new Date(window).toISOString(),
      rateLimits.form.count,
    ],
  );
}
