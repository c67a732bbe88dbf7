import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql, type Transaction } from 'kysely';
import { systemActor } from '../../src/domain/access/actor.ts';
import { appendEntries } from '../../src/domain/ledger/chain.ts';
import type { Context } from '../../src/features/context/index.ts';
import type { StoredEntry } from '../../src/features/ledger/book.ts';
import { chainCommitted, listFacts, recordEmptied, verifyLedger } from '../../src/features/ledger/index.ts';
import { listAnchors } from '../../src/features/ledger/store.ts';
import { sha256 } from '../../src/platform/crypto/sha256.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { testHouse } from '../support/house.ts';
import {
  afterTampering,
  allEntries,
  chainAll,
  faultsOf,
  flippedByte,
  verified,
  workOfDays,
} from '../support/ledger.ts';
import type { Polytechnic } from '../support/office-casts.ts';
import { knock, nextAddress } from '../support/office-door.ts';

/** A log that cannot lie: what was done, when, by whom, and what was signed of it. */
type Tx = Transaction<Schema>;

const house = await testHouse({ now: '2026-11-24T01:15:00.000Z' });
const { kysely } = house.database;
let campus: Polytechnic;
let entries: readonly StoredEntry[];

before(async () => {
  ({ campus } = await workOfDays(house));
  entries = await allEntries(house);
});

test('Every event and every submission is in the chain of its institution, and all of it is whole', async () => {
  const found = await verified(house);
  assert.deepEqual(faultsOf(found), []);
  assert.equal(found.waiting, 0);
  assert.deepEqual(
    found.chains.map(({ chain }) => chain).filter((chain) => chain !== '*'),
    ['kemensos', 'politeknik'],
  );
  assert.deepEqual(found.chains.map(({ anchors }) => anchors).slice(-2), [3, 3]);
  const { rows } = await sql<{ facts: number }>`
    select ((select count(*) from case_events) + (select count(*) from submissions))::int as facts`.execute(
    kysely,
  );
  assert.equal(entries.filter(({ factSeq }) => factSeq !== null).length, rows[0]?.facts);
});

test('What is not in its chain yet is counted; what is not there after an hour is named', async () => {
  const matter = await campus.citizen().files('Jaringan internet di gedung B mati sejak Senin.');
  const early = await verified(house);
  assert.deepEqual(faultsOf(early), []);
  assert.ok(early.waiting > 0);
  const { publicKey } = house.office.keys.signer;
  const late = await verifyLedger(kysely, { publicKey, now: '2026-12-24T00:00:00.000Z' });
  assert.equal(faultsOf(late)[0], `event-not-chained ${matter.number}/0`);
  await chainAll(house);
  assert.deepEqual(faultsOf(await verified(house)), []);
  entries = await allEntries(house);
});

test('Two that chain at once make one chain', async () => {
  for (let round = 0; round < 5; round += 1) {
    await campus.citizen().files(`Keran air di asrama ${round} bocor.`);
    await house.runJobs();
    const chained = () =>
      inTransaction(kysely, (tx) => chainCommitted({ tx, office: house.office, now: house.clock.now() }));
    await Promise.all([chained(), chained(), chained()]);
  }
  await chainAll(house);
  assert.deepEqual(faultsOf(await verified(house)), []);
  entries = await allEntries(house);
});

test('Nobody but the owner of the tables changes or removes an entry or an anchor', async () => {
  for (const table of ['entries', 'anchors']) {
    for (const statement of [
      `update ledger.${table} set seq = seq`,
      `delete from ledger.${table}`,
      `truncate ledger.${table}`,
      `set session_replication_role = replica; delete from ledger.${table}`,
    ]) {
      await assert.rejects(house.database.pool.query(statement), /append-only/, statement);
    }
  }
});

test('An event put in behind the last one is named; so is one that was gone before the chain saw it', async () => {
  const { caseId, factSeq } = entries.findLast(
    (entry) => entry.chain === 'kemensos' && entry.factSeq !== null,
  ) as StoredEntry;
  const { number } = await kysely
    .selectFrom('cases')
    .select('number')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const next = (factSeq ?? 0) + 1;
  const inserted = await afterTampering(house, (tx) =>
    sql`insert into case_events select case_id, ${next}, 'NoteWritten', at, actor, '{"text": "x"}' from case_events
         where case_id = ${caseId} and seq = 1`.execute(tx),
  );
  assert.deepEqual(inserted, [`event-inserted ${number}/${next}`]);
  const gone = await afterTampering(house, (tx) =>
    sql`update cases set version = version + 1 where id = ${caseId}`.execute(tx),
  );
  assert.deepEqual(gone, [`event-never-chained ${number}/${next}`]);
});

