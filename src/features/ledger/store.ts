import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Anchor } from '../../domain/ledger/anchor.ts';
import { emptyChain, type Head } from '../../domain/ledger/chain.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { plannedAnew } from '../../platform/db/prepare.ts';
import type { Schema } from '../../platform/db/schema.ts';

/** An instant to the microsecond: what is in the column, whoever put it there. */
export function exactInstant(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** Our own instants (milliseconds) in the same form. */
export function exactly(instant: string): string {
  return instant.replace(/(\.\d{3})Z$/, '$1000Z');
}

export interface StoredEntry extends Entry {
  readonly hash: string;
}

/** Entries `e`, each with the fact that it stands for, by the condition, in the order of the chain. */
export async function listEntries(
  db: Kysely<Schema>,
  where: RawBuilder<unknown>,
  limit = 1_000_000,
): Promise<readonly StoredEntry[]> {
  // How many rows there are decides the way to their events; submissions are looked up one by one (`offset 0`).
  const { rows } = await sql<EntryRow>`${sql.raw(plannedAnew)}
    select e.chain, e.seq, e.kind, ${exactInstant(sql`e.at`)} as at, e.actor, e.subject, e.details::text as details,
           e.case_id as "caseId", e.fact_seq as "factSeq", encode(e.salt, 'hex') as salt,
           encode(e.hash, 'hex') as hash, coalesce(v.type, s.type) as fact_type, coalesce(v.at, s.at) as fact_at,
           coalesce(v.actor, s.actor) as fact_actor, coalesce(v.data, s.data) as fact_data
      from ledger.entries e
      left join ledger.event_facts v on v.case_id = e.case_id and v.seq = e.fact_seq
      left join lateral (
        select * from ledger.submission_facts f where f.case_id = e.case_id and f.seq = e.fact_seq offset 0
      ) as s on e.fact_seq = 0
     where ${where} order by e.chain, e.seq limit ${limit}`.execute(db);
  return rows.map(({ fact_type, fact_at, fact_actor, fact_data, ...entry }) => ({
    ...entry,
    fact: fact_type === null ? null : { type: fact_type, at: fact_at, actor: fact_actor, data: fact_data },
  }));
}

type EntryRow = Omit<StoredEntry, 'fact'> &
  (
    | { fact_type: null; fact_at: null; fact_actor: null; fact_data: null }
    | { fact_type: string; fact_at: string; fact_actor: string; fact_data: string }
  );

export interface SignedAnchor extends Anchor {
  /** In hex. */
  readonly signature: string;
}

/** The anchors of one chain, or of all, the oldest first. */
export async function listAnchors(db: Kysely<Schema>, chain?: string): Promise<readonly SignedAnchor[]> {
  const { rows } = await sql<SignedAnchor>`
    select chain, date, ${exactInstant(sql`at`)} as at, seq, encode(hash, 'hex') as hash, encode(root, 'hex') as root,
           encode(previous, 'hex') as previous, encode(signature, 'hex') as signature
      from ledger.anchors ${chain === undefined ? sql`` : sql`where chain = ${chain}`}
     order by chain, seq`.execute(db);
  return rows;
}

export interface SignedHead extends Head {
  readonly at: string;
  readonly signature: string;
}

export async function findHead(db: Kysely<Schema>, chain: string): Promise<SignedHead | undefined> {
  const { rows } = await sql<SignedHead>`
    select seq, encode(hash, 'hex') as hash, ${exactInstant(sql`at`)} as at, encode(signature, 'hex') as signature
      from ledger.heads where chain = ${chain}`.execute(db);
  return rows[0];
}

/** Where the entries themselves end, whatever the head says. */
export async function findLast(db: Kysely<Schema>, chain: string): Promise<Head> {
  const { rows } = await sql<Head>`
    select seq, encode(hash, 'hex') as hash from ledger.entries where chain = ${chain}
     order by seq desc limit 1`.execute(db);
  return rows[0] ?? emptyChain;
}
