import assert from 'node:assert/strict';
import { test } from 'node:test';
import { thorough } from '../support/thorough.ts';
import { checkEverything, checkRound } from './checks.ts';
import { killDatabase, openHouseUnderFire, reasonToSkip } from './house-under-fire.ts';
import { sendUntil } from './senders.ts';

// Nothing acknowledged is ever lost, and nothing is done twice, whatever is killed at whatever moment: the
// real server and its own durable PostgreSQL in processes of their own, spoken to over HTTP like any client.

const rounds = thorough ? 20 : 2;

test(`kill -9 in ${rounds} rounds, of the server and of the database in turns`, {
  skip: reasonToSkip(),
  timeout: 240_000,
}, async (t) => {
  const house = await openHouseUnderFire(t);
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    const victim = round % 2 === 0 ? 'server' : 'database';
    const sent = await sendUntil(house.url(), {
      // Another moment each time: while the first are on their way, or well under load.
      acknowledged: 1 + ((round * 7) % 23),
      strike: () => (victim === 'server' ? house.killServer() : killDatabase(house.folder)),
    });
    await house.bringBack(victim);
    await checkRound(house, sent);
    all.push(...sent);
  }
  const acknowledged = all.filter(({ receipt }) => receipt !== null).length;
  assert.ok(acknowledged >= rounds, `only ${acknowledged} submissions were acknowledged`);
  assert.ok(acknowledged < all.length, 'no kill hit a submission on its way');
  await house.finishJobs(['tell-of-events']);
  await checkEverything(house, all);
  t.diagnostic(`${acknowledged} of ${all.length} submissions were acknowledged before a kill; none was lost`);
});
