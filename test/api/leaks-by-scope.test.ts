import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { shippedRoles } from '../../scripts/write-rights.ts';
import type { CaseList } from '../../src/features/cases/contract.ts';
import type { LeaderPage } from '../../src/features/statistics/contract.ts';
import { testHouse } from '../support/house.ts';
import type { Matter, Officer } from '../support/office.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { type Answer, codeOf, knock, type Question } from '../support/office-door.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { everyWay, nobody, type Way } from '../support/ways.ts';

/**
 * What must not leave by any way of the API: a case to whoever does not reach it, a person's name to anybody who did
 * not open it, a sealed case to anybody but the inspectorate. Every way is asked, as every role that ships; a way
 * that is added tomorrow is asked from its first day.
 */
const mailer = { send: async () => {}, close: async () => {} };
const house = await testHouse({ now: instant('2026-11-24 08:15'), mailer });
const office = await ministry(house);
const campus = await polytechnic(house);
const path = ministryPaths(office);
const ways = await everyWay(house);
const reading = ways.filter(({ name }) => name.startsWith('GET ') && !/session|openapi/.test(name));
/** What stands open to everybody says the same to all; it is asked once, by nobody. */
const kept = reading.filter(({ door }) => door !== 'anyone');

/** Words that stand in one case and nowhere else. */
const secret = {
  name: 'Zubaidahrahasia Pelapor',
  email: 'zubaidah.rahasia@warga.test',
  phone: '0812 7777 3311',
  card: 'kartukeluargarahasia',
} as const;
const inside = {
  title: 'Judulrahasia bantuan',
  text: 'Uraianrahasia tentang kartu bantuan yang ditahan.',
  place: 'Tempatrahasia',
  note: 'Catatanrahasia dalam',
  file: 'berkasrahasia',
} as const;

let matter: Matter;
let files: readonly string[] = [];
/** By role: somebody of the whole institution, of another of its units, and of another institution. */
const near = new Map<string, Officer>();
const beside = new Map<string, Officer>();
const abroad = new Map<string, Officer>();

before(async () => {
  const citizen = office.citizen();
  const { name, email, phone } = secret;
  const { title, text, place } = inside;
  matter = await citizen.files(text, { title, place, contact: { name, email, phone } });
  const content = Buffer.from('Isi berkas.');
  await citizen.brings(matter, { name: `${inside.file}.txt`, content });
  await citizen.brings(matter, { name: `${secret.card}.txt`, content: Buffer.from('Kartu.') }, 'family-card');
  await office.verifier.verifies(matter, { title });
  await office.verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await office.liaison.accepts(matter);
  await office.officer.notes(matter, inside.note);
  await office.officer.writesReport(matter);
  files = (await office.verifier.sees(matter)).attachments.map(({ id }) => id);
  for (const { id: role } of shippedRoles()) {
    near.set(role, await office.employ({ name: `Dekat ${role}`, role }));
    beside.set(role, await office.employ({ name: `Lain ${role}`, role, unit: ministryUnits.other }));
    abroad.set(role, await campus.employ({ name: `Kampus ${role}`, role }));
  }
  await house.runJobs();
});

/** The least that each way asks for, then what a list takes besides, with the case's own ids in every place. */
function questionsOf(way: Way): readonly Question[] {
  const ids = [nobody, ...files].map((attachmentId) => ({ id: matter.id, attachmentId }));
  const asked = way.name.includes('attachmentId') ? ids : ids.slice(0, 1);
  const more = sideWays[way.name] ?? [];
  return [...asked.map((given) => way.question(given)), ...more.map((query) => ({ path: query() }))];
}

const directorate = () => office.unit(ministryUnits.directorate);
/** Sorted, filtered, searched and leafed through: each could say by its rows, order or count what it hides. */
const sideWays: Readonly<Record<string, readonly (() => string)[]>> = {
  'GET /cases': [
    () => '/cases?q=uraianrahasia',
    () => `/cases?q=${matter.number}`,
    () => '/cases?q=kartu&sort=due',
    () => `/cases?unit=${directorate()}&sort=-received`,
    () => '/cases?area=&limit=200',
    () => '/cases?status=in-review',
    () => '/cases?queue=mine',
    () => `/cases?cursor=${Buffer.from(`2026-11-25T00:00:00.000Z|${matter.id}`).toString('base64url')}`,
  ],
  'GET /statistics/compliance/cases': [
    () =>
      `/statistics/compliance/cases?procedure=kemensos/pengelolaan-sp4n-lapor&unit=${directorate()}&measure=received`,
  ],
  'GET /statistics/compliance/runs': [
    () => `/statistics/compliance/runs?procedure=kemensos/pengelolaan-sp4n-lapor&holder=${directorate()}`,
  ],
};

