import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../../platform/db/schema.ts';

interface Party {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly active: boolean;
  /** Null: of every institution. */
  readonly institution: string | null;
}

/** What a notice of a deputyship needs to know of it; days are `YYYY-MM-DD`, both counted. */
export interface ToldDeputyship {
  readonly absent: Party;
  readonly deputy: Party;
  readonly from: string;
  readonly until: string;
  readonly endedAt: string | null;
}

/** Undefined where there is none of this id. One statement. */
export async function findToldDeputyship(
  tx: Kysely<Schema>,
  id: string,
): Promise<ToldDeputyship | undefined> {
  const { rows } = await sql<ToldDeputyship>`
    select json_build_object('id', a.id, 'name', a.name, 'locale', a.locale, 'active', a.active, 'institution', a.institution_id) as absent,
           json_build_object('id', s.id, 'name', s.name, 'locale', s.locale, 'active', s.active, 'institution', s.institution_id) as deputy,
           d.from_day::text as "from", d.until_day::text as until, d.ended_at as "endedAt"
      from deputyships d join people a on a.id = d.absent_id join people s on s.id = d.deputy_id
     where d.id = ${id}`.execute(tx);
  return rows[0];
}
