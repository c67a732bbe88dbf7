import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Breach, BreachFacts } from '../../domain/privacy/breach.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';

export interface KeptBreach extends Breach {
  readonly id: string;
  readonly institution: string;
  readonly caseIds: readonly string[];
  readonly version: number;
}

/** With `forUpdate` of two who act at once one comes first and the other sees it. */
export async function findBreach(
  tx: Kysely<Schema>,
  id: string,
  { forUpdate = false }: { readonly forUpdate?: boolean } = {},
): Promise<KeptBreach | undefined> {
  const row = await tx
    .selectFrom('privacy_breaches')
    .selectAll()
    .where('id', '=', id)
    .$if(forUpdate, (query) => query.forUpdate())
    .executeTakeFirst();
  return row === undefined ? undefined : breachOf(row);
}

export function breachOf(row: Selectable<Schema['privacy_breaches']>): KeptBreach {
  return {
    id: row.id,
    institution: row.institution_id,
    facts: row.facts as BreachFacts,
    caseIds: row.case_ids,
    noticedAt: row.noticed_at,
    clock: row.clock as Clock,
    told: { affected: row.affected_told_at, authority: row.authority_told_at },
    closedAt: row.closed_at,
    version: row.version,
  };
}

/** Writes the breach as it is now, and the entry that says who brought it there. */
export async function keepBreach(ctx: Context, breach: KeptBreach, entry: NewEntry): Promise<void> {
  const columns = {
    facts: JSON.stringify(breach.facts),
    case_ids: [...breach.caseIds],
    clock: JSON.stringify(breach.clock),
    affected_told_at: breach.told.affected,
    authority_told_at: breach.told.authority,
    closed_at: breach.closedAt,
    version: breach.version,
  };
  await ctx.tx
    .insertInto('privacy_breaches')
    .values({
      id: breach.id,
      institution_id: breach.institution,
      noticed_at: breach.noticedAt,
      recorded_at: ctx.now,
      ...columns,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  await addEntry(ctx.tx, breach.id, ctx.now, entry);
}

export interface NewEntry {
  readonly kind: 'recorded' | 'changed' | 'noted' | 'told' | 'closed';
  readonly by: string;
  readonly words: string;
  readonly data: object;
}

async function addEntry(tx: Transaction<Schema>, breach: string, at: string, entry: NewEntry): Promise<void> {
  await tx
    .insertInto('privacy_breach_entries')
    .values({
      breach_id: breach,
      number: sql<number>`(select count(*) + 1 from privacy_breach_entries where breach_id = ${breach})`,
      kind: entry.kind,
      at,
      person_id: entry.by,
      words: entry.words,
      data: JSON.stringify(entry.data),
    })
    .execute();
}
