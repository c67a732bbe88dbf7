import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/platform/db/index.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { openSmsOperator, unanswered } from '../support/sms-operator.ts';
import { thorough } from '../support/thorough.ts';
import { killDatabase, openHouseUnderFire, reasonToSkip } from './house-under-fire.ts';

// What an operator was told is taken is never lost: the real server and its own durable PostgreSQL in processes of
// their own, killed while SMS come in by a real SMPP session. The operator does what operators do, and hands over
// again what nobody acknowledged.

const rounds = thorough ? 10 : 2;
const inOneRound = 60;

test(`kill -9 in ${rounds} rounds while SMS come in`, {
  skip: reasonToSkip(),
  timeout: 240_000,
}, async (t) => {
  const operator = await openSmsOperator('telkomsel');
  const house = await openHouseUnderFire(t, { SMS_LINES: operator.address });
  const known: string[] = [];
  let torn = 0;
  for (let round = 0; round < rounds; round += 1) {
    await operator.whenBound();
    const victim = round % 2 === 0 ? 'server' : 'database';
    const strike = () => (victim === 'server' ? house.killServer() : killDatabase(house.folder));
    let acknowledged = 0;
    let struck: Promise<void> | undefined;
    const numbers = Array.from({ length: inOneRound }, (_, index) => round * inOneRound + index);
    const handOver = async (number: number): Promise<number> => {
      const status = await operator.says(phoneOf(number), wordsOf(number)).catch(() => unanswered);
      if (status === 0) acknowledged += 1;
      // Another moment each time, while the others are on their way.
      if (acknowledged > (round * 7) % 40) struck ??= strike();
      return status;
    };
    const told = await Promise.all(numbers.map(handOver));
    // Where the line took less than that before it stopped, the blow falls now.
    await (struck ?? strike());
    await house.bringBack(victim);
    await operator.whenBound();
    for (const [index, number] of numbers.entries()) {
      known.push(wordsOf(number));
      if (told[index] === 0) continue;
      torn += 1;
      assert.equal(await operator.says(phoneOf(number), wordsOf(number)), 0, 'taken the second time');
    }
  }
  assert.ok(torn > 0, 'no kill hit an SMS on its way');
  await house.finishJobs(['read-messages', 'send-reply', 'tell-of-events']);
  const kept = await house.query(textsOf);
  assert.deepEqual(kept, known.toSorted(), 'a case for each, and nothing twice');
  const answered = new Set(operator.taken.map(({ to }) => to));
  assert.equal(answered.size, known.length, 'each sender was answered');
  t.diagnostic(
    `${known.length - torn} of ${known.length} SMS were acknowledged before a kill; none was lost`,
  );
});

const phoneOf = (number: number): string => `62813${String(number).padStart(8, '0')}`;
const wordsOf = (number: number): string => `Bantuan kami berhenti ${number} kali sejak bulan Agustus.`;

async function textsOf({ pool }: Database<Schema>): Promise<readonly string[]> {
  const { rows } = await pool.query<{ text: string }>('select text from submissions');
  return rows.map(({ text }) => text).toSorted();
}
