import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import type { CaseEvent } from '../../src/domain/cases/events.ts';
import { measureCase } from '../../src/domain/compliance/measure-case.ts';
import { entryHash } from '../../src/domain/ledger/chain.ts';
import type { Context } from '../../src/features/context/index.ts';
import type { StoredEntry } from '../../src/features/ledger/book.ts';
import { listFacts } from '../../src/features/ledger/index.ts';
import { sha256 } from '../../src/platform/crypto/sha256.ts';
import { testHouse } from '../support/house.ts';
import {
  afterTampering,
  allEntries,
  anchorAll,
  chainAll,
  faultsOf,
  faultsUnderSeal,
  verified,
} from '../support/ledger.ts';
import { ministry } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { inspectorAtWork } from '../support/sealed-door.ts';

/**
 * What was said of a case at the ordinary door, before it went to the sealed one, is read there and nowhere else; and
 * the chain of the ordinary door still holds.
 */
const house = await testHouse({ now: instant('2026-11-23 09:00') });
const office = await ministry(house);
const inspector = inspectorAtWork(
  await office.employ({ name: 'Wira Kusuma', role: 'wbs-verifier', unit: null }),
);
const named = inspectorAtWork(await office.employ({ name: 'Sinta Dewi', role: 'wbs-verifier', unit: null }));
const words = {
  title: 'Amplopnasi di loket',
  story: 'Petugas kolamtinta meminta amplop sebelum menandatangani.',
  question: 'Loket pasirgula yang mana?',
  answer: 'Loket dekat tanggabatu.',
  message: 'Kejadiannya berulang di hari kertaslilin.',
  reply: 'Kami catat di bukusenja.',
  note: 'Namanya payungmerah menurut satpam.',
  conflict: 'Ia ipar dari gelaskaca.',
  seal: 'Menyebut pejabat rodapedati.',
};
let id: string;
let numbersBefore: readonly unknown[];

async function numbers(): Promise<readonly unknown[]> {
  const { rows } = await house.database.pool.query(
    `select version, received_at, status, step, late from cases where id = $1`,
    [id],
  );
  return rows;
}

before(async () => {
  const citizen = office.citizen();
  const matter = await citizen.files(words.story, { title: words.title, place: 'Gedung sendokperak' });
  id = matter.id;
  await office.verifier.does(matter, 'question', { text: words.question });
  await citizen.completes(matter, words.answer);
  await citizen.writes(matter, words.message);
  await office.verifier.does(matter, 'message', { text: words.reply, substantive: false });
  await office.verifier.does(matter, 'note', { text: words.note });
  const ofThem = { personId: named.officer.id, unitId: null, reason: words.conflict };
  await office.verifier.does(matter, 'conflict', ofThem);
  await chainAll(house);
  await anchorAll(house);
  house.clock.set(instant('2026-11-24 09:00'));
  await office.verifier.seals(matter, words.seal);
  numbersBefore = await numbers();
  await house.runJobs();
  await chainAll(house);
});

