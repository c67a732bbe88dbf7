import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import { appendEntries } from '../../src/domain/ledger/chain.ts';
import type { StoredEntry } from '../../src/features/ledger/book.ts';
import { sha256 } from '../../src/platform/crypto/sha256.ts';
import type { Schema } from '../../src/platform/db/schema.ts';
import { testHouse } from '../support/house.ts';
import { afterTampering, allEntries, flippedByte, workOfDays } from '../support/ledger.ts';
import { thorough } from '../support/thorough.ts';

/** Whatever is altered, taken out or put in behind the application's back, at whatever place, is found and named. */
type Tx = Transaction<Schema>;
const runs = thorough ? 400 : 60;

const house = await testHouse({ now: '2026-11-24T01:15:00.000Z' });
let entries: readonly StoredEntry[];

before(async () => {
  await workOfDays(house);
  entries = await allEntries(house);
});

const longer = (column: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(column)}, '') || '.'`;
const later = sql`coalesce(at, '2026-11-24T01:00:00Z') + interval '1 microsecond'`;
const richer = (column: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(column)}, '{}') || '{"x": 1}'`;

/** Each column set to something else that the table would take. */
const alterations: Readonly<Record<string, RawBuilder<unknown>>> = {
  kind: longer('kind'),
  subject: longer('subject'),
  details: richer('details'),
  salt: flippedByte('salt'),
  hash: flippedByte('hash'),
};
const ofOwnEntry = { ...alterations, at: later, actor: longer('actor') };
const ofFact = {
  ...alterations,
  fact_seq: sql`fact_seq + 100000`,
  case_id: sql`'00000000-0000-7000-8000-000000000001'::uuid`,
};

test('One altered column of any entry is found, and the entry named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), async (nth, which) => {
      const { chain, seq, factSeq } = entries[nth % entries.length] as StoredEntry;
      const columns = Object.entries(factSeq === null ? ofOwnEntry : ofFact);
      const [column, value] = columns[which % columns.length] as (typeof columns)[number];
      const faults = await afterTampering(house, (tx) =>
        sql`update ledger.entries set ${sql.ref(column)} = ${value} where chain = ${chain} and seq = ${seq}`.execute(
          tx,
        ),
      );
      // An entry that points elsewhere has lost what it stood for.
      const code = column === 'fact_seq' || column === 'case_id' ? 'fact-missing' : 'entry-altered';
      assert.equal(faults[0], `${code} ${chain}/${seq}`, column);
    }),
    { numRuns: runs },
  );
});

test('One altered column of any event or submission is found, and its entry named', async () => {
  const events = entries.filter(({ factSeq }) => factSeq !== null && factSeq > 0);
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.constantFrom('at', 'actor', 'data', 'type'), async (nth, column) => {
      const { chain, seq, caseId, factSeq } = events[nth % events.length] as StoredEntry;
      const value = { at: later, actor: richer('actor'), data: richer('data'), type: longer('type') }[column];
      const faults = await afterTampering(house, (tx) =>
        sql`update case_events set ${sql.ref(column)} = ${value} where case_id = ${caseId} and seq = ${factSeq}`.execute(
          tx,
        ),
      );
      assert.equal(faults[0], `entry-altered ${chain}/${seq}`, column);
    }),
    { numRuns: runs },
  );
  const submission = entries.find(({ factSeq }) => factSeq === 0) as StoredEntry;
  const faults = await afterTampering(house, (tx) =>
    sql`update submissions set text = replace(text, 'PKH', 'PKh') where id = ${submission.caseId}`.execute(
      tx,
    ),
  );
  assert.equal(faults[0], `entry-altered ${submission.chain}/${submission.seq}`);
});

test('A missing entry and a missing event are found and named, wherever they stood', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.boolean(), async (nth, wholeEntry) => {
      const entry = entries[nth % entries.length] as StoredEntry;
      const { chain, seq, caseId, factSeq } = entry;
      const isEvent = !wholeEntry && factSeq !== null && factSeq > 0;
      const faults = await afterTampering(house, (tx) =>
        isEvent
          ? sql`delete from case_events where case_id = ${caseId} and seq = ${factSeq}`.execute(tx)
          : sql`delete from ledger.entries where chain = ${chain} and seq = ${seq}`.execute(tx),
      );
      // The last one leaves no gap: then the signed end, or an anchor, says that it was there.
      const code = isEvent ? /^fact-missing$/ : /^(entry-missing|cut|cut-before-anchor)$/;
      const [named = '', where] = (faults[0] ?? '').split(' ');
      assert.match(named, code);
      assert.equal(where, `${chain}/${seq}`);
    }),
    { numRuns: runs },
  );
});

test('An inserted entry is found and named, also with a hash that fits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (nth) => {
      const own = entries.filter(({ chain }) => chain === 'kemensos');
      const at = nth % (own.length + 1);
      const previous = at === 0 ? { seq: 0, hash: '0'.repeat(64) } : (own[at - 1] as StoredEntry);
      const faults = await afterTampering(house, async (tx) => {
        for (const step of ['-seq - 1', '-seq']) {
          await sql.raw(`alter table ledger.entries drop constraint if exists entries_seq_check`).execute(tx);
          await sql`update ledger.entries set seq = ${sql.raw(step)}
             where chain = 'kemensos' and (seq > ${at} or seq < 0)`.execute(tx);
        }
        await insertForged(tx, previous);
      });
      // The forged one fits where it stands; the one after it no longer does, nor an anchor that was signed there.
      const named =
        at === own.length
          ? [`entry-inserted kemensos/${at + 1}`]
          : [`entry-altered kemensos/${at + 2}`, `anchor-disagrees kemensos/${at + 1}`];
      assert.ok(named.includes(faults[0] ?? ''), `${faults[0]}, not ${named.join(' or ')}`);
    }),
    { numRuns: 12 },
  );
});

async function insertForged(
  tx: Tx,
  previous: { readonly seq: number; readonly hash: string },
): Promise<void> {
  const forged = {
    chain: 'kemensos',
    kind: 'session.opened',
    at: '2026-11-24T03:00:00.000000Z',
    actor: 'system',
    subject: null,
    details: null,
    caseId: null,
    factSeq: null,
    fact: null,
    salt: '00'.repeat(16),
  };
  const [entry] = appendEntries(previous, [forged], sha256);
  await sql`insert into ledger.entries (chain, seq, kind, at, actor, salt, hash) values ('kemensos', ${entry?.seq},
    ${forged.kind}, ${forged.at}, ${forged.actor}, decode(${forged.salt}, 'hex'), decode(${entry?.hash}, 'hex'))`.execute(
    tx,
  );
}
