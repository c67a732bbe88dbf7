import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { testDatabase } from '../../../test/support/database.ts';
import { createHost } from '../../main/host.ts';
import { problemOfError, sendProblem } from '../../main/problem-pages.ts';
import { hashPassword } from '../../platform/crypto/password.ts';
import { byOwner } from '../../platform/db/connections.ts';
import { inTransaction } from '../../platform/db/index.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { organizationsRoutes } from '../organizations/index.ts';
import { addPerson } from './administer-people.ts';
import { findActor } from './find-actor.ts';
import { contextOf, importReference, office } from './office.fixture.ts';
import { beginPasswordChange } from './own-sessions.ts';
import { peopleRoutes } from './routes.ts';

const { database, url } = await testDatabase<Schema>();
const clock = { now: '2026-11-24T02:00:00.000Z' };
const app = Fastify();
await app.register(cookie);
app.setErrorHandler((error, request, reply) =>
  sendProblem(reply, problemOfError(request, error as Parameters<typeof problemOfError>[1])),
);
const still = { ...office, snapshot: () => office, refresh: async () => {} };
const host = createHost(app, { ...byOwner(database, url), office: still, clock: () => clock.now });
peopleRoutes(host, { secureCookies: true, publicUrl: 'https://tuntas.test', provider: null, canMail: false });
organizationsRoutes(host);
const password = 'bangku kayu di teras';
const email = 'rina@contoh.test';
let personId = '';

before(async () => {
  await importReference(database);
  const hash = await hashPassword(password);
  personId = await inTransaction(database.kysely, async (tx) => {
    const added = await addPerson(
      contextOf(tx),
      'kemensos',
      {
        name: 'Rina',
        email: 'Rina@Contoh.test',
        unitId: null,
        active: true,
        grants: [{ roleId: 'verifier', unitId: null, areaCode: null, categoryId: null }],
      },
      { password, hash },
    );
    assert.ok(added.ok);
    return added.value.person.id;
  });
});

beforeEach(async () => {
  clock.now = '2026-11-24T02:00:00.000Z';
  await database.pool.query('delete from rate_counters');
  await database.pool.query('delete from sessions');
  await database.pool.query('update people set failed_attempts = 0, locked_until = null, active = true');
});

after(() => app.close());

test('the right password opens a session, of which only a hash is stored', async () => {
  const answer = await signIn();
  assert.equal(answer.statusCode, 200);
  const [cookie] = answer.cookies;
  assert.ok(cookie);
  assert.equal(cookie.httpOnly, true);
  assert.equal(cookie.sameSite, 'Strict');
  assert.equal(cookie.secure, true);
  const view = answer.json();
  assert.equal(view.person.institution.shortName, 'Kemensos');
  assert.deepEqual(view.person.roles, [{ id: 'verifier', name: 'Verifikator', unit: null }]);
  assert.ok(view.permissions.includes('case.verify'));
  assert.equal(view.csrfToken, office.keys.hash('csrf', cookie.value).toString('base64url'));
  const { rows } = await database.pool.query('select * from sessions');
  assert.equal(rows.length, 1);
  assert.ok(!JSON.stringify(rows).includes(cookie.value));
});

test('wrong password, unknown address and deactivated person sound alike', async () => {
  await database.pool.query(
    `insert into people (id, name, email, active, password_hash) values (gen_random_uuid(), 'X', 'lama@contoh.test', false, $1)
     on conflict do nothing`,
    [await hashPassword(password)],
  );
  const answers = [
    await signIn({ password: 'salah sekali ini' }),
    await signIn({ email: 'tak-ada@contoh.test' }),
    await signIn({ email: 'lama@contoh.test' }),
  ];
  for (const answer of answers) {
    const { requestId: _, ...problem } = answer.json();
    const { requestId: __, ...first } = answers[0]?.json() ?? {};
    assert.equal(answer.statusCode, 401);
    assert.deepEqual(problem, first);
    assert.equal(answer.cookies.length, 0);
  }
});

for (const who of [email, 'tak-ada@contoh.test']) {
  test(`five wrong passwords lock ${who} for a quarter of an hour`, async () => {
    for (let count = 0; count < 5; count += 1) {
      assert.equal((await signIn({ email: who, password: 'salah sekali ini' })).statusCode, 401);
    }
    const locked = await signIn({ email: who });
    assert.equal(locked.statusCode, 423);
    assert.equal(locked.json().code, 'locked-out');
    assert.equal(locked.headers['retry-after'], '900');
    clock.now = '2026-11-24T02:15:01.000Z';
    assert.equal((await signIn({ email: who })).statusCode, who === email ? 200 : 401);
  });
}

