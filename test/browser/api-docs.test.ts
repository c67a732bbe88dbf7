import { keepPicture } from './look.ts';
import { browserTests } from './open-browser.ts';
import { openHouse } from './open-house.ts';

const house = await openHouse();
const { withPage } = browserTests(() => house.origin);

for (const path of ['/api/docs', '/api/docs/']) {
  withPage(`${path} draws the whole interface from our own files`, { stylesOfOthers: true }, async (page) => {
    await page.goto(path);
    await page.getByText('Takes a complaint, aspiration or information request in').waitFor();
    await keepPicture(page, 'api-docs');
  });
}
