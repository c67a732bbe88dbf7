import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { append, brokenMark, emptyEntry, type Unnumbered } from './append.ts';
import { ordinaryBook } from './ordinary-book.ts';
import { exactInstant, exactly } from './store.ts';

type Tx = Transaction<Schema>;

/** How many entries, and how many cases with new events, are taken up in one transaction. */
const most = { entries: 2000, cases: 500 };

/**
 * Puts what is committed and waits into its chains, some of it; returns how much. One at a time: where another is at
 * it, it does nothing and returns 0. It locks nothing that an act needs.
 */
export async function chainCommitted({
  tx,
  office,
  now,
}: Pick<Context, 'tx' | 'office' | 'now'>): Promise<number> {
  if (!(await takeTurn(tx))) return 0;
  const announced = await takeAnnounced(tx);
  const facts = await listUnchainedFacts(tx, announced);
  const entries = await takeInbox(tx);
  await appendAll({ tx, office, now }, [...facts, ...entries]);
  return announced.length + entries.length;
}

/**
 * The same for one case at once, waiting for whoever is at it: what is handed out shall be whole. In a transaction of
 * its own, so what the caller has not committed is not taken up.
 */
export async function chainCase(
  { office, now }: Pick<Context, 'office' | 'now'>,
  caseId: string,
): Promise<void> {
  await office.inLedger(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('tuntas.ledger'))`.execute(tx);
    await appendAll({ tx, office, now }, await listUnchainedFacts(tx, [caseId]));
  });
}

/** Held to the end of the transaction; a second chain over the same head could not commit in any case. */
async function takeTurn(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('tuntas.ledger')) as taken`.execute(tx);
  return rows[0]?.taken === true;
}

async function takeAnnounced(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    delete from ledger.announced where ctid = any (array(select ctid from ledger.announced limit ${most.cases}))
    returning case_id`.execute(tx);
  return rows.map(({ case_id }) => case_id);
}

/**
 * Of each case what comes after its last fact in the chain: the order of its acts is kept, none is entered twice.
 * `offset 0` has the database look case by case, whatever it knows of the tables.
 */
async function listUnchainedFacts(tx: Tx, caseIds: readonly string[]): Promise<readonly Unnumbered[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<{
    chain: string;
    caseId: string;
    factSeq: number;
    type: string;
    at: string;
    actor: string;
    data: string;
  }>`
    select c.institution_id as chain, c.id as "caseId", f.seq as "factSeq", f.type, f.at, f.actor, f.data
      from (select distinct unnest(${[...caseIds]}::uuid[]) as id) as announced
      join cases c on c.id = announced.id
      cross join lateral (
        select coalesce(max(e.fact_seq), -1) as chained from ledger.entries e
         where e.case_id = c.id and e.fact_seq is not null) as done
      cross join lateral (
        select * from ledger.facts f where f.case_id = c.id and f.seq > done.chained offset 0) as f
     order by c.id, f.seq`.execute(tx);
  return rows.map(({ chain, caseId, factSeq, ...fact }) => ({
    ...emptyEntry,
    chain,
    kind: factSeq === 0 ? 'case.submission' : 'case.event',
    caseId,
    factSeq,
    fact,
    salt: newSalt(),
  }));
}

async function takeInbox(tx: Tx): Promise<readonly Unnumbered[]> {
  const { rows } = await sql<Omit<Unnumbered, 'factSeq' | 'fact' | 'salt'>>`
    with taken as (
      delete from ledger.inbox where id in (select id from ledger.inbox order by id limit ${most.entries}) returning *)
    select chain, kind, ${exactInstant(sql`at`)} as at, actor, subject, details::text as details, case_id as "caseId"
      from taken order by id`.execute(tx);
  return rows.map((row) => ({ ...emptyEntry, ...row, salt: newSalt() }));
}

function newSalt(): string {
  return randomBytes(16).toString('hex');
}

function byChain(entries: readonly Unnumbered[]): ReadonlyMap<string, readonly Unnumbered[]> {
  const grouped = new Map<string, Unnumbered[]>();
  for (const entry of entries) {
    const own = grouped.get(entry.chain);
    if (own === undefined) grouped.set(entry.chain, [entry]);
    else own.push(entry);
  }
  return grouped;
}

async function appendAll(
  { tx, office, now }: Pick<Context, 'tx' | 'office' | 'now'>,
  all: readonly Unnumbered[],
): Promise<void> {
  for (const [chain, entries] of byChain(all)) {
    const own = { chain, kind: brokenMark, at: exactly(now), actor: 'system', salt: newSalt() };
    await append(tx, ordinaryBook, office.keys.signer, {
      chain,
      entries,
      mark: { ...emptyEntry, ...own },
      now,
    });
  }
}