test('guesses made at the same moment do not slip past the limit', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => signIn({ password: 'salah sekali ini' })),
  );
  const codes = answers.map((answer) => answer.statusCode).toSorted();
  assert.deepEqual(codes, [401, 401, 401, 401, 401, 423, 423, 423]);
});

test('signing in forgets the failures before it', async () => {
  for (let round = 0; round < 2; round += 1) {
    for (let count = 0; count < 4; count += 1) await signIn({ password: 'salah sekali ini' });
    assert.equal((await signIn()).statusCode, 200);
  }
});

test('a session ends after an hour without a request, and after twelve hours in any case', async () => {
  const { cookie } = await session();
  const visit = async (now: string) => {
    clock.now = now;
    return (await app.inject({ url: '/session', headers: { cookie } })).statusCode;
  };
  assert.equal(await visit('2026-11-24T02:59:00.000Z'), 200);
  assert.equal(await visit('2026-11-24T03:58:00.000Z'), 200, 'the request before kept it alive');
  assert.equal(await visit('2026-11-24T04:58:01.000Z'), 401, 'idle for an hour');
  const second = await session('2026-11-24T05:00:00.000Z');
  for (let minute = 0; minute < 12 * 60; minute += 50) {
    clock.now = new Date(Date.parse('2026-11-24T05:00:00.000Z') + minute * 60_000).toISOString();
    assert.equal((await app.inject({ url: '/session', headers: { cookie: second.cookie } })).statusCode, 200);
  }
  clock.now = '2026-11-24T17:00:00.000Z';
  assert.equal((await app.inject({ url: '/session', headers: { cookie: second.cookie } })).statusCode, 401);
});

test('being seen is written once a minute, in the same statement', async () => {
  const { cookie } = await session();
  const seen = async () =>
    (await database.pool.query('select last_seen_at from sessions')).rows[0].last_seen_at;
  clock.now = '2026-11-24T02:00:59.000Z';
  await app.inject({ url: '/session', headers: { cookie } });
  assert.equal(await seen(), '2026-11-24T02:00:00.000Z');
  clock.now = '2026-11-24T02:01:00.000Z';
  await app.inject({ url: '/session', headers: { cookie } });
  assert.equal(await seen(), '2026-11-24T02:01:00.000Z');
});

test('a change by cookie needs the token of the session in a header', async () => {
  const { cookie, csrf } = await session();
  const change = (headers: Record<string, string>) =>
    app.inject({ method: 'DELETE', url: '/session/all', headers: { cookie, ...headers } });
  assert.equal((await change({})).statusCode, 403);
  assert.equal((await change({ 'x-csrf-token': 'another' })).statusCode, 403);
  assert.equal((await change({ 'x-csrf-token': csrf })).statusCode, 200);
});

test('people, units and categories are answered in the shape that was promised', async () => {
  const { cookie, csrf } = await session();
  const public_ = await Promise.all(
    ['/institutions', '/institutions/kemensos/units', '/institutions/kemensos/categories'].map((url) =>
      app.inject({ url }),
    ),
  );
  assert.deepEqual(
    public_.map((answer) => [answer.statusCode, answer.json().length > 1]),
    [200, 200, 200].map((status) => [status, true]),
  );
  const [unit] = public_[1]?.json() ?? [];
  const change = (headers: Record<string, string>) =>
    app.inject({ method: 'PUT', url: `/units/${unit.id}`, headers, payload: { ...unit, name: 'Nama lain' } });
  assert.equal((await change({})).statusCode, 401, 'a visitor changes nothing');
  assert.equal((await change({ cookie, 'x-csrf-token': csrf })).statusCode, 403, 'nor does a verifier');
  const roles = await app.inject({ url: '/roles', headers: { cookie } });
  assert.equal(roles.json().length, 21);
  assert.equal((await app.inject({ url: '/roles' })).statusCode, 401);
  const closed = await app.inject({ url: '/institutions/kemensos/people', headers: { cookie } });
  assert.equal(closed.statusCode, 403);
});