type Shown = readonly (readonly [string, Answer<unknown>])[];

async function everythingShownTo(who: Officer): Promise<Shown> {
  const shown: (readonly [string, Answer<unknown>])[] = [];
  for (const way of kept)
    for (const question of questionsOf(way)) shown.push([question.path, await who.ask(question)]);
  return shown;
}

function holdsNone(words: readonly string[], shown: Shown): void {
  for (const [where, answer] of shown) {
    const said = `${answer.text} ${JSON.stringify(answer.headers)}`.toLowerCase();
    for (const word of words) assert.ok(!said.includes(word.toLowerCase()), `${where} says "${word}"`);
  }
}

/** Whoever looks after delivery sees the numbers of the whole institution, and no words (tried by itself below). */
function withoutOutbox(shown: Shown): Shown {
  return shown.filter(([where]) => where !== '/traffic/out');
}

test('T5, T6, T10: a case is not told to any role of another unit, by any way, order, filter, search or count', async () => {
  for (const who of beside.values())
    holdsNone([...Object.values(inside), matter.number], withoutOutbox(await everythingShownTo(who)));
});

test('T2: nor to any role of another institution', async () => {
  for (const who of abroad.values())
    holdsNone([...Object.values(inside), matter.number], await everythingShownTo(who));
});

test('T11: who the reporter is, is told to nobody who has not opened it, whatever their role', async () => {
  const code = [matter.code, matter.code.replaceAll('-', '')];
  for (const who of near.values())
    holdsNone([...Object.values(secret), ...code], await everythingShownTo(who));
});

test('T12: who looks after delivery sees that notices were sent, and neither words nor names of a case', async () => {
  const who = near.get('system-administrator');
  assert.ok(who);
  const outbox = await who.ask<{ items: readonly unknown[] }>({ path: '/traffic/out' });
  assert.ok(outbox.body.items.length > 3);
  holdsNone([...Object.values(inside), ...Object.values(secret)], [['outbox', outbox]]);
});

test('T4: who is signed in nowhere is told nothing of a case', async () => {
  for (const way of reading)
    for (const question of questionsOf(way))
      holdsNone(
        [...Object.values(inside), ...Object.values(secret), matter.number],
        [[question.path, await knock(house, question)]],
      );
});

test('Every act on a case out of reach is answered like one on a case that does not exist', async () => {
  const [, stranger] = [...beside].find(([role]) => role === 'unit-officer') ?? [];
  assert.ok(stranger);
  const acts = ways.filter(({ name }) => /(?:POST|GET) \/cases\/:id/.test(name));
  assert.ok(acts.length > 5);
  for (const way of acts) {
    const real: Answer<unknown> = await stranger.ask(way.question({ id: matter.id }));
    const none: Answer<unknown> = await stranger.ask(way.question({ id: nobody }));
    // Whoever has no business at a way at all is told so before any case is looked for.
    const barred = codeOf(none) === 'not-authorized';
    assert.equal(real.status, barred ? 403 : 404, way.question().path);
    assert.equal(withoutOwnId(real.text), withoutOwnId(none.text), way.question().path);
    const question = way.question({ id: matter.id });
    const seen = { ...question.headers, 'if-match': '"1"' };
    const conditional: Answer<unknown> = await stranger.ask({ ...question, headers: seen });
    assert.equal(codeOf(conditional), codeOf(none), 'a version asked for says no more');
  }
});

test('T9: a batch holds no door of its own: a list of ids reaches only what each of them would', async () => {
  const [, stranger] = [...beside].find(([role]) => role === 'unit-officer') ?? [];
  assert.ok(stranger);
  const batch = await stranger.ask<CaseList>({ path: `/cases?id=${matter.id}&ids=${matter.id},${nobody}` });
  assert.deepEqual([batch.status, batch.body.items], [200, []]);
  const act = { path: `/cases/${matter.id},${matter.id}/note`, body: { text: 'x' } };
  assert.equal((await stranger.ask(act)).status, 422);
});

