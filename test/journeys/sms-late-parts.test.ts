import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';

/** Parts of a long SMS that come after the rest of it was read. */
const operator = await openSmsOperator('telkomsel');
const house = await testHouse({
  now: instant('2026-11-24 08:00'),
  env: { SMS_LINES: operator.address },
});
await operator.whenBound();
const office = await ministry(house);
let phones = 0;

/** A telephone whose long message of three parts lacks the second one, read without it at half past that hour. */
async function tornMessage(reference: number, hour: string) {
  phones += 1;
  const number = `62812100${String(phones).padStart(5, '0')}`;
  const sends = async (minute: number, ...parts: readonly (readonly [string, number])[]) => {
    for (const [text, place] of parts) await operator.saysPart(number, text, [reference, 3, place]);
    await house.runJobs();
    await office.until(`2026-11-24 ${hour}:${minute}`);
  };
  await office.until(`2026-11-24 ${hour}:10`);
  await sends(30, ['Sumur desa kering, ', 1], ['sejak September.', 3]);
  const got = () => operator.taken.filter(({ to }) => to === number).map(({ text }) => text);
  return { number, got, sends, case: await caseOf(got()[0] ?? '') };
}

async function caseOf(receipt: string) {
  const number = /nomor (\S+?)\./.exec(receipt)?.[1] ?? '';
  const { rows } = await house.database.pool.query<{ id: string }>('select id from cases where number = $1', [
    number,
  ]);
  const matter = { id: rows[0]?.id ?? '', number, code: '' };
  const seen = () => office.verifier.sees(matter);
  return {
    text: async () => (await seen()).text,
    said: async () =>
      (await seen()).timeline
        .filter(({ type }) => type === 'MessageFromReporter')
        .map((one) => JSON.stringify(one)),
  };
}

async function countCases(): Promise<number> {
  const { rows } = await house.database.pool.query<{ n: number }>('select count(*)::int as n from cases');
  return rows[0]?.n ?? 0;
}

test('a part that comes late goes to the case of its message, once, and opens none', async () => {
  const phone = await tornMessage(9, '08');
  const before = await countCases();
  await phone.sends(45, ['warga membeli air ', 2]);
  assert.match(phone.got()[1] ?? '', /sampai kepada petugas/);
  const [words = '', ...others] = await phone.case.said();
  assert.match(words, /Bagian 2 dari 3 SMS Anda yang terlambat: warga membeli air/);
  assert.deepEqual(others, []);
  await phone.sends(59, ['warga membeli air ', 2]);
  assert.equal((await phone.case.said()).length, 1, 'the second copy adds nothing');
  assert.equal(phone.got().length, 2, 'and is not answered');
  assert.equal(await countCases(), before);
});

test('a reference that a telephone uses again is a new message, whichever part comes first', async () => {
  const phone = await tornMessage(10, '09');
  const before = await countCases();
  await phone.sends(31, ['roboh ', 2], ['Tiang listrik ', 1], ['di jalan.', 3]);
  const fresh = await caseOf(phone.got()[1] ?? '');
  assert.equal(await fresh.text(), 'Tiang listrik roboh di jalan.');
  await phone.sends(45, ['Lampu padam.', 2]);
  assert.equal(await countCases(), before + 2, 'what came last lacked nothing');
  assert.deepEqual([await phone.case.said(), await fresh.said()], [[], []]);
});

test('a part that was there is late for nothing, nor is one that another telephone lacks, nor one after a day', async () => {
  const phone = await tornMessage(11, '10');
  const before = await countCases();
  await phone.sends(45, ['Jalan berlubang.', 3]);
  assert.equal(await countCases(), before + 1);
  await operator.saysPart('6281299900001', 'warga membeli air ', [11, 3, 2]);
  await house.runJobs();
  await office.until('2026-11-24 11:00');
  assert.equal(await countCases(), before + 2);
  await office.until('2026-11-25 10:40');
  await operator.saysPart(phone.number, 'warga membeli air ', [11, 3, 2]);
  await house.runJobs();
  await office.until('2026-11-25 10:55');
  assert.equal(await countCases(), before + 3);
  assert.deepEqual(await phone.case.said(), []);
});

test('a part that is late for a message without a case waits for a person, and is not answered', async () => {
  const number = '6281299900002';
  await operator.saysPart(number, 'STATUS 7KQM-', [12, 2, 1]);
  await operator.saysPart('PROMO', 'Selamat! Anda ', [13, 2, 1]);
  await house.runJobs();
  await office.until('2026-11-25 11:10');
  const before = [await countCases(), operator.taken.length];
  await operator.saysPart(number, '4XRT-9DWP', [12, 2, 2]);
  await operator.saysPart('PROMO', 'menang hadiah.', [13, 2, 2]);
  await house.runJobs();
  await office.until('2026-11-25 11:25');
  assert.deepEqual([await countCases(), operator.taken.length], before);
  const { rows } = await house.database.pool.query<{ taken_as: string }>(
    `select taken_as from messages where state = 'set-aside' order by taken_as`,
  );
  assert.deepEqual(
    rows.map((row) => row.taken_as),
    ['late-part', 'no-person', 'part'],
  );
});