test('one sees the own sessions and can end this one or all', async () => {
  const first = await session('2026-11-24T02:00:00.000Z');
  const second = await session('2026-11-24T02:10:00.000Z');
  const listed = (await app.inject({ url: '/session/all', headers: { cookie: first.cookie } })).json();
  assert.deepEqual(
    listed.map((one: { current: boolean; createdAt: string }) => [one.createdAt, one.current]),
    [
      ['2026-11-24T02:00:00.000Z', true],
      ['2026-11-24T02:10:00.000Z', false],
    ],
    'the latest used first: looking at the list is a use',
  );
  const end = (id: string) =>
    app.inject({
      method: 'DELETE',
      url: `/session/all/${id}`,
      headers: { cookie: first.cookie, 'x-csrf-token': first.csrf },
    });
  assert.equal((await end('none-of-mine')).statusCode, 404);
  assert.deepEqual((await end(listed[1].id)).json(), { ended: 1 });
  assert.equal((await app.inject({ url: '/session', headers: { cookie: second.cookie } })).statusCode, 401);
  assert.equal((await app.inject({ url: '/session', headers: { cookie: first.cookie } })).statusCode, 200);
  const { cookie, csrf } = await session('2026-11-24T02:11:00.000Z');
  const all = await app.inject({
    method: 'DELETE',
    url: '/session/all',
    headers: { cookie, 'x-csrf-token': csrf },
  });
  assert.deepEqual(all.json(), { ended: 2 });
  assert.equal((await app.inject({ url: '/session', headers: { cookie: first.cookie } })).statusCode, 401);
});

test('a new password ends the other sessions; a bad one is refused and counts for nothing', async () => {
  const other = await session();
  const own = await session('2026-11-24T02:05:00.000Z');
  const change = (current: string, next: string) =>
    app.inject({
      method: 'POST',
      url: '/session/password',
      headers: { cookie: own.cookie, 'x-csrf-token': own.csrf },
      payload: { current, next },
    });
  const { actor } =
    (await inTransaction(database.kysely, (tx) => findActor(tx, office.keys, own.token, clock.now))) ?? {};
  assert.ok(actor);
  for (let count = 0; count < 6; count += 1) {
    await inTransaction(database.kysely, async (tx) => {
      const begun = await beginPasswordChange(contextOf(tx, actor), 'pendek');
      assert.deepEqual(begun.ok ? null : begun.error.fields, { next: 'password-too-short' });
    });
  }
  assert.equal((await change('bukan sandi saya', 'kursi rotan di beranda')).statusCode, 401);
  assert.equal((await change(password, 'kursi rotan di beranda')).statusCode, 200);
  assert.equal((await app.inject({ url: '/session', headers: { cookie: other.cookie } })).statusCode, 401);
  assert.equal((await app.inject({ url: '/session', headers: { cookie: own.cookie } })).statusCode, 200);
  assert.equal((await signIn()).statusCode, 401);
  assert.equal((await signIn({ password: 'kursi rotan di beranda' })).statusCode, 200);
  await database.pool.query('update people set password_hash = $1 where id = $2', [
    await hashPassword(password),
    personId,
  ]);
});

test('who is behind a token is found with what they may do, until deactivated', async () => {
  const { token } = await session();
  const found = await inTransaction(database.kysely, (tx) => findActor(tx, office.keys, token, clock.now));
  assert.equal(found?.actor.name, 'Rina');
  assert.deepEqual(found?.actor.grants, [
    {
      role: 'verifier',
      permissions: found?.actor.grants[0]?.permissions,
      institution: 'kemensos',
      unitPath: null,
      areaCode: null,
      categoryId: null,
      onBehalfOf: null,
    },
  ]);
  assert.equal(found?.session.locale, 'id');
  await database.pool.query('update people set active = false where id = $1', [personId]);
  assert.equal(
    await inTransaction(database.kysely, (tx) => findActor(tx, office.keys, token, clock.now)),
    undefined,
  );
});

function signIn(typed: { email?: string; password?: string } = {}) {
  return app.inject({
    method: 'POST',
    url: '/session',
    payload: { email: typed.email ?? email, password: typed.password ?? password },
  });
}

async function session(now = clock.now) {
  clock.now = now;
  const answer = await signIn();
  const token = answer.cookies[0]?.value ?? '';
  return { token, cookie: `tuntas_session=${token}`, csrf: String(answer.json().csrfToken) };
}
