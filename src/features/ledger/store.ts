import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { emptyChain, type Head } from '../../domain/ledger/chain.ts';
import { plannedAnew } from '../../platform/db/prepare.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { SignedAnchor, SignedHead, StoredEntry } from './book.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

/** An instant to the microsecond: what is in the column, whoever put it there. */
export function exactInstant(column: RawBuilder<unknown>): RawBuilder<string> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** Our own instants (milliseconds) in the same form. */
export function exactly(instant: string): string {
  return instant.replace(/(\.\d{3})Z$/, '$1000Z');
}

/** Entries `e`, each with the fact that it stands for, by the condition, in the order of the chain. */
export async function listEntries(
  db: Db,
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

export async function addEntries(tx: Tx, chain: string, entries: readonly StoredEntry[]): Promise<void> {
  const rows = entries.map(({ fact: _, ...row }) => row);
  await sql`
    insert into ledger.entries (chain, seq, kind, at, actor, subject, details, case_id, fact_seq, salt, hash)
    select ${chain}, e.seq, e.kind, e.at, e.actor, e.subject, e.details::jsonb, e."caseId", e."factSeq",
           decode(e.salt, 'hex'), decode(e.hash, 'hex')
      from json_to_recordset(${JSON.stringify(rows)}::json) as e
        (seq bigint, kind text, at timestamptz, actor text, subject text, details text, "caseId" uuid,
         "factSeq" integer, salt text, hash text)`.execute(tx);
}

/** The hashes of the entries after the first number up to and with the second, in hex. */
export async function hashesBetween(
  db: Db,
  chain: string,
  after: number,
  upTo: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from ledger.entries
     where chain = ${chain} and seq > ${after} and seq <= ${upTo} order by seq`.execute(db);
  return rows.map(({ hash }) => hash);
}

/** The anchors of one chain, or of all, the oldest first. */
export async function listAnchors(db: Db, chain?: string): Promise<readonly SignedAnchor[]> {
  const { rows } = await sql<SignedAnchor>`
    select chain, date, ${exactInstant(sql`at`)} as at, seq, encode(hash, 'hex') as hash, encode(root, 'hex') as root,
           encode(previous, 'hex') as previous, encode(signature, 'hex') as signature
      from ledger.anchors ${chain === undefined ? sql`` : sql`where chain = ${chain}`}
     order by chain, seq`.execute(db);
  return rows;
}

export async function addAnchor(tx: Tx, anchor: SignedAnchor): Promise<void> {
  await tx
    .insertInto('ledger.anchors')
    .values({
      ...anchor,
      hash: bytes(anchor.hash),
      root: bytes(anchor.root),
      previous: bytes(anchor.previous),
      signature: bytes(anchor.signature),
    })
    .execute();
}

export async function findHead(db: Db, chain: string): Promise<SignedHead | undefined> {
  const { rows } = await sql<SignedHead>`
    select seq, encode(hash, 'hex') as hash, ${exactInstant(sql`at`)} as at, encode(signature, 'hex') as signature
      from ledger.heads where chain = ${chain}`.execute(db);
  return rows[0];
}

export async function moveHead(tx: Tx, chain: string, head: SignedHead): Promise<void> {
  const signed = { ...head, hash: bytes(head.hash), signature: bytes(head.signature) };
  await tx
    .insertInto('ledger.heads')
    .values({ chain, ...signed })
    .onConflict((conflict) => conflict.column('chain').doUpdateSet(signed))
    .execute();
}

export async function listChains(db: Db): Promise<readonly string[]> {
  const heads = await db.selectFrom('ledger.heads').select('chain').orderBy('chain').execute();
  return heads.map(({ chain }) => chain);
}

/** Where the entries themselves end, whatever the head says. */
export async function findLast(db: Db, chain: string): Promise<Head> {
  const { rows } = await sql<Head>`
    select seq, encode(hash, 'hex') as hash from ledger.entries where chain = ${chain}
     order by seq desc limit 1`.execute(db);
  return rows[0] ?? emptyChain;
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}
