import { instant } from '../support/office-time.ts';
import { openOffice } from './console-desk.ts';
import { actsOf, openScenes, playScene } from './console-scenes.ts';
import { browserTests } from './open-browser.ts';

/** Every act has a form that opens, says what it does, and may be left again: handling, and what comes after. */
const house = await openOffice(instant('2026-11-24 08:15'));
const scenes = await openScenes(house);
const { withPage } = browserTests(() => house.origin);

for (const name of [
  'in hand',
  'in hand, with two tasks',
  'given to a person',
  'given to a UPT',
  'to be examined',
  'to be closed',
  'to be finished',
  'answered at the polytechnic',
  'settled',
  'to be published',
  'published',
] as const) {
  withPage(`${name}: each act opens its form`, {}, async (page) => {
    await playScene(page, house, await scenes[name](), actsOf[name]);
  });
}