test('A cut tail is found, also where the end was moved to fit and the anchors taken away', async () => {
  const anchors = await listAnchors(kysely, 'kemensos');
  const signed = anchors.at(-1)?.seq ?? 0;
  const cut = (tx: Tx, after: number) =>
    sql`with gone as (delete from ledger.entries where chain = 'kemensos' and seq > ${after})
        update ledger.heads h set seq = e.seq, hash = e.hash from ledger.entries e
         where h.chain = 'kemensos' and e.chain = h.chain and e.seq = ${after}`.execute(tx);
  const behind = await afterTampering(house, (tx) => cut(tx, signed + 1));
  assert.equal(behind[0], `head-altered kemensos/${signed + 1}`);
  const before = await afterTampering(house, (tx) => cut(tx, signed - 3));
  assert.equal(before[0], `cut-before-anchor kemensos/${signed - 2}`);
  const fewer = await afterTampering(
    house,
    async (tx) => {
      await cut(tx, signed - 3);
      await sql`delete from ledger.anchors where chain = 'kemensos' and seq = ${signed}`.execute(tx);
    },
    anchors,
  );
  assert.ok(fewer.includes(`handed-anchor-lost kemensos/${signed}`), fewer.join());
});

test('A chain that somebody computed anew is not the one that was signed', async () => {
  const own = entries.filter(({ chain }) => chain === 'kemensos');
  const [first] = await listAnchors(kysely, 'kemensos');
  const faults = await afterTampering(house, async (tx) => {
    const altered = own.map((entry, index) => (index === 2 ? { ...entry, salt: 'ab'.repeat(16) } : entry));
    for (const entry of appendEntries({ seq: 0, hash: '0'.repeat(64) }, altered, sha256)) {
      await sql`update ledger.entries set salt = decode(${entry.salt}, 'hex'), hash = decode(${entry.hash}, 'hex')
         where chain = 'kemensos' and seq = ${entry.seq}`.execute(tx);
    }
  });
  assert.equal(faults[0], `anchor-disagrees kemensos/${first?.seq}`);
});

const later = sql`at + interval '1 microsecond'`;

test('One altered column of an anchor or of a signed end is found; an anchor left out as well', async () => {
  const anchors = await listAnchors(kysely, 'kemensos');
  const columns = {
    date: sql`date - 30`,
    at: later,
    hash: flippedByte('hash'),
    root: flippedByte('root'),
    previous: flippedByte('previous'),
    signature: flippedByte('signature'),
    seq: sql`seq - 1`,
  };
  for (const { seq } of anchors) {
    for (const [column, value] of Object.entries(columns)) {
      const faults = await afterTampering(house, (tx) =>
        sql`update ledger.anchors set ${sql.ref(column)} = ${value} where chain = 'kemensos' and seq = ${seq}`.execute(
          tx,
        ),
      );
      assert.equal(faults[0], `anchor-altered kemensos/${column === 'seq' ? seq - 1 : seq}`, column);
    }
  }
  for (const column of ['at', 'hash', 'signature'] as const) {
    const faults = await afterTampering(house, (tx) =>
      sql`update ledger.heads set ${sql.ref(column)} = ${columns[column]} where chain = 'kemensos'`.execute(
        tx,
      ),
    );
    assert.match(faults[0] ?? '', /^head-altered kemensos/, column);
  }
  const [, middle, last] = anchors;
  const without = await afterTampering(house, (tx) =>
    sql`delete from ledger.anchors where chain = 'kemensos' and seq = ${middle?.seq}`.execute(tx),
  );
  assert.equal(without[0], `anchor-missing kemensos/${last?.seq}`);
  const forged = anchors.map((anchor) => ({ ...anchor, seq: anchor.seq + 1 }));
  assert.match((await afterTampering(house, async () => {}, forged))[0] ?? '', /^handed-anchor-forged/);
});

test('Two institutions have nothing of each other: what is done to one chain leaves the other whole', async () => {
  await afterTampering(house, async (tx) => {
    await sql`delete from ledger.entries where chain = 'kemensos'`.execute(tx);
    const found = await verified(house, tx);
    const whole = found.chains.filter(({ faults }) => faults.length === 0).map(({ chain }) => chain);
    assert.deepEqual(whole, ['*', 'politeknik']);
  });
});

