import { sql } from 'kysely';
import { entryText, type Fact } from '../../domain/ledger/entry.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Context } from '../context/index.ts';
import { emptyEntry } from './append.ts';
import type { StoredEntry } from './book.ts';
import { chainCase } from './chain-committed.ts';
import { record } from './record.ts';
import { listEntries } from './store.ts';

/**
 * The facts of a case, the submission and every event, each with all that it takes to compute its entry anew. What waits
 * is chained first; what this transaction itself has written cannot be, and has the number 0 and no hash.
 */
export async function listFacts(ctx: Context, caseId: string): Promise<readonly StoredEntry[]> {
  await chainCase(ctx, caseId);
  const chained = new Map((await listFactEntries(ctx, caseId)).map((entry) => [entry.factSeq, entry]));
  const { rows } = await sql<Fact & { seq: number }>`
    select seq, type, at, actor, data from ledger.facts where case_id = ${caseId} order by seq`.execute(
    ctx.tx,
  );
  return rows.map(({ seq: factSeq, ...fact }) => {
    const unchained = {
      ...emptyEntry,
      chain: '',
      seq: 0,
      kind: '',
      caseId,
      factSeq,
      fact,
      salt: '',
      hash: '',
    };
    return chained.get(factSeq) ?? unchained;
  });
}

/**
 * Has the words of these facts of a case taken out of the ordinary tables. The ledger keeps two digests of each that
 * changed, of what stood there and of what is left: the chain still holds, and neither may be altered.
 */
export async function recordEmptied(
  ctx: Context,
  caseId: string,
  facts: readonly StoredEntry[],
  empty: () => Promise<void>,
): Promise<void> {
  await empty();
  const left = new Map((await listFactEntries(ctx, caseId)).map((entry) => [entry.seq, digestOf(entry)]));
  const chained = facts.filter(({ seq }) => seq > 0);
  const emptied = chained.flatMap((entry) => {
    const [was, is] = [digestOf(entry), left.get(entry.seq)];
    return was === is ? [] : [[String(entry.factSeq), { was, is }] as const];
  });
  const chain = chained[0]?.chain;
  if (chain === undefined || emptied.length === 0) return;
  const details = { facts: Object.fromEntries(emptied) };
  await record(ctx, { kind: 'case.emptied', institution: chain, caseId, details });
}

function listFactEntries(ctx: Context, caseId: string): Promise<readonly StoredEntry[]> {
  return listEntries(ctx.tx, sql`e.case_id = ${caseId} and e.fact_seq is not null`);
}

function digestOf(entry: StoredEntry): string {
  return sha256(entryText(entry));
}
