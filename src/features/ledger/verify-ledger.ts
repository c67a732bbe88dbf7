import { type Kysely, sql } from 'kysely';
import { anchorText } from '../../domain/ledger/anchor.ts';
import { isSignedBy } from '../../platform/crypto/signing.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { SignedAnchor } from './book.ts';
import type { Fault } from './faults.ts';
import { ordinaryBook } from './ordinary-book.ts';
import { listAnchors } from './store.ts';
import { type ChainVerified, verifyChain } from './verify-chain.ts';

type Db = Kysely<Schema>;

export interface LedgerVerified {
  readonly chains: readonly ChainVerified[];
  /** What no chain can say: events that stand beside it, anchors that were handed out. */
  readonly beside: readonly Fault[];
  /** Events and entries of the last hour that the chain has not taken up: nothing protects them yet. */
  readonly waiting: number;
}

export interface Verifying {
  readonly publicKey: string;
  /** ISO 8601 UTC. */
  readonly now: string;
  /** Anchors that somebody outside kept. */
  readonly handedOut?: readonly SignedAnchor[];
}

/**
 * Whether the whole ledger is what was written. Only reads; `db` should be a transaction that repeats its reads, so
 * that what is written meanwhile is not taken for a fault.
 */
export async function verifyLedger(db: Db, verifying: Verifying): Promise<LedgerVerified> {
  const { publicKey, now, handedOut = [] } = verifying;
  const { rows: chains } = await sql<{ chain: string }>`
    select chain from ledger.heads union select chain from ledger.anchors
    union select distinct chain from ledger.entries order by chain`.execute(db);
  const verified: ChainVerified[] = [];
  for (const { chain } of chains) verified.push(await verifyChain(db, ordinaryBook, publicKey, chain));
  const unchained = await listUnchained(db, now);
  const { rows } = await sql<{ count: number }>`select count(*) from ledger.inbox`.execute(db);
  return {
    chains: verified,
    beside: [
      ...unchained.faults,
      ...(await listGaps(db)),
      ...compareHandedOut(handedOut.length === 0 ? [] : await listAnchors(db), publicKey, handedOut),
    ],
    waiting: unchained.waiting + (rows[0]?.count ?? 0),
  };
}

interface Unchained {
  readonly caseId: string;
  readonly number: string;
  readonly factSeq: number;
  readonly code: 'event-inserted' | 'event-not-chained' | null;
}

/** An act is in the chain some seconds later; what no act wrote has a number that the case does not know of. */
async function listUnchained(
  db: Db,
  now: string,
): Promise<{ readonly faults: readonly Fault[]; readonly waiting: number }> {
  const { rows } = await sql<Unchained>`
    with standing as (select case_id, seq, at from case_events
       union all select case_id, 0, received_at from submissions where id = case_id)
    select f.case_id as "caseId", coalesce(c.number, '?') as number, f.seq as "factSeq",
           case when c.version is null or f.seq > c.version or f.at > ${now} or exists (
                  select from ledger.entries l where l.case_id = f.case_id and l.fact_seq > f.seq)
                then 'event-inserted'
                when f.at < ${now}::timestamptz - interval '1 hour' then 'event-not-chained' end as code
      from standing f
      left join ledger.entries e on e.case_id = f.case_id and e.fact_seq = f.seq
      left join cases c on c.id = f.case_id
     where e.seq is null order by code nulls last, f.case_id, f.seq limit 10000`.execute(db);
  const faults = rows.flatMap(({ code, ...event }) => (code === null ? [] : [{ code, ...event }]));
  return { faults, waiting: rows.length - faults.length };
}

/** Facts that were gone before the chain saw them: their numbers are jumped over, or the case knows of more. */
async function listGaps(db: Db): Promise<readonly Fault[]> {
  const { rows } = await sql<{ caseId: string; number: string; factSeq: number }>`
    select c.id as "caseId", c.number, n.missing as "factSeq"
      from (
        select case_id, count(*) filter (where fact_seq > 0) as counted, max(fact_seq) as last
          from ledger.entries where fact_seq is not null group by case_id) as e
      join cases c on c.id = e.case_id
      cross join lateral (
        select min(s) as missing from generate_series(1, greatest(e.last, c.version)) as s
         where (e.counted <> e.last or e.last < c.version)
           and not exists (select from ledger.entries l where l.case_id = c.id and l.fact_seq = s)
           and not exists (select from case_events v where v.case_id = c.id and v.seq = s)) as n
     where n.missing is not null order by c.id limit 100`.execute(db);
  return rows.map((row) => ({ code: 'event-never-chained', ...row }));
}

/** What somebody outside has kept, held against the anchors that are here. */
export function compareHandedOut(
  here: readonly SignedAnchor[],
  publicKey: string,
  handedOut: readonly SignedAnchor[],
): readonly Fault[] {
  const ours = new Set(here.map(anchorText));
  return handedOut.flatMap((anchor): Fault[] => {
    const { chain, date, seq } = anchor;
    const text = anchorText(anchor);
    if (!isSignedBy(publicKey, text, Buffer.from(anchor.signature, 'hex'))) {
      return [{ code: 'handed-anchor-forged', chain, date, seq }];
    }
    return ours.has(text) ? [] : [{ code: 'handed-anchor-lost', chain, date, seq }];
  });
}
