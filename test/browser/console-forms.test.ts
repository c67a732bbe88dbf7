import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type OfficerAct, ordinaryActs } from '../../src/features/cases/contract.ts';
import { instant } from '../support/office-time.ts';
import { openOffice } from './console-desk.ts';
import { actsOf, openScenes, playScene } from './console-scenes.ts';
import { browserTests } from './open-browser.ts';

/** Every act has a form that opens, says what it does, and may be left again: deciding and sending on. */
const house = await openOffice(instant('2026-11-24 08:15'));
const scenes = await openScenes(house);
const { withPage } = browserTests(() => house.origin);

for (const name of [
  'to be verified',
  'agreed to be opened up',
  'withdrawn',
  'on legal hold',
  'verified',
  'merged',
  'about somebody',
  'restricted',
  'dispatched',
] as const) {
  withPage(`${name}: each act opens its form`, {}, async (page) => {
    await playScene(page, house, await scenes[name](), actsOf[name]);
  });
}

test('No act of the contract was forgotten', () => {
  const tried: readonly OfficerAct[] = Object.values(actsOf).flat();
  assert.deepEqual(
    ordinaryActs.filter((act) => !tried.includes(act)),
    [],
  );
});
