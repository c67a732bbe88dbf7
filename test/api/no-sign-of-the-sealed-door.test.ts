import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { shippedRoles } from '../../scripts/write-rights.ts';
import { doorOf } from '../../src/domain/access/doors.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { testHouse } from '../support/house.ts';
import { ministry } from '../support/office-casts.ts';
import { knock } from '../support/office-door.ts';
import { readerAtHome, typedInto } from '../support/office-pages.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { insiderAtHome, inspectorAtWork } from '../support/sealed-door.ts';
import { solved } from '../support/solved.ts';

/**
 * That somebody blew the whistle is itself the secret. Everything that anybody outside the inspectorate can ask is asked
 * before and after, and must come back byte for byte; the log, the metrics, the counters and a stolen dump are read too.
 */
const lines: string[] = [];
const log = openLog('info', { write: (line) => void lines.push(line) });
const house = await testHouse({ now: instant('2026-11-24 08:15'), log });
const office = await ministry(house);
const citizen = office.citizen();
const open = await ministryPaths(office).accepted(citizen);
const verifier = inspectorAtWork(await office.employ({ name: 'Wira Kusuma', role: 'wbs-verifier' }));
const researcher = inspectorAtWork(await office.employ({ name: 'Teguh Laksana', role: 'wbs-researcher' }));
await verifier.list();
await researcher.list();
const address = '203.0.113.77';
const insider = insiderAtHome(house, address);
const words = {
  story: 'Kepala gudang menjual beras bantuan lewat Toko Makmur Sentosa.',
  reply: 'Nota aslinya disimpan di lemari ruang arsip lantai dua.',
  question: 'Siapa yang menandatangani surat jalannya?',
  findings: 'Surat jalan bernomor ganda ditemukan.',
};
const nobody = '01890000-0000-7000-8000-000000000000';
const outsiders = shippedRoles().filter(({ permissions }) => !permissions.includes('case.read-sealed'));
const people = await Promise.all(
  outsiders.map(async ({ id }) => office.employ({ name: `Orang ${id}`, role: id })),
);

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { parameters?: readonly { name: string; in: string; required?: boolean }[] }>>
    >
  >;
}

const samples: Readonly<Record<string, string>> = {
  institution: 'kemensos',
  name: 'pengelolaan-sp4n-lapor',
  procedure: 'kemensos/pengelolaan-sp4n-lapor',
  version: '1',
  year: '2026',
  step: '3',
  code: open.code,
  attachmentId: nobody,
};

interface Reading {
  readonly path: string;
  readonly isPublic: boolean;
}

/** Everything that can be read, from the API's own description: a new way is asked from its first day. */
async function everyReading(sealedId: string): Promise<readonly Reading[]> {
  const { body } = await knock<Description>(house, { path: '/openapi.json' });
  const filled = Object.entries(body.paths).flatMap(([path, methods]) => {
    const query = (methods.get?.parameters ?? [])
      .filter((one) => one.in === 'query' && one.required === true)
      .map(({ name }) => `${name}=${encodeURIComponent(samples[name] ?? 'kemensos')}`);
    const withId = (id: string) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'id' ? id : (samples[name] ?? 'x')));
    const ids = path.startsWith('/institutions') ? ['kemensos'] : [open.id, sealedId];
    if (methods.get === undefined) return [];
    const isPublic = doorOf('GET', path.replaceAll(/\{(\w+)\}/g, ':$1')) === 'anyone';
    return [...new Set(ids.map(withId))].map((one) => ({
      path: query.length === 0 ? one : `${one}?${query.join('&')}`,
      isPublic,
    }));
  });
  const lists = [
    'q=beras',
    'q=WBS',
    'queue=all',
    'queue=mine',
    'status=sealed',
    'late=true',
    'sort=-received',
  ];
  return [...filled, ...lists.map((query) => ({ path: `/cases?${query}`, isPublic: false }))];
}

