import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseView } from '../../src/features/cases/contract.ts';
import { buildApp } from '../../src/main/app.ts';
import { partsOf, testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { codeOf, knock } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { statementsOf, work } from '../support/office-statements.ts';
import { instant } from '../support/office-time.ts';
import { everyWay } from '../support/ways.ts';

/**
 * Ways round the door: who one says one is, what others may keep of an answer, what files, notices and errors say
 * beside it, and a clock that goes wrong.
 */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const path = ministryPaths(office);
const citizen = office.citizen();

const forged = {
  roles: ['system-administrator'],
  role: 'verifier',
  actor: { kind: 'system' },
  type: 'EMPLOYEE',
  personId: office.verifier.id,
  userInfo: { id: office.verifier.id, roles: ['verifier'] },
};
const forgedHeaders = {
  'x-user-id': office.verifier.id,
  'x-forwarded-user': office.verifier.email,
  'x-roles': 'verifier',
  'x-original-url': '/api/v1/session',
  'x-http-method-override': 'GET',
};

test('T1: whoever says in the body or a header who they are is nobody all the same', async () => {
  const matter = await path.filed(citizen);
  const note = { path: `/cases/${matter.id}/note`, body: { text: 'x', ...forged }, headers: forgedHeaders };
  assert.equal(codeOf(await knock(house, note)), 'not-signed-in');
  assert.equal(codeOf(await knock(house, { path: '/cases', headers: forgedHeaders })), 'not-signed-in');
  const entered = { text: 'Surat.', institution: 'kemensos', channel: 'letter', ...forged };
  const answer = await knock(house, { path: '/submissions', body: entered, headers: forgedHeaders });
  assert.equal(answer.status, 422, 'a channel is said by officers alone');
});

test('T2: what a body says of its sender or its institution does not count beside the session', async () => {
  const matter = await path.verified(citizen);
  const body = { text: 'Milik Ujang.', ...forged, institution: 'politeknik', author: office.head.id };
  const written = await office.verifier.ask({ path: `/cases/${matter.id}/note`, body });
  assert.equal(written.status, 200, written.text);
  const note = (await office.verifier.sees(matter)).timeline.find(({ type }) => type === 'NoteWritten');
  assert.equal(note?.actor.name, office.verifier.name);
  assert.deepEqual(note?.data, { text: 'Milik Ujang.' });
  const people = await office.verifier.ask({ path: '/institutions/politeknik/people' });
  assert.equal(codeOf(people), 'not-authorized');
});

test('T3: where sessions cannot be read nobody passes, signed in or not', async (t) => {
  const dark = await testHouse({}, t);
  await dark.connections.database.close();
  const cookie = { cookie: `tuntas_session=${'a'.repeat(43)}` };
  for (const headers of [cookie, { authorization: `Bearer ${'a'.repeat(43)}` }]) {
    const answer = await dark.app.inject({ method: 'GET', url: '/api/v1/cases', headers });
    assert.ok(answer.statusCode >= 500);
    assert.equal(answer.json().items, undefined);
  }
});

test('An authorization that is none does not stand in for the token of the session', async () => {
  const matter = await path.filed(citizen);
  const { cookie, csrf } = await office.verifier.signIn();
  const note = (headers: Record<string, string>) =>
    knock(house, { path: `/cases/${matter.id}/note`, body: { text: 'x' }, headers });
  for (const authorization of ['Basic eA==', 'Bearer x', 'Bearer', ' '])
    assert.equal(codeOf(await note({ cookie, authorization })), 'not-authorized', authorization);
  const token = cookie.replace('tuntas_session=', '');
  assert.equal((await note({ authorization: `Bearer ${token}` })).status, 200, 'a machine needs no cookie');
  assert.equal((await note({ cookie, 'x-csrf-token': csrf })).status, 200);
});

test('A page of another site changes nothing here, signing in included', async () => {
  const { cookie, csrf } = await office.verifier.signIn();
  const matter = await path.filed(citizen);
  const elsewhere = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'https://lain.example.go.id' },
    { origin: 'https://jahat.example' },
    { origin: 'http://localhost:8080.jahat.example' },
  ];
  for (const from of elsewhere) {
    const headers = { ...from, cookie, 'x-csrf-token': csrf };
    const note = await knock(house, { path: `/cases/${matter.id}/note`, body: { text: 'x' }, headers });
    assert.equal(codeOf(note), 'not-authorized', JSON.stringify(from));
    const signIn = await knock(house, {
      path: '/session',
      payload: 'email=a%40b.test&password=x',
      headers: { ...from, 'content-type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(codeOf(signIn), 'not-authorized', JSON.stringify(from));
    const form = { method: 'POST' as const, url: `/lacak/${matter.code}/pesan`, payload: {}, headers: from };
    assert.equal((await house.app.inject(form)).statusCode, 403);
  }
  for (const from of [
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://localhost:8080' },
    { origin: 'null' },
  ]) {
    const headers = { ...from, cookie, 'x-csrf-token': csrf };
    const note = await knock(house, { path: `/cases/${matter.id}/note`, body: { text: 'x' }, headers });
    assert.equal(note.status, 200, JSON.stringify(from));
  }
  assert.equal((await knock(house, { path: '/institutions', headers: elsewhere[0] ?? {} })).status, 200);
});

test('T14: nobody reads, marks or ends what is somebody else’s', async () => {
  const matter = await path.sent(citizen);
  await house.runJobs();
  const mine = await office.liaison.ask<{ items: { id: string }[]; unread: number }>({
    path: '/notifications',
  });
  const [notice] = mine.body.items;
  assert.ok(notice);
  const { verifier } = office;
  await verifier.ask({ path: `/notifications/${notice.id}/reading`, body: { personId: office.liaison.id } });
  await verifier.ask({
    path: '/notifications/reading',
    body: { upTo: notice.id, personId: office.liaison.id },
  });
  const after = await office.liaison.ask<{ unread: number }>({ path: '/notifications' });
  assert.equal(after.body.unread, mine.body.unread);
  const theirs = await verifier.ask<{ items: { id: string }[] }>({
    path: `/notifications?personId=${office.liaison.id}&person_id=${office.liaison.id}`,
  });
  assert.equal(
    theirs.body.items.some(({ id }) => id === notice.id),
    false,
  );
  assert.equal((await office.liaison.sees(matter)).id, matter.id, 'and nobody was signed out');
});

test('No answer that depends on who asks is kept by anybody on the way, nor told apart by a tag', async () => {
  for (const way of await everyWay(house)) {
    if (way.door === 'anyone' && !/session|submissions|uploads/.test(way.name)) continue;
    if (/^(?:DELETE|POST) \/session/.test(way.name)) continue;
    for (const answer of [await office.verifier.ask(way.question()), await knock(house, way.question())]) {
      assert.match(String(answer.headers['cache-control']), /\bno-store\b/, `${way.name} ${answer.status}`);
      assert.equal(answer.headers.etag ?? answer.headers['last-modified'], undefined, way.name);
    }
  }
});

test('The same address gives each their own answer, whatever tag or range they ask with', async () => {
  const matter = await path.verified(citizen);
  const headers = {
    'if-none-match': '*',
    'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT',
    range: 'bytes=0-9',
  };
  const seen = await office.verifier.ask<CaseView>({ path: `/cases/${matter.id}`, headers });
  assert.deepEqual([seen.status, seen.body.id], [200, matter.id]);
  assert.equal((await office.otherOfficer.ask({ path: `/cases/${matter.id}`, headers })).status, 404);
});

test('Notices hold no name, number or address of a reporter, before and after it is made more secret', async () => {
  const contact = { name: 'Zubaidahrahasia', email: 'zubaidah@rahasia.test', phone: '081277773311' };
  const matter = await citizen.files('Bantuan berhenti.', { contact });
  await office.verifier.verifies(matter);
  await office.verifier.asks(matter, 'Di desa mana?');
  await citizen.completes(matter, 'Di Galesong.');
  await office.verifier.reveals(matter, 'Menelepon.');
  await citizen.makesSecret(matter, 'L3');
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await house.runJobs();
  const { rows } = await house.database.pool.query<{ said: string }>(
    `select string_agg(to_jsonb(n)::text, ' ') as said from notifications n where case_id = $1`,
    [matter.id],
  );
  const { rows: jobs } = await house.database.pool.query<{ said: string | null }>(
    `select string_agg(payload::text, ' ') as said from graphile_worker._private_jobs`,
  );
  const said = `${rows[0]?.said} ${jobs[0]?.said}`;
  assert.match(said, /to-verify/);
  assert.doesNotMatch(said, /zubaidah|7777/i);
});

test('A drawing that is taken away says who made it: the house, not the officer, and no machine', async () => {
  const url = '/sop/kemensos/pengelolaan-sp4n-lapor/bagan.pdf';
  const content = (await house.app.inject({ method: 'GET', url })).rawPayload.toString('latin1');
  assert.equal(content.startsWith('%PDF'), true);
  const said = /\/home\/|\/tmp\/|\\Users\\|@[a-z]+\.test|Vera|Ujang/.exec(content);
  assert.equal(said?.[0], undefined);
});

test('An error says what to do and nothing of the machine, on pages as in the API', async () => {
  const asked = [
    '/lacak/%E0%A4%A',
    '/lapor/isian/tidak-ada',
    '/konsol/%ff',
    '/sop/../../etc/passwd',
    '/instansi/%00',
    '/api/v1/cases/bukan-id',
    '/api/v1/procedures/x/y/versions/9',
    '/api/v1/areas?parent[]=x&parent[]=y',
    '/aset/..%2f..%2fpackage.json',
  ];
  for (const url of asked) {
    const answer = await house.app.inject({ method: 'GET', url });
    assert.ok(answer.statusCode < 500, url);
    assert.doesNotMatch(answer.body, /node_modules|\.tsx?:\d|at Object\.|select .* from|ENOENT|Error:/, url);
  }
  for (const [url, type, payload] of [
    ['/lapor/isian', 'multipart/form-data; boundary=x', '--x\r\n'],
    ['/api/v1/submissions', 'application/json', '{"text":'],
    ['/api/v1/submissions', 'text/xml', '<a/>'],
    ['/api/v1/submissions', 'application/json', '{"__proto__":{"kind":"x"},"text":"x"}'],
  ] as const) {
    const headers = { 'content-type': type };
    const answer = await house.app.inject({ method: 'POST', url, headers, payload });
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${url} ${answer.statusCode}`);
    assert.doesNotMatch(answer.body, /node_modules|\.tsx?:\d|Unexpected|position \d|Error:/, url);
  }
});

test('A node whose clock is slow or fast makes no promise earlier and lets no session live longer', async (t) => {
  const matter = await path.filed(citizen);
  const before = await office.verifier.sees(matter);
  const due = (view: CaseView) => view.clocks.map(({ rule, due: date }) => [rule, date]);
  const { cookie, csrf } = await office.verifier.signIn();
  for (const skew of [-180_000, 180_000]) {
    const clock = () => new Date(Date.parse(house.clock.now()) + skew).toISOString();
    const app = await buildApp({ ...partsOf(house), clock });
    await app.ready();
    t.after(() => app.close());
    const skewed = { ...house, app };
    const headers = { cookie, 'x-csrf-token': csrf };
    const note = await knock(skewed, { path: `/cases/${matter.id}/note`, body: { text: 'x' }, headers });
    assert.equal(note.status, 200, note.text);
    const page = await knock<CaseView>(skewed, { path: `/cases/${matter.id}`, headers });
    assert.deepEqual(due(page.body), due(before));
    const seqs = page.body.timeline.map(({ seq }) => seq);
    assert.deepEqual(
      seqs,
      seqs.toSorted((a, b) => a - b),
    );
    assert.equal((await knock(skewed, { path: `/tracking/${matter.code}` })).status, 200);
  }
  const { rows } = await house.database.pool.query<{ longest: string }>(
    `select max(expires_at - created_at)::text as longest from sessions`,
  );
  assert.equal(rows[0]?.longest, '12:00:00');
});

test('T6: whoever holds two roles sees the union of both, and of each no more than it gives', async () => {
  const matter = await path.accepted(citizen);
  const both = await office.employ({
    name: 'Dua',
    role: 'reviewer',
    also: ['unit-officer'],
    unit: ministryUnits.directorate,
  });
  const one = await office.employ({ name: 'Satu', role: 'reviewer', unit: ministryUnits.directorate });
  const [acts, fewer] = [await both.mayDo(matter), await one.mayDo(matter)];
  assert.ok(fewer.every((act) => acts.includes(act)));
  const elsewhere = await office.employ({
    name: 'Tiga',
    role: 'reviewer',
    also: ['unit-officer'],
    unit: ministryUnits.other,
  });
  assert.equal(await elsewhere.cannotFind(matter), true);
});

test('An account that is not there is refused by as many looks at the database as a wrong password', async () => {
  const tries = [office.head.email, 'tidak-ada@uji.test', office.reviewer.email, 'juga-tidak@uji.test'];
  const counts: number[] = [];
  for (const email of tries) {
    const asked = await statementsOf(house, async () => {
      const answer = await knock(house, {
        path: '/session',
        body: { email, password: 'bukan kata sandinya' },
      });
      assert.equal(codeOf(answer), 'wrong-credentials');
    });
    counts.push(work(asked).length);
  }
  assert.equal(new Set(counts).size, 1, counts.join());
});
