import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { withoutWords } from '../../domain/cases/without-words.ts';
import { linkHash } from '../../domain/ledger/chain.ts';
import { entryText, type Fact } from '../../domain/ledger/entry.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { StoredEntry } from './book.ts';

/**
 * Whether the words of this entry's fact were lawfully taken away: the ledger has the digest of what stood there, which
 * fits here, and of what is left, which is what stands there now. Other words than those that were sent are never excused.
 */
export async function isEmptied(db: Kysely<Schema>, previous: string, entry: StoredEntry): Promise<boolean> {
  if (entry.factSeq === null || entry.fact === null || !isWordless(entry.factSeq, entry.fact)) return false;
  const { rows } = await sql<{ was: string | null; is: string | null }>`
    select l.details->'facts'->${String(entry.factSeq)}->>'was' as was,
           l.details->'facts'->${String(entry.factSeq)}->>'is' as is
      from (select details from ledger.entries
             where case_id = ${entry.caseId} and fact_seq is null and kind = 'case.emptied'
            union all
            select details from ledger.inbox where case_id = ${entry.caseId} and kind = 'case.emptied') as l`.execute(
    db,
  );
  const stands = sha256(entryText(entry));
  return rows.some(
    ({ was, is }) =>
      was !== null && is === stands && linkHash(previous, entry.seq, was, sha256) === entry.hash,
  );
}

function isWordless(factSeq: number, { type, at, actor, data }: Fact): boolean {
  const said = JSON.parse(data);
  if (factSeq === 0) return said.text === '';
  const event = { type, seq: factSeq, at, actor: JSON.parse(actor), data: said } as CaseEvent;
  return isDeepStrictEqual(withoutWords(event).data, said);
}
