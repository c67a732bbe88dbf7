import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { addUser } from '../../src/main/add-user.ts';
import type { House } from '../../src/main/serve.ts';
import { randomToken } from '../../src/platform/crypto/random.ts';
import { testHouse } from '../support/house.ts';

// What does not waver from machine to machine: how many statements a request sends, and whether an index can
// serve each of them. Times are for `npm run bench`.

/** Tables that grow with every case; none may be read from end to end for a request. */
const growing = [
  'cases',
  'case_events',
  'submissions',
  'reporters',
  'keys',
  'case_units',
  'case_assignments',
  'notifications',
  'attachments',
  'citizen_accounts',
  'citizen_sessions',
  'citizen_cases',
];

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

const house = await testHouse();
let people = 0;
const verifier = await signedIn('verifier');
const code: string = (await submit()).json().trackingCode;
const list = await house.app.inject({ url: '/api/v1/cases', headers: verifier });
const caseId: string = list.json().items[0].id;

test('a submission: at most 10 statements, one commit of the case', async () => {
  const statements = await recorded(submit);
  assert.ok(reads(statements).length <= 10, named(statements));
  assert.equal(statements.filter(({ text }) => text === 'commit').length, 1);
});

test('the case page: at most 6 statements, each by index', async () => {
  const statements = await recorded(() =>
    house.app.inject({ url: `/api/v1/cases/${caseId}`, headers: verifier }),
  );
  assert.ok(reads(statements).length <= 6, named(statements));
  await assertIndexed(statements);
});

test('tracking: at most 6 statements, each by index', async () => {
  const statements = await recorded(() => house.app.inject({ url: `/api/v1/tracking/${code}` }));
  assert.ok(reads(statements).length <= 6, named(statements));
  await assertIndexed(statements);
});

for (const [name, query] of [
  ['a work list', 'queue=verification&sort=due'],
  ['all that waits for me', 'queue=mine&sort=due'],
  ['what came in last', 'sort=-received'],
  ['a search', 'q=kartu%20desa'],
] as const) {
  test(`${name}: at most 3 statements, each by index, also for an officer of one unit`, async () => {
    for (const headers of [verifier, await signedIn('unit-officer')]) {
      const statements = await recorded(() => house.app.inject({ url: `/api/v1/cases?${query}`, headers }));
      assert.ok(reads(statements).length <= 3, named(statements));
      await assertIndexed(statements);
    }
  });
}

test('the form of whoever is signed in to an account: who it is, once for each page, and keeping the report costs nothing', async () => {
  const token = randomToken();
  const id = crypto.randomUUID();
  const now = house.clock.now();
  const { pool } = house.database;
  await pool.query('insert into citizen_accounts values ($1, $2, $3, $3)', [id, Buffer.alloc(0), now]);
  await pool.query(
    `insert into citizen_sessions (token_hash, account_id, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $3, $3::timestamptz + interval '1 day')`,
    [house.office.keys.hash('account-session', token), id, now],
  );
  await recorded(() => sendForm({}));
  const without = await recorded(() => sendForm({}));
  const kept = await recorded(() => sendForm({ cookie: `tuntas_account=${token}` }));
  // The receipt is drawn at once for a browser that keeps none: two pages.
  assert.equal(reads(kept).length, reads(without).length + 2, named(kept));
  assert.ok(reads(kept).length <= 10, named(kept));
  const { rows } = await pool.query('select from citizen_cases where account_id = $1', [id]);
  assert.equal(rows.length, 1);
  const list = await recorded(() =>
    house.app.inject({ url: '/akun/perkara', headers: { cookie: `tuntas_account=${token}` } }),
  );
  assert.ok(reads(list).length <= 3, named(list));
  await assertIndexed(list);
});

/** The citizen's form, sent by a browser that keeps no receipt. */
function sendForm(headers: Record<string, string>) {
  const fields = { text: 'Kartu saya tertelan mesin.', do: 'send', via: 'email', email: 'warga@contoh.id' };
  return house.app.inject({
    method: 'POST',
    url: '/lapor/isian',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}

function submit() {
  return house.app.inject({
    method: 'POST',
    url: '/api/v1/submissions',
    payload: { text: 'Kartu saya tertelan mesin.', kind: 'complaint', institution: 'kemensos' },
  });
}

/** The header of a new person who holds the role; an officer of a unit holds it for that unit alone. */
async function signedIn(role: string): Promise<Record<string, string>> {
  people += 1;
  const email = `${role}-${people}@counts.test`;
  const parts = house as unknown as House;
  const { database, office, clock } = house;
  const added = await addUser(
    { ...parts, database, office, clock: clock.now },
    {
      email,
      name: role,
      role,
      institution: 'kemensos',
    },
  );
  if ('refused' in added) throw new Error(added.refused);
  if (role === 'unit-officer') await database.pool.query(narrowToUnit, [email]);
  const { cookies } = await house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email, password: added.password },
  });
  return { authorization: `Bearer ${cookies[0]?.value}` };
}

const narrowToUnit = `
  update person_roles set unit_id = (select id from units where institution_id = 'kemensos' order by path limit 1)
   where person_id = (select id from people where email = $1)`;

/** Every statement that the process sends while `work` runs, which must be answered with 2xx. */
async function recorded(
  work: () => Promise<{ readonly statusCode: number; readonly body: string }>,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [query, values] = args;
    const text = typeof query === 'string' ? query : (query as { text?: string }).text;
    if (text !== undefined) statements.push({ text, values: Array.isArray(values) ? values : [] });
    return original.apply(this, args as never);
  } as typeof original;
  try {
    const answer = await work();
    assert.ok(answer.statusCode < 300, answer.body);
  } finally {
    pg.Client.prototype.query = original;
  }
  return statements;
}

function reads(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ text }) => !['begin', 'commit', 'rollback'].includes(text));
}

function named(statements: readonly Statement[]): string {
  const lines = reads(statements).map(({ text }) => text.replace(/\s+/g, ' ').trim().slice(0, 100));
  return [`${lines.length} statements:`, ...lines].join('\n');
}

/**
 * On tables this small the planner would rather scan; told not to, it shows whether an index can serve. An
 * index that is walked without a condition is a scan by another name.
 */
async function assertIndexed(statements: readonly Statement[]): Promise<void> {
  const client = await house.database.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local enable_seqscan = off');
    for (const { text, values } of reads(statements)) {
      const { rows } = await client.query(`explain (format json) ${text}`, values);
      const scanned = wholeTables(rows[0]['QUERY PLAN'][0].Plan).filter((name) => growing.includes(name));
      assert.deepEqual(scanned, [], `read from end to end by: ${text}`);
    }
    await client.query('rollback');
  } finally {
    client.release();
  }
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

/** The tables that a plan reads from end to end. */
function wholeTables(plan: Plan): readonly string[] {
  const type = plan['Node Type'];
  const whole =
    type === 'Seq Scan' || (/^Index (Only )?Scan$/.test(type) && plan['Index Cond'] === undefined);
  const below = (plan.Plans ?? []).flatMap(wholeTables);
  return whole ? [plan['Relation Name'] ?? '', ...below] : below;
}
