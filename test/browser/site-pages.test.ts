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
  for (const width of [360, 1280] as const) {
    for (const language of ['id', 'en'] as const) {
      withPage(`${path} at ${width} px in ${language}`, { width, language }, async (page) => {
        await page.goto(path);
        await assertAccessible(page);
        await assertFits(page);
        await keepPicture(page, `${name}-${width}-${language}`);
      });
    }
  }
  withPage(`${path} in the dark`, { dark: true }, async (page) => {
    await page.goto(path);
    await assertAccessible(page);
  });
}
