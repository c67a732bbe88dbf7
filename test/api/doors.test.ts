import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rightsPage, shippedRoles, writeRights } from '../../scripts/write-rights.ts';
import { type Door, doorOf, doors } from '../../src/domain/access/doors.ts';
import { fitting, type Shape } from '../support/fitting.ts';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { asForm, codeOf, knock, type Question } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** Every way of the API, knocked at by nobody and by every role that ships; the printed page says what to expect. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const workplace = await openWorkplace(house, 'kemensos');
const page = readFileSync(rightsPage, 'utf8');
const nobody = '01890000-0000-7000-8000-000000000000';
const samples: Readonly<Record<string, string>> = {
  institution: 'kemensos',
  name: 'pengelolaan-sp4n-lapor',
  procedure: 'kemensos/pengelolaan-sp4n-lapor',
  version: '1',
  year: '2026',
  step: '3',
  code: '7KQM4XRT9DWP',
  attachmentId: nobody,
};
/** Where the least that fits would be a long piece of work. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /procedures/simulations': { procedure: { id: 'tidak/ada' } },
};
const ways = await everyWay();

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

interface Way {
  readonly name: string;
  readonly door: Door;
  /** Asks for nothing in particular, so that whoever is let in gets an answer. */
  readonly reaches: boolean;
  question(): Question;
}

/** Read from the API's own description, so that a new way is knocked at from its first day. */
async function everyWay(): Promise<readonly Way[]> {
  const { body } = await knock<Description>(house, { path: '/openapi.json' });
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([word, operation]) => {
      const method = word.toUpperCase() as NonNullable<Question['method']>;
      const way = path.replaceAll(/\{(\w+)\}/g, ':$1');
      const door = doorOf(method, way);
      assert.ok(door !== undefined, `${method} ${way}`);
      return {
        name: `${method} ${doors[`${method} ${way}`] === undefined ? actPath(way) : way}`,
        door,
        reaches: method === 'GET' && !path.includes('{'),
        question: () => questionOf(method, path, operation),
      };
    }),
  );
}

function actPath(way: string): string {
  return way.replace(/\/[a-z-]+$/, '/:act');
}

function questionOf(method: NonNullable<Question['method']>, path: string, operation: Operation): Question {
  const parameters = operation.parameters ?? [];
  const sampleOf = (name: string) =>
    samples[name] ?? String(fitting(parameters.find((one) => one.name === name)?.schema ?? {}));
  const query = parameters
    .filter((one) => one.in === 'query' && one.required === true)
    .map(({ name }) => `${name}=${encodeURIComponent(sampleOf(name))}`);
  const id = path.startsWith('/institutions') ? 'kemensos' : nobody;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'id' ? id : sampleOf(name)));
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  const question = { method, path: query.length === 0 ? filled : `${filled}?${query.join('&')}` };
  if (/attachments$|uploads$|upload$/.test(path) && method === 'POST')
    return { ...question, ...asForm({ name: 'a.txt', content: Buffer.from('a') }) };
  return schema === undefined
    ? question
    : { ...question, body: bodies[`${method} ${path}`] ?? fitting(schema) };
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

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Shape;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Shape }>> };
}