const pages = [
  '/',
  '/lapor',
  '/lacak',
  '/wbs/lacak',
  '/sop',
  '/privasi',
  '/instansi/kemensos',
  '/robots.txt',
];

/** What everybody gets to see; what is another at every request is left out. */
async function everythingSeen(sealedId: string): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  const keep = (who: string, path: string, answer: { status: number; text: string; headers: object }) => {
    const headers = { ...answer.headers, date: '', 'set-cookie': '' };
    const body = answer.text.replace(/"requestId":"[^"]*"/g, '').replace(/name="key" value="[^"]*"/g, '');
    seen.set(`${who} ${path}`, `${answer.status} ${JSON.stringify(headers)}\n${body}`);
  };
  const readings = await everyReading(sealedId);
  for (const { path, isPublic } of readings) {
    keep('nobody', path, await knock(house, { path }));
    // Where the door stands open to anyone, the answer is anyone's.
    for (const person of isPublic ? [] : people) keep(person.role, path, await person.ask({ path }));
  }
  const reader = readerAtHome(house);
  for (const path of pages) {
    const { html: text, ...page } = await reader.opens(path);
    keep('nobody', path, { ...page, text });
  }
  return seen;
}

/** The figures of the HTTP layer; those of the machine change by themselves. */
async function figures(): Promise<string> {
  const { body } = await house.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' });
  return body
    .split('\n')
    .filter((line) => /^http_request_seconds_count/.test(line) && /wbs|sealed/.test(line))
    .join('\n');
}

async function countersAndQueues() {
  const { rows } = await house.database.pool.query<{ what: string; n: string }>(`
    select 'jobs' as what, count(*)::text as n from graphile_worker._private_jobs
    union all select 'notifications', count(*)::text from notifications
    union all select 'cases', count(*)::text from cases
    union all select 'attachments', count(*)::text from attachments
    union all select 'measured', count(*)::text from measured_cases
    union all select 'numbers', last_value::text from case_number_seq
    union all select 'kinds of counters', string_agg(distinct split_part(key, ':', 1), ' ' order by split_part(key, ':', 1))
      from rate_counters order by 1`);
  return rows;
}

test('nobody outside the inspectorate can tell that a whistle was blown', async () => {
  await house.runJobs();
  await readerAtHome(house).sends('/lapor/isian', { key: '', text: 'x', do: 'start' });
  const quiet = await everythingSeen(nobody);
  const [counted, measured] = [await countersAndQueues(), await figures()];
  lines.length = 0;

  const code = await insider.reports('kemensos', words.story);
  const sealedId = (await verifier.list())[0]?.id ?? '';
  await verifier.does(sealedId, 'question', { text: words.question });
  await insider.says(code, 'lengkapi', words.reply);
  const title = 'Beras bantuan dijual';
  const classified = {
    kind: 'complaint',
    oversight: false,
    urgent: false,
    title,
    categoryId: null,
    areaCode: null,
  } as const;
  await verifier.does(sealedId, 'verification', { ...classified, note: '' });
  await researcher.does(sealedId, 'research', { findings: words.findings, proceed: true });
  assert.deepEqual(lines, [], 'no line in the log');
  await house.runJobs();

  const after = await everythingSeen(sealedId);
  for (const [asked, answer] of after) {
    const before = quiet.get(asked) ?? quiet.get(asked.replaceAll(sealedId, nobody));
    assert.equal(answer.replaceAll(sealedId, nobody), before, asked);
  }
  assert.equal(after.size, quiet.size);
  assert.deepEqual(await countersAndQueues(), counted, 'no job, no notice, no number, no counter of its own');
  assert.equal(await figures(), measured, 'no figure');
  const next = await citizen.files('Laporan berikutnya.');
  const sequence = (number: string) => Number(number.split('-')[1]);
  assert.equal(sequence(next.number), sequence(open.number) + 1, 'no gap in the numbers');
});