test('T5: an area is not its sibling whose code begins alike, in lists, on the page, in figures and in notices', async () => {
  await house.database.pool.query(`insert into areas (code, name, level, full_name, search) values
    ('98', 'Uji', 'province', 'Uji', ' uji'), ('98.1', 'Satu', 'regency', 'Satu, Uji', ' satu'),
    ('98.11', 'Sebelas', 'regency', 'Sebelas, Uji', ' sebelas') on conflict do nothing`);
  const here = await office.citizen().files('Di satu.', { areaCode: '98.1' });
  const there = await office.citizen().files('Di sebelas.', { areaCode: '98.11' });
  const local = await office.employ({ name: 'Lokal', role: 'verifier', areaCode: '98.1' });
  assert.deepEqual(await local.workList('limit=200'), [here.number]);
  assert.deepEqual(await local.workList('queue=verification'), [here.number]);
  assert.equal(await local.cannotFind(there), true);
  const wide = await office.verifier.list('area=98.1');
  assert.deepEqual(
    wide.items.map(({ number }) => number),
    [here.number],
  );
  const later = await office.citizen().files('Lagi di sebelas.', { areaCode: '98.11' });
  assert.deepEqual(await local.wasTold(later), []);
  const counts = await local.ask<{ queues: Record<string, { open: number }> }>({ path: '/cases/counts' });
  assert.equal(counts.body.queues.verification?.open, 1);
  const figures = await local.ask<LeaderPage>({ path: '/statistics/units?institution=kemensos' });
  assert.equal(
    figures.body.rows.reduce((sum, row) => sum + row.open, 0),
    1,
    'figures of the own area alone',
  );
});

test('T7: a case of no category is kept from whoever is limited to one, and shown to whoever is not', async () => {
  const { rows } = await house.database.pool.query<{ id: string }>(
    `select id from categories where institution_id = 'kemensos' order by position limit 1`,
  );
  const limited = await office.employ({ name: 'Terbatas', role: 'verifier', categoryId: rows[0]?.id ?? '' });
  const plain = await office.citizen().files('Tanpa kategori.');
  assert.equal(await limited.cannotFind(plain), true);
  assert.deepEqual(await limited.workList('limit=200'), []);
  const figures = await limited.ask<LeaderPage>({ path: '/statistics/units?institution=kemensos' });
  assert.equal(
    figures.body.rows.reduce((sum, row) => sum + row.open, 0),
    0,
  );
  assert.equal(await office.verifier.cannotFind(plain), false);
});

test('T8: somebody without a role finds an empty house, not an open one', async () => {
  const bare = await office.employ({ name: 'Tanpa peran', role: 'channel-officer' });
  await house.database.pool.query('delete from person_roles where person_id = $1', [bare.id]);
  for (const way of kept) {
    const answer = await bare.ask(way.question({ id: matter.id }));
    holdsNone([...Object.values(inside), ...Object.values(secret), matter.number], [[way.name, answer]]);
  }
  assert.equal(codeOf(await bare.ask({ path: '/cases' })), 'not-authorized');
});

test('Of what follows a case nothing is told that its own page would refuse', async () => {
  const parent = await path.filed(office.citizen());
  const child = await office.citizen().files('Anakrahasia yang digabung.', { title: 'Anakrahasia' });
  await office.verifier.verifies(parent);
  await office.verifier.merges(child, parent);
  await office.verifier.sendsTo(parent, directorate());
  await office.liaison.accepts(parent);
  assert.equal(await office.officer.cannotFind(child), true);
  const page = await office.officer.sees(parent);
  assert.equal(JSON.stringify(page).toLowerCase().includes('anakrahasia'), false);
  assert.deepEqual(
    [page.mergedHere.length, page.mergedBeyond],
    [0, 1],
    'that somebody else waits too is no secret',
  );
  assert.equal((await office.verifier.sees(parent)).mergedHere.length, 1);
});

/** A refusal names its request, for the log; nothing else differs between two that are alike. */
function withoutOwnId(text: string): string {
  return text.replace(/"requestId":"[^"]*"/, '');
}

test('T13, T15, T16: a sealed case leaves no trace by any way, for any role but the inspectorate', async () => {
  const officers = [...near].filter(([role]) => !/^(inspectorate|wbs-)/.test(role)).map(([, who]) => who);
  const all = async () => {
    const said: string[] = [];
    for (const who of officers)
      for (const [where, answer] of await everythingShownTo(who))
        said.push(`${who.role} ${where} ${answer.status} ${withoutOwnId(answer.text)}`);
    return said;
  };
  await house.runJobs();
  const before = await all();
  const sealed = await office.citizen().files('Pejabatrahasia meminta uang.', { title: 'Pejabatrahasia' });
  await house.runJobs();
  await office.verifier.notes(sealed, 'Catatan sebelum disegel.');
  await office.verifier.seals(sealed, 'Menyebut pejabat.');
  await house.runJobs();
  const after = await all();
  for (const [index, line] of before.entries()) assert.equal(after[index], line);
  for (const who of [...officers, office.verifier])
    holdsNone(
      ['pejabatrahasia', sealed.number, sealed.id],
      [['/notifications', await who.ask({ path: '/notifications' })]],
    );
  const left = await office.inspector.sees(sealed);
  assert.equal(left.title, '', 'its words went on to the sealed door');
});
