import { type Kysely, sql } from 'kysely';
import { linkHash } from '../../domain/ledger/chain.ts';
import { entryText } from '../../domain/ledger/entry.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { chainCase } from './chain-committed.ts';
import { record } from './record.ts';
import { listEntries, type StoredEntry } from './store.ts';

/**
 * To be called before the words of a submission are taken out of the ordinary tables: the ledger keeps the digest of
 * what stood there, so that its chain still holds, and an entry says that it was emptied.
 */
export async function recordEmptied(ctx: Context, caseId: string): Promise<void> {
  await chainCase(ctx, caseId);
  const [entry] = await listEntries(ctx.tx, sql`e.case_id = ${caseId} and e.fact_seq = 0`);
  if (entry === undefined) return;
  const details = { digest: sha256(entryText(entry)) };
  await record(ctx, { kind: 'submission.emptied', institution: entry.chain, caseId, details });
}

/**
 * Whether this entry stands for a submission that is empty now, and whose digest, as the ledger has it, fits here. Other
 * words than those that were sent are never excused.
 */
export async function isEmptied(db: Kysely<Schema>, previous: string, entry: StoredEntry): Promise<boolean> {
  if (entry.factSeq !== 0 || entry.fact === null) return false;
  if ((JSON.parse(entry.fact.data) as { text?: unknown }).text !== '') return false;
  const { rows } = await sql<{ digest: string | null }>`
    select details->>'digest' as digest from ledger.entries
     where case_id = ${entry.caseId} and fact_seq is null and kind = 'submission.emptied'
    union all
    select details->>'digest' from ledger.inbox where case_id = ${entry.caseId} and kind = 'submission.emptied'`.execute(
    db,
  );
  return rows.some(
    ({ digest }) => digest !== null && linkHash(previous, entry.seq, digest, sha256) === entry.hash,
  );
}
