import { sql } from 'kysely';
import type { Context } from '../context/index.ts';
import { keepMeasures } from './keep-measures.ts';

/** A few seconds' work, and few enough for one transaction. */
const casesAtOnce = 200;

/**
 * Measures the next cases whose log has grown since they were measured, should the job of an act ever be lost.
 * Gives how many; none left at 0. Reads all cases once: for the night, not for a request.
 */
export async function measureLeftOut(ctx: Context): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c left join measured_cases m on m.case_id = c.id
    where m.version is distinct from c.version
    limit ${casesAtOnce}`.execute(ctx.tx);
  await keepMeasures(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/**
 * Measures the next cases after that one anew, in the order of their ids. Gives how many, and the last of them;
 * null at the end.
 */
export async function measureAgain(
  ctx: Context,
  after: string | null,
): Promise<{ readonly cases: number; readonly last: string | null }> {
  const cases = await ctx.tx
    .selectFrom('cases')
    .select('id')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(casesAtOnce)
    .execute();
  const ids = cases.map(({ id }) => id);
  await keepMeasures(ctx, ids);
  return { cases: ids.length, last: ids.at(-1) ?? null };
}
