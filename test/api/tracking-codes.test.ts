import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { codeOf, knock, nextAddress, type Problem } from '../support/office-door.ts';
import { statementsOf, work } from '../support/office-statements.ts';
import { solved } from '../support/solved.ts';

/** The reporter's secret: read tolerantly, missed alike. */
const house = await testHouse();
const office = await openWorkplace(house, 'kemensos');
const citizen = office.citizen();
const matter = await citizen.files('Bantuan berhenti.');
const track = (typed: string) => knock(house, { path: `/tracking/${encodeURIComponent(typed)}` });

const tolerated: readonly (readonly [string, string])[] = [
  ['as printed', matter.code],
  ['in small letters', matter.code.toLowerCase()],
  ['without dashes', matter.code.replaceAll('-', '')],
  ['with spaces', ` ${matter.code.replaceAll('-', ' ')} `],
  ['with dots and a tab', matter.code.replaceAll('-', '.\t')],
  ['with long dashes', matter.code.replaceAll('-', ' – ')],
];
for (const [how, typed] of tolerated) {
  test(`A code ${how} is read`, async () => assert.equal((await track(typed)).status, 200));
}

const last = matter.code.at(-1) === 'Z' ? 'Y' : 'Z';
const missed: readonly (readonly [string, string])[] = [
  ['nearly right', `${matter.code.slice(0, -1)}${last}`],
  ['too short', matter.code.slice(0, -1)],
  ['too long', `${matter.code}2`],
  ['of other letters', '0O1I-L0O1-IL0O'],
  ['of nothing', ' '],
  ['of another script', 'ＡＢＣＤ-ＥＦＧＨ-ＪＫＭＮ'],
  ['that is a number of a case', matter.number],
  ['that is an id', matter.id.slice(0, 36)],
  ['that is an attack', "' or 1=1 --"],
];

test('Every miss gets the same answer after the same single look-up', async () => {
  const answers: unknown[] = [];
  const asked: string[][] = [];
  for (const [, typed] of missed) {
    const seen = await statementsOf(house, async () => {
      const { status, body, headers } = await track(typed);
      const { requestId: _own, ...same } = body as Problem & { requestId: string };
      answers.push({ status, same, length: headers['content-length'] });
    });
    asked.push(work(seen).map((statement) => statement.text.replace(/\s+/g, ' ')));
  }
  const [firstAnswer] = answers;
  const [firstAsked = []] = asked;
  for (const [index, [name]] of missed.entries()) {
    assert.deepEqual(answers[index], firstAnswer, name);
    assert.deepEqual(asked[index], firstAsked, name);
  }
  assert.equal(firstAsked.filter((text) => text.includes('tracking_hash')).length, 1);
});

for (const noun of [
  'message',
  'confirmation',
  'objection',
  'rating',
  'withdrawal',
  'completion',
  'secrecy',
]) {
  test(`A wrong code cannot be used for ${noun}`, async () => {
    const body = { text: 'x', reason: 'x', score: 5, comment: '', level: 'L3' };
    const answer = await knock(house, { path: `/tracking/2222-2222-2222/${noun}`, body });
    assert.deepEqual([answer.status, codeOf(answer)], [404, 'not-found']);
  });
}

test('A path that cannot be decoded is refused politely', async () => {
  for (const typed of ['%', '%E0%A4%A', `${'a'.repeat(300)}`]) {
    const answer = await knock(house, { path: `/tracking/${typed}` });
    assert.ok(answer.status >= 400 && answer.status < 500, typed);
  }
});

test('One address may ask often, a machine may not; another address is not held up by it', async () => {
  const address = nextAddress();
  const statuses = new Set<number>();
  let refused: Awaited<ReturnType<typeof knock>> | undefined;
  for (let asked = 0; asked < 121; asked += 1) {
    const answer = await knock(house, { path: '/tracking/2222-2222-2222', address });
    statuses.add(answer.status);
    if (answer.status === 429) refused = answer;
  }
  assert.deepEqual([...statuses], [404, 429]);
  assert.equal(codeOf(refused as NonNullable<typeof refused>), 'too-many-requests');
  assert.match(String(refused?.headers['retry-after']), /^\d+$/);
  assert.equal((await citizen.looks(matter)).code, matter.code);
});

test('Thirty submissions from one address, not thirty-one, until ten minutes have passed', async () => {
  const machine = office.citizen();
  for (let sent = 0; sent < 30; sent += 1)
    assert.equal((await machine.sends({ text: `Laporan ${sent}` })).status, 201);
  assert.equal(codeOf(await machine.sends({ text: 'Laporan 31' })), 'too-many-requests');
  house.clock.set(new Date(Date.parse(house.clock.now()) + 10 * 60_000).toISOString());
  assert.equal((await machine.sends({ text: 'Laporan 31' })).status, 201);
});

test('Who asks too often goes on at once by working for it, once for each piece of work, and not without end', async () => {
  type Refused = Problem & { readonly work?: Parameters<typeof solved>[0] };
  const village = office.citizen();
  for (let sent = 0; sent < 30; sent += 1) await village.sends({ text: `Laporan ${sent}` });
  const refused = await village.sends({ text: 'Laporan warga berikutnya.' });
  const { work: puzzle } = refused.body as unknown as Refused;
  assert.ok(puzzle);
  const proof = { 'x-proof-of-work': solved(puzzle) };
  const taken = await village.sends({ text: 'Laporan warga berikutnya.' }, proof);
  assert.equal(taken.status, 201, taken.text);
  assert.equal(codeOf(await village.sends({ text: 'Dengan bukti yang sama.' }, proof)), 'too-many-requests');
  const elsewhere = office.citizen();
  for (let sent = 0; sent < 30; sent += 1) await elsewhere.sends({ text: `Laporan ${sent}` });
  const stolen = await elsewhere.sends({ text: 'Dengan bukti orang lain.' }, proof);
  assert.equal(codeOf(stolen), 'too-many-requests');
  const { pool } = house.database;
  await pool.query(`update rate_counters set count = 1000 where key like 'submit:%'`);
  const last = await village.sends({ text: 'Terlalu banyak, juga dengan bukti.' });
  assert.deepEqual([codeOf(last), (last.body as unknown as Refused).work], ['too-many-requests', undefined]);
});