test('A chain whose end was tampered with goes on behind a mark that stays', async () => {
  await afterTampering(house, async (tx) => {
    await sql`delete from ledger.entries where chain = 'politeknik' and seq = (select seq from ledger.heads where chain = 'politeknik')`.execute(
      tx,
    );
    await sql`insert into ledger.inbox (chain, kind, at, actor) values ('politeknik', 'keys.rotated', ${house.clock.now()}, 'system')`.execute(
      tx,
    );
    await chainCommitted({ tx, office: house.office, now: house.clock.now() });
    const marked = await verified(house, tx);
    assert.ok(
      faultsOf(marked).some((fault) => fault.startsWith('was-broken politeknik/')),
      faultsOf(marked).join(),
    );
  });
});

test('Sign-in, rights, files, exports and settings stand in the ledger, and nothing that says who somebody is', async () => {
  const admin = await campus.employ({ name: 'Sari Administrasi', role: 'system-administrator' });
  const watcher = await campus.employ({ name: 'Wawan Pengawas', role: 'watcher' });
  const address = nextAddress();
  const wrong = { email: watcher.email, password: 'bukan kata sandinya' };
  await knock(house, { path: '/session', body: wrong, address });
  await knock(house, { path: '/session', body: { ...wrong, email: 'tiada@uji.test' }, address });
  const person = { name: 'Wawan Baru', email: watcher.email, unitId: null, active: true, grants: [] };
  assert.equal((await admin.ask({ method: 'PUT', path: `/people/${watcher.id}`, body: person })).status, 200);
  const unit = {
    parentId: null,
    name: 'Pusat Bahasa',
    kind: 'work-unit',
    zone: 'Asia/Jakarta',
    areaCode: null,
  };
  const added = { ...unit, verified: true, active: true };
  assert.equal((await admin.ask({ path: '/institutions/politeknik/units', body: added })).status, 201);
  const figures =
    '/statistics/compliance.csv?procedure=politeknik/pengaduan-online&from=2026-11-01&to=2026-11-30';
  assert.equal((await campus.admin.ask({ path: figures })).status, 200);
  const matter = await campus.citizen().files('Foto kartu terlampir.');
  const file = { name: 'kartu-budi.txt', content: Buffer.from('isi berkas') };
  assert.equal((await campus.citizen().brings(matter, file, 'evidence')).status, 200);
  const seen = await campus.admin.sees(matter);
  const read = await campus.admin.ask({ path: `/cases/${matter.id}/attachments/${seen.attachments[0]?.id}` });
  assert.equal(read.status, 200);
  assert.equal((await campus.admin.ask({ method: 'DELETE', path: '/session' })).status, 200);
  await chainAll(house);

  const written = (await allEntries(house)).filter(({ factSeq }) => factSeq === null);
  const kinds = new Set(written.map(({ kind, chain }) => `${chain} ${kind}`));
  for (const kind of [
    'person.added',
    'person.changed',
    'unit.added',
    'session.opened',
    'session.refused',
    'session.ended',
    'second-factor.added',
    'figures.exported',
    'file.read',
  ]) {
    assert.ok(kinds.has(`politeknik ${kind}`), `${kind} is not among ${[...kinds].join(', ')}`);
  }
  assert.ok(kinds.has('* session.refused') && kinds.has('* roles.changed'), [...kinds].join());
  const text = JSON.stringify(written);
  assert.doesNotMatch(text, /Wawan|Sari|@uji\.test|budi|Pusat Bahasa|127\.0\.0\.1|10\.\d+\.\d+\.\d+/);
  assert.deepEqual(faultsOf(await verified(house)), []);
});

test('A submission that was lawfully emptied leaves its chain whole; other words, or none without an entry, do not', async () => {
  const { chain, seq, caseId } = entries.find(({ factSeq }) => factSeq === 0) as StoredEntry;
  const [now, office] = [house.clock.now(), house.office];
  const setText = (tx: Tx, text: string) =>
    sql`update submissions set text = ${text}, place = null, occurred_on = null where id = ${caseId}`.execute(
      tx,
    );
  const emptied = async (tx: Tx, text: string) => {
    const ctx: Context = { tx, actor: systemActor, now, requestId: 'test', locale: 'id', office };
    await recordEmptied(ctx, caseId ?? '', await listFacts(ctx, caseId ?? ''), async () => {
      await setText(tx, text);
    });
  };
  assert.deepEqual(await afterTampering(house, (tx) => emptied(tx, '')), []);
  const chained = async (tx: Tx) => {
    await emptied(tx, '');
    await chainCommitted({ tx, office, now });
  };
  assert.deepEqual(await afterTampering(house, chained), []);
  const altered = [`entry-altered ${chain}/${seq}`];
  assert.deepEqual(await afterTampering(house, (tx) => emptied(tx, 'Semua baik.')), altered);
  assert.deepEqual(await afterTampering(house, (tx) => setText(tx, '')), altered);
});
