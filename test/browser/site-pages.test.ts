import { thorough } from '../support/thorough.ts';
import { assertAccessible, assertFits, keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';
import { openHouse } from './open-house.ts';

const house = await openHouse();
const { withPage } = browserTests(() => house.origin);

const pages = [
  ['mulai', '/'],
  ['privasi', '/privasi'],
  ['aksesibilitas', '/aksesibilitas'],
  ['hari-kerja', '/hari-kerja'],
  ['instansi', '/instansi/kemensos'],
  ['sop', '/sop'],
  ['sop-kemensos', '/sop/kemensos/pengelolaan-sp4n-lapor'],
  ['sop-politeknik', '/sop/politeknik/pengaduan-online'],
  ['sop-nasional', '/sop/nasional/sp4n'],
  ['tanda-terima-tidak-ada', '/tanda-terima'],
  ['tidak-ada', '/tidak/ada'],
] as const;

for (const [name, path] of pages) {
  withPage(`${path}, narrow, wide and in the dark`, { width: 360 }, async (page) => {
    await page.goto(path);
    await assertAccessible(page);
    await assertFits(page);
    await keepPicture(page, `${name}-360-id`);
    await page.setViewportSize({ width: 1280, height: 900 });
    if (thorough) await assertAccessible(page);
    await assertFits(page);
    await keepPicture(page, `${name}-1280-id`);
    await page.emulateMedia({ colorScheme: 'dark' });
    if (thorough) await assertAccessible(page);
  });
  withPage(`${path} in English, narrow and wide`, { width: 360, language: 'en' }, async (page) => {
    await page.goto(path);
    if (thorough) await assertAccessible(page);
    await assertFits(page);
    await keepPicture(page, `${name}-360-en`);
    await page.setViewportSize({ width: 1280, height: 900 });
    await assertFits(page);
    await keepPicture(page, `${name}-1280-en`);
  });
}
