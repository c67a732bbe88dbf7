import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../../platform/db/schema.ts';
import type { NamedPerson } from './draft-store.ts';

/** How a version came to be released here; of a shipped one there is no record. */
export interface ReleaseRecord {
  readonly version: number;
  readonly supersedes: number | null;
  readonly effectiveNote: string;
  readonly contentHash: string;
  readonly releasedAt: string;
  readonly releasedBy: NamedPerson;
  readonly draftedBy: readonly NamedPerson[];
}

/** The releases of one procedure by version. One statement. */
export async function findReleaseRecords(
  db: Kysely<Schema>,
  procedureId: string,
): Promise<ReadonlyMap<number, ReleaseRecord>> {
  const rows = await db
    .selectFrom('procedure_versions as v')
    .innerJoin('people as p', 'p.id', 'v.released_by')
    .select([
      'v.version',
      'v.supersedes',
      'v.effective_note as effectiveNote',
      'v.content_hash as contentHash',
      'v.released_at as releasedAt',
      'p.id as personId',
      'p.name as personName',
      draftersColumn().as('draftedBy'),
    ])
    .where('v.procedure_id', '=', procedureId)
    .execute();
  return new Map(
    rows.map(({ personId, personName, ...row }) => [
      row.version,
      { ...row, releasedBy: { id: personId, name: personName } },
    ]),
  );
}

function draftersColumn(): RawBuilder<readonly NamedPerson[]> {
  return sql`(
    select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) order by d.name), '[]')
      from people d where d.id = any (v.drafted_by))`;
}
