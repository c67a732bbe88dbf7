import { type Kysely, sql } from 'kysely';
import type { Keys } from '../../../platform/crypto/keys.ts';
import type { Schema } from '../../../platform/db/schema.ts';
import {
  type ChainVerified,
  compareHandedOut,
  type Fault,
  type SignedAnchor,
  verifyChain,
} from '../../ledger/index.ts';
import { listChainSeals } from './chain-seals.ts';
import { type CaseRow, caseColumns, caseDigest } from './enter.ts';
import { sealedBook } from './sealed-book.ts';

type Db = Kysely<Schema>;

export interface SealedVerified {
  readonly chains: readonly ChainVerified[];
  /** What no chain says by itself: cases and events that are not as their acts left them, anchors that were handed out. */
  readonly beside: readonly Fault[];
  /** Cases of institutions whose chain has not begun: they are entered with the next act, reading or evening. */
  readonly waiting: number;
}

/**
 * Whether the chains of the sealed door are what was written, and its cases and events what the chains say; nothing of
 * what they say is opened. Null where the account of `db` may not look at them. `db` should repeat its reads.
 */
export async function verifySealedLedger(
  db: Db,
  keys: Keys,
  handedOut: readonly SignedAnchor[] = [],
): Promise<SealedVerified | null> {
  if (!(await mayLook(db))) return null;
  const { publicKey } = keys.signer;
  const seals = await listChainSeals(db, keys);
  const chains: ChainVerified[] = [];
  for (const chain of seals.keys()) chains.push(await verifyChain(db, sealedBook(seals), publicKey, chain));
  const here = handedOut.length === 0 ? [] : await listSealedAnchors(db, keys);
  return {
    chains,
    beside: [
      ...(await compareCases(db)),
      ...(await listInserted(db)),
      ...compareHandedOut(here, publicKey, handedOut),
    ],
    waiting: await countWaiting(db),
  };
}

/** The anchors of every chain of the sealed door, to be handed to whoever may know of it. */
export async function listSealedAnchors(db: Db, keys: Keys): Promise<readonly SignedAnchor[]> {
  const seals = await listChainSeals(db, keys);
  const ofChains = [...seals.keys()].map((chain) => sealedBook(seals).listAnchors(db, chain));
  return (await Promise.all(ofChains)).flat();
}

async function mayLook(db: Db): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege('sealed', 'usage') as may`.execute(db);
  return rows[0]?.may === true;
}

interface Newest extends CaseRow {
  readonly chain: string;
  readonly entry: number;
  readonly caseId: string;
  readonly factSeq: number;
  readonly digest: string | null;
  readonly hasKey: boolean;
}

/** Each case as the newest of its entries left it. */
async function compareCases(db: Db): Promise<readonly Fault[]> {
  const { rows } = await sql<Newest>`
    select l.chain, l.seq as entry, l.case_id as "caseId", l.fact_seq as "factSeq",
           encode(l.case_digest, 'hex') as digest, k.subject is not null as "hasKey", ${caseColumns}
      from (select distinct on (case_id) * from sealed.entries
             where case_id is not null order by case_id, fact_seq desc) as l
      left join sealed.cases c on c.id = l.case_id
      left join vault.keys k on k.subject = l.case_id
     order by l.chain, l.seq`.execute(db);
  return rows.flatMap((row): Fault[] => {
    const { chain, entry: seq, caseId, factSeq } = row;
    const where = { chain, seq, caseId, factSeq };
    // From the left join: a case that is gone has no columns.
    if ((row.id as string | null) === null) return [{ code: 'case-missing', ...where }];
    if (caseDigest(row) !== row.digest) return [{ code: 'case-altered', ...where }];
    return row.hasKey ? [] : [{ code: 'case-key-gone', ...where }];
  });
}

/** Cases and events that no act wrote, where the chain of their institution has begun. */
async function listInserted(db: Db): Promise<readonly Fault[]> {
  const { rows } = await sql<{ caseId: string; factSeq: number | null }>`
    select c.id as "caseId", e.seq as "factSeq"
      from sealed.cases c
      join sealed.chains h on h.institution_id = c.institution_id
      left join sealed.events e on e.case_id = c.id
     where not exists (select from sealed.entries l where l.case_id = c.id and l.fact_seq = coalesce(e.seq, 1))
     order by c.id, e.seq limit 100`.execute(db);
  return rows.map(({ caseId, factSeq }) => ({
    code: 'event-inserted',
    caseId,
    number: caseId,
    factSeq: factSeq ?? 0,
  }));
}

async function countWaiting(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from sealed.cases c
     where not exists (select from sealed.chains h where h.institution_id = c.institution_id)`.execute(db);
  return rows[0]?.count ?? 0;
}
