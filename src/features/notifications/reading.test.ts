import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Static } from 'typebox';
import { testHouse } from '../../../test/support/house.ts';
import { ministry } from '../../../test/support/office-casts.ts';
import { instant } from '../../../test/support/office-time.ts';
import type { NotificationList } from './contract.ts';

const house = await testHouse({ now: instant('2026-11-24 08:15') });
const { verifier, secondVerifier, citizen } = await ministry(house);

async function own(who = verifier): Promise<Static<typeof NotificationList>> {
  await house.runJobs();
  return (await who.ask<Static<typeof NotificationList>>({ path: '/notifications' })).body;
}

test('All up to the newest that was seen is read; what came since, and what others have, is not', async () => {
  await citizen().files('Bantuan berhenti.');
  await citizen().files('Kartu tertelan.');
  const seen = await own();
  assert.equal(seen.unread, 2);
  house.clock.set(instant('2026-11-24 08:16'));
  await citizen().files('Baru saja masuk.');
  await house.runJobs();
  const upTo = seen.items[0]?.id;
  assert.equal((await verifier.ask({ path: '/notifications/reading', body: { upTo } })).status, 200);
  assert.equal((await own()).unread, 1);
  assert.equal((await own(secondVerifier)).unread, 3);
  assert.equal((await verifier.ask({ path: '/notifications/reading', body: { upTo: 'x' } })).status, 422);
});
