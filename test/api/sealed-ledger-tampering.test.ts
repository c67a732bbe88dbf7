import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Context } from '../../src/features/context/index.ts';
import { anchorSealed, enterSealed } from '../../src/features/sealed-cases/ledger/index.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { testHouse } from '../support/house.ts';
import { afterTamperingUnderSeal, flippedByte } from '../support/ledger.ts';
import { instant } from '../support/office-time.ts';
import { sealedChain as chain, entriesUnderSeal, workUnderSeal } from '../support/sealed-ledger.ts';

/** Whatever is altered, taken out or put in at the sealed door behind the application's back is found and named. */
type Tx = Transaction<Schema>;

const house = await testHouse({ now: instant('2026-11-23 09:00') });
let id: string;

before(async () => {
  id = (await workUnderSeal(house)).id;
});

/** Each column of an entry set to something else that the table would take. */
const alterations: Readonly<Record<string, RawBuilder<unknown>>> = {
  kind: sql`case kind when 'case.event' then 'sealed.entry' else 'case.event' end`,
  hash: flippedByte('hash'),
  case_digest: sql`case when case_digest is null then sha256('') end`,
  content: sql`case when content is null then 'x'::bytea end`,
};

test('One altered column of any entry is found, and the entry named', async () => {
  for (const { seq, case_id } of await entriesUnderSeal(house)) {
    const ofFact = case_id === null ? {} : { fact_seq: sql`fact_seq + 1000` };
    for (const [column, value] of Object.entries({ ...alterations, ...ofFact })) {
      const faults = await afterTamperingUnderSeal(house, (tx) =>
        sql`update sealed.entries set ${sql.ref(column)} = ${value} where chain = ${chain} and seq = ${seq}`.execute(
          tx,
        ),
      );
      const code = column === 'fact_seq' ? 'fact-missing' : 'entry-altered';
      assert.equal(faults[0], `${code} ${chain}/${seq}`, column);
    }
  }
});

test('One altered byte of an event, an event that is gone and one that was put in are found and named', async () => {
  for (const { seq, case_id, fact_seq } of await entriesUnderSeal(house)) {
    if (case_id === null) continue;
    const altered = await afterTamperingUnderSeal(house, (tx) =>
      sql`update sealed.events set content = ${flippedByte('content')}
           where case_id = ${case_id} and seq = ${fact_seq}`.execute(tx),
    );
    assert.equal(altered[0], `entry-altered ${chain}/${seq}`);
    const gone = await afterTamperingUnderSeal(house, (tx) =>
      sql`delete from sealed.events where case_id = ${case_id} and seq = ${fact_seq}`.execute(tx),
    );
    assert.equal(gone[0], `fact-missing ${chain}/${seq}`);
  }
  const inserted = await afterTamperingUnderSeal(house, (tx) =>
    sql`insert into sealed.events select case_id, 1000, content from sealed.events where seq = 1`.execute(tx),
  );
  assert.deepEqual(inserted, [`event-inserted ${id}/1000`]);
});

test('A case that was altered, put in or taken out is named, and one whose key is gone', async () => {
  const newest = (await entriesUnderSeal(house)).findLast(({ case_id }) => case_id === id)?.seq;
  const columns = {
    content: flippedByte('content'),
    tracking_hash: flippedByte('tracking_hash'),
    form_hash: sql`null`,
    version: sql`version - 1`,
    institution_id: sql`'politeknik'`,
  };
  for (const [column, value] of Object.entries(columns)) {
    const faults = await afterTamperingUnderSeal(house, (tx) =>
      sql`update sealed.cases set ${sql.ref(column)} = ${value} where id = ${id}`.execute(tx),
    );
    assert.equal(faults[0], `case-altered ${chain}/${newest}`, column);
  }
  const looked = await afterTamperingUnderSeal(house, (tx) =>
    sql`update sealed.cases set next_check = null`.execute(tx),
  );
  assert.deepEqual(looked, [], 'when it is looked at follows from the rest');
  const keyless = await afterTamperingUnderSeal(house, (tx) =>
    sql`delete from vault.keys where subject = ${id}`.execute(tx),
  );
  assert.deepEqual(keyless, [`case-key-gone ${chain}/${newest}`]);
  const gone = await afterTamperingUnderSeal(house, async (tx) => {
    await sql`delete from sealed.events`.execute(tx);
    await sql`delete from sealed.cases`.execute(tx);
  });
  assert.equal(gone[0], `fact-missing ${chain}/1`);
  assert.ok(gone.includes(`case-missing ${chain}/${newest}`), gone.join());
  const another = '6f2c8d0e-0000-4000-8000-000000000001';
  const put = await afterTamperingUnderSeal(house, (tx) =>
    sql`insert into sealed.cases select ${another}, institution_id, sha256('x'), null, next_check, version, content
          from sealed.cases`.execute(tx),
  );
  assert.deepEqual(put, [`event-inserted ${another}/0`]);
});