/** Everything that an account of the database can read, as text. */
async function readableBy(account: keyof typeof house.connections): Promise<ReadonlyMap<string, string>> {
  const { pool } = house.connections[account];
  const { rows: tables } = await pool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
       and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`);
  const read = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await pool.query<{ line: string }>(`select t::text as line from ${name} t`);
    read.set(name, rows.map(({ line }) => line).join('\n'));
  }
  return read;
}

/** The unmistakable word of each, also as the search would keep it. */
const marks = [...Object.values(words), 'sendokperak'].map(
  (text) =>
    /amplopnasi|kolamtinta|pasirgula|tanggabatu|kertaslilin|bukusenja|payungmerah|gelaskaca|rodapedati|sendokperak/i
      .exec(text)?.[0]
      .toLowerCase() ?? '',
);

test('Whoever has the account of the application, or of the ledger, finds none of its words', async () => {
  assert.ok(marks.every((mark) => mark !== ''));
  for (const account of ['database', 'ledger'] as const) {
    const read = await readableBy(account);
    assert.ok(read.size > 3);
    for (const [table, text] of read)
      for (const mark of marks) assert.ok(!text.toLowerCase().includes(mark), `${mark} lies in ${table}`);
  }
});

test('The inspectorate reads all of it', async () => {
  const [item] = await inspector.list();
  const seen = await inspector.sees(item?.id ?? '');
  const text = JSON.stringify(seen).toLowerCase();
  for (const mark of marks) assert.ok(text.includes(mark), mark);
  assert.deepEqual(
    seen.timeline.map(({ seq }) => seq),
    seen.timeline.map(({ seq }) => seq).toSorted((a, b) => a - b),
    'what came first stands first',
  );
});

test('Whom the case was about there finds it here no more than before', async () => {
  assert.deepEqual(await named.list(), []);
});

/** The facts as they lie under seal. */
async function formerFacts(): Promise<readonly StoredEntry[]> {
  const { rows } = await house.database.pool.query<{ id: string; content: Buffer; wrapped: Buffer }>(
    'select c.id, c.content, k.wrapped from sealed.cases c join vault.keys k on k.subject = c.id',
  );
  const { id: subject = '', content = Buffer.alloc(0), wrapped = Buffer.alloc(0) } = rows[0] ?? {};
  const text = house.office.keys.openSeal(wrapped, subject).open(content, 'snapshot').toString();
  return JSON.parse(text).former;
}

test('Both ledgers are whole, and the words under seal are those that the chain was made of', async () => {
  assert.deepEqual(faultsOf(await verified(house)), []);
  assert.deepEqual(await faultsUnderSeal(house), []);
  const former = await formerFacts();
  const all = await allEntries(house);
  const hashOf = (seq: number) =>
    all.find((entry) => entry.chain === 'kemensos' && entry.seq === seq)?.hash ?? '0'.repeat(64);
  assert.ok(former.length > 10);
  for (const entry of former)
    assert.equal(entryHash(hashOf(entry.seq - 1), entry, sha256), hashOf(entry.seq));
});

test('The course of it is left: dates, steps and figures are as they were', async () => {
  assert.deepEqual(await numbers(), numbersBefore);
  const { rows } = await house.database.pool.query<{ type: string; data: Record<string, unknown> }>(
    'select type, data from case_events where case_id = $1 order by seq',
    [id],
  );
  const figures = (events: readonly unknown[]) => {
    const procedure = house.office.procedures.latest('kemensos/pengelolaan-sp4n-lapor');
    return measureCase(events as CaseEvent[], procedure, house.office.calendar);
  };
  const before = (await formerFacts()).flatMap(({ factSeq: seq, fact }) => {
    if (seq === 0 || fact === null) return [];
    const { type, at, actor, data } = fact;
    return [{ seq, type, at: new Date(at).toISOString(), actor: JSON.parse(actor), data: JSON.parse(data) }];
  });
  const left = await house.database.kysely
    .selectFrom('case_events')
    .select(['seq', 'type', 'at', 'actor', 'data'])
    .where('case_id', '=', id)
    .orderBy('seq')
    .execute();
  assert.deepEqual(figures(left), figures(before));
  const clock = rows.find(({ type }) => type === 'ClockStarted')?.data.clock as { due: string };
  assert.match(clock.due, /^2026-/);
  assert.deepEqual(rows.find(({ type }) => type === 'NoteWritten')?.data, { text: '' });
});

test('What is left of an event is protected like the whole: another date, or words again, are named', async () => {
  const entry = (await allEntries(house)).find(
    ({ caseId, fact }) => caseId === id && fact?.type === 'QuestionAsked',
  );
  const set = (data: string) =>
    afterTampering(house, (tx) =>
      sql`update case_events set data = ${data}::jsonb where case_id = ${id} and seq = ${entry?.factSeq}`.execute(
        tx,
      ),
    );
  assert.deepEqual(await set('{"text": ""}'), []);
  for (const data of ['{"text": "Semua baik."}', '{}', '{"text": "", "at": "2026-11-23T09:00:00.000Z"}'])
    assert.equal((await set(data))[0], `entry-altered kemensos/${entry?.seq}`, data);
});

test('The database lets words be taken out of a sealed case, and nothing else, by the inspectorate alone', async () => {
  const other = await office.citizen().files('Antrean panjang sekali.');
  await house.runJobs();
  const tries = async (account: keyof typeof house.connections, set: string, of: string) => {
    const query = `update case_events set ${set} where case_id = '${of}' and seq = 1`;
    return house.connections[account].pool.query(query).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  };
  const emptied = `data = jsonb_set(data, '{title}', '""')`;
  assert.equal(await tries('database', emptied, id), '42501');
  assert.equal(await tries('ledger', emptied, id), '42501');
  assert.equal(await tries('sealed', emptied, id), 'done');
  assert.equal(await tries('sealed', emptied, other.id), '42501', 'not of a case that is not sealed');
  for (const set of [
    `data = jsonb_set(data, '{title}', '"Baik"')`,
    `data = jsonb_set(data, '{receivedAt}', '"2026-01-01T00:00:00.000Z"')`,
    `data = data - 'title'`,
    `data = data || '{"more": ""}'`,
    `type = 'NoteWritten'`,
    'at = now()',
  ])
    assert.equal(await tries('sealed', set, id), '42501', set);
  await assert.rejects(
    house.database.pool.query(`update case_events set data = '{}' where case_id = $1`, [id]),
    /append-only/,
    'nor by the owner',
  );
});

test('What has not been committed yet goes along as well, though no chain has it', async () => {
  const { id: other } = await office.citizen().files('Kursi ruang tunggu patah.');
  await house.runJobs();
  await house.database.kysely
    .transaction()
    .execute(async (tx) => {
      await sql`insert into case_events select case_id, 1000, 'NoteWritten', at, actor, '{"text": "Baru."}'
                from case_events where case_id = ${other} and seq = 1`.execute(tx);
      const [now, parts] = [house.clock.now(), { requestId: 'test', locale: 'id' } as const];
      const ctx: Context = { tx, office: house.office, now, actor: { kind: 'system' }, ...parts };
      const facts = await listFacts(ctx, other);
      assert.deepEqual([facts.at(-1)?.seq, facts.at(-1)?.fact?.data], [0, '{"text": "Baru."}']);
      assert.ok(facts.slice(0, -1).every(({ seq, hash }) => seq > 0 && hash !== ''));
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
});

class RolledBack extends Error {}
