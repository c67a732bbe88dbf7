import { type Kysely, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { notNamed } from '../cases/index.ts';

export interface RunningCase {
  readonly id: string;
  readonly number: string;
  readonly institution: string;
  readonly unit: string | null;
  readonly clocks: readonly Clock[];
}

/**
 * The next cases, by id, whose clocks may be running, each with those that are. One statement by the partial index
 * `cases_with_clocks`, however many cases have ended. A sealed case is in no work list and not among them; for a
 * `reader`, neither is a case that is about them.
 */
export async function listRunningCases(
  db: Kysely<Schema>,
  after: string | null,
  limit: number,
  reader?: PersonActor,
): Promise<readonly RunningCase[]> {
  const rows = await db
    .selectFrom('cases')
    .select([
      'id',
      'number',
      'institution_id as institution',
      'unit_name as unit',
      sql<readonly Clock[]>`jsonb_path_query_array(state, '$.clocks[*] ? (@.outcome == "running")')`.as(
        'clocks',
      ),
    ])
    .where(sql<boolean>`(queue <> 'none' or status = 'merged')`)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .$if(reader !== undefined, (query) =>
      query.where(reader === undefined ? sql<boolean>`true` : notNamed(reader, sql.ref('cases.id'))),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows;
}