test('A missing entry is named wherever it stood, and so are an end and an anchor that were altered or taken away', async () => {
  const all = await entriesUnderSeal(house);
  for (const { seq } of all) {
    const faults = await afterTamperingUnderSeal(house, (tx) =>
      sql`delete from sealed.entries where chain = ${chain} and seq = ${seq}`.execute(tx),
    );
    assert.match(faults[0] ?? '', new RegExp(`^(entry-missing|cut|cut-before-anchor) ${chain}/${seq}$`));
  }
  const forged = await afterTamperingUnderSeal(house, (tx) => insertCopy(tx, all.length));
  assert.equal(forged[0], `entry-altered ${chain}/${all.length + 1}`);
  const changed = async (table: string, where = sql`true`) =>
    afterTamperingUnderSeal(house, (tx) =>
      sql`update ${sql.table(table)} set content = ${flippedByte('content')} where ${where}`.execute(tx),
    );
  assert.match((await changed('sealed.heads'))[0] ?? '', /^head-altered/);
  assert.match((await changed('sealed.anchors', sql`nth = 2`))[0] ?? '', /^anchor-altered/);
  const taken = async (what: RawBuilder<unknown>) =>
    (await afterTamperingUnderSeal(house, (tx) => sql`delete from ${what}`.execute(tx)))[0];
  assert.match((await taken(sql`sealed.heads`)) ?? '', /^head-missing/);
  assert.match((await taken(sql`sealed.anchors where nth = 1`)) ?? '', /^anchor-missing/);
});

function insertCopy(tx: Tx, last: number) {
  return sql`insert into sealed.entries (chain, seq, kind, content, hash)
    select chain, ${last + 1}, 'sealed.entry', 'x', hash from sealed.entries where seq = ${last}`.execute(tx);
}

test('A chain whose end was tampered with goes on behind a mark that stays', async () => {
  const faults = await afterTamperingUnderSeal(house, async (tx) => {
    await sql`delete from sealed.entries where seq = (select max(seq) from sealed.entries)`.execute(tx);
    const [office, now] = [house.office, house.clock.now()];
    const ctx: Context = { tx, office, now, actor: { kind: 'system' }, requestId: 'test', locale: 'id' };
    await enterSealed(ctx, 'kemensos', { kind: 'list.read', cases: [] });
  });
  assert.match(faults[0] ?? '', /^was-broken sealed:kemensos/);
});

test('Where the key of the chain is gone the door stays open, and what no longer opens is named', async () => {
  const faults = await afterTamperingUnderSeal(house, async (tx) => {
    await sql`delete from vault.keys where subject in (select id from sealed.chains)`.execute(tx);
    const [office, now] = [house.office, '2026-11-26T01:00:00.000Z'];
    const ctx: Context = { tx, office, now, actor: { kind: 'system' }, requestId: 'test', locale: 'id' };
    await enterSealed(ctx, 'kemensos', { kind: 'list.read', cases: [] });
    await anchorSealed(ctx);
  });
  const codes = faults.map((fault) => fault.split(' ')[0]);
  assert.deepEqual([...new Set(codes)], ['anchor-altered', 'was-broken']);
});