test('the ordinary way in does not know its code, and it does not know theirs', async () => {
  const code = await insider.reports('kemensos', 'Satu lagi.');
  const ask = (typed: string) => knock(house, { path: `/tracking/${typed}` });
  const alike = ({ status, text }: { status: number; text: string }) =>
    `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;
  assert.equal(alike(await ask(code)), alike(await ask('7KQM-4XRT-9DWP')));
  assert.equal((await insider.looks(open.code)).status, 404);
});

test('pages of the sealed door set no cookie, are kept by nobody, and name no other host', async () => {
  const code = await insider.reports('kemensos', 'Dan satu lagi.');
  const reader = readerAtHome(house);
  const shown = [
    await reader.opens('/wbs'),
    await reader.opens('/wbs?lang=en'),
    await reader.opens('/wbs/lacak'),
    await insider.looks(code),
    await insider.looks('salah'),
    await insider.sends({ institution: '', text: '' }),
    await insider.says(code, 'pesan', 'Halo.'),
  ];
  for (const { headers, html } of shown) {
    assert.equal(headers['set-cookie'], undefined);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.doesNotMatch(html, /<script|(?:src|href|action)="(?:https?:)?\/\//);
    assert.doesNotMatch(html, /href="\/bahasa/, 'the language switch would set one');
  }
  const signedIn = await office.verifier.signIn();
  const before = await sessionsSeen();
  const answer = await house.app.inject({
    url: '/wbs',
    headers: { cookie: signedIn.cookie },
    remoteAddress: address,
  });
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(await sessionsSeen(), before, 'who is signed in at the console is not looked at');
});

async function sessionsSeen() {
  return (await house.database.pool.query('select person_id, last_seen_at from sessions order by 1, 2')).rows;
}

test('a stolen dump and a stolen folder say nothing of it, and no address stands anywhere', async () => {
  await insider.reports('kemensos', words.story, [
    { field: 'files', name: 'a.txt', content: Buffer.from(words.findings) },
  ]);
  const { rows: tables } = await house.database.pool.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`);
  const secrets = [...Object.values(words), 'Beras bantuan dijual', 'Wira Kusuma menanyakan', address];
  for (const { name } of tables) {
    const { rows } = await house.database.pool.query<Record<string, unknown>>(`select * from ${name}`);
    const dump = rows
      .flatMap((row) => Object.values(row))
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
      .join('\n');
    for (const secret of secrets) assert.ok(!dump.includes(secret), `${secret} lies in ${name}`);
  }
  const folder = join(house.config.dataDir, 'attachments');
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name));
    for (const secret of secrets) assert.ok(!content.includes(secret), secret);
  }
  for (const line of lines) assert.ok(!line.includes(address), line);
});

test('a machine that would bury the inspectorate is held back, whatever its addresses', async () => {
  assert.equal((await insider.looks('salah')).status, 404);
  await house.database.pool.query(`update rate_counters set count = 299 where key like 'form:%'`);
  assert.equal((await insiderAtHome(house, '198.51.100.7').looks('salah')).status, 404);
  const held = await insiderAtHome(house, '198.51.100.8').looks('salah');
  assert.equal(held.status, 429);
  assert.ok(Number(held.headers['retry-after']) > 0);

  // Whoever lets their machine work for it comes through, and what was written stays until then.
  const writer = readerAtHome(house);
  const letter = { code: 'salah', seen: '1', text: 'Pertemuan berikutnya hari Jumat.' };
  const again = await writer.sends('/wbs/lacak/pesan', letter);
  assert.deepEqual([again.status, typedInto(again.html, 'text')], [429, letter.text]);
  const [, challenge = '', bits = '0'] = /data-challenge="([^"]+)" data-bits="(\d+)"/.exec(again.html) ?? [];
  const proof = solved({ challenge, bits: Number(bits) });
  assert.equal((await writer.sends('/wbs/lacak', { code: 'salah', work: proof })).status, 404);
  assert.equal((await writer.sends('/wbs/lacak', { code: 'salah', work: proof })).status, 429, 'but once');
});
