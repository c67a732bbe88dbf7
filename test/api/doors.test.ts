import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rightsPage, shippedRoles, writeRights } from '../../scripts/write-rights.ts';
import { doors } from '../../src/domain/access/doors.ts';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { codeOf, knock } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';
import { everyWay } from '../support/ways.ts';

/** Every way of the API, knocked at by nobody and by every role that ships; the printed page says what to expect. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const workplace = await openWorkplace(house, 'kemensos');
const page = readFileSync(rightsPage, 'utf8');
const ways = await everyWay(house);

test('the page says what the doors and the roles are', () => {
  assert.equal(page, writeRights(), 'node --import tsx scripts/write-rights.ts writes it anew');
});

test('every way has its door, and every door its way', () => {
  const built = new Set(ways.map(({ name }) => name));
  const acts = Object.keys(doors).filter((name) => name.endsWith('/:act'));
  assert.deepEqual(
    Object.keys(doors).filter(
      (name) => !built.has(name) && !acts.includes(name) && !name.includes('openapi'),
    ),
    [],
  );
});

test('nobody is let in who is not signed in, but where the page says everybody', async () => {
  for (const way of ways) {
    const answer = await knock(house, way.question());
    const expected = ['anyone', 'code'].includes(String(way.door)) ? null : 'not-signed-in';
    assert.equal(barredBy(codeOf(answer)), expected, `${way.name}: ${answer.status} ${codeOf(answer)}`);
  }
});

for (const { id: role } of shippedRoles()) {
  test(`${role} is let in where the page says so, and nowhere else`, async () => {
    const person = await workplace.employ({ name: `Orang ${role}`, role });
    for (const way of ways) {
      // Signing out, tried last and by itself elsewhere, would end the walk.
      if (/^(?:DELETE|POST) \/session/.test(way.name)) continue;
      const answer = await person.ask(way.question());
      const expected = printed(way.name).includes(role) ? null : 'not-authorized';
      if (expected === null) assert.notEqual(codeOf(answer), 'not-signed-in', way.name);
      // Behind the door the institution, the unit or the case may still refuse: that is told by other tests.
      else assert.equal(codeOf(answer), expected, `${way.name}: ${answer.status}`);
      if (expected === null && way.reaches) assert.notEqual(codeOf(answer), 'not-authorized', way.name);
    }
  });
}

/** The code where it is a door's refusal; what lies behind one has codes of its own. */
function barredBy(code: string | null): string | null {
  return code === 'not-signed-in' || code === 'not-authorized' ? code : null;
}

/** Whom the printed page lets in. */
function printed(way: string): readonly string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${way}\` |`));
  assert.ok(row !== undefined, `${way} is on the page`);
  const cell = row.split('|').at(-2)?.trim() ?? '';
  return /everybody|tracking code/.test(cell) ? shippedRoles().map(({ id }) => id) : cell.split(', ');
}
