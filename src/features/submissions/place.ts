import { type RawBuilder, sql } from 'kysely';
import { type Context, officeRevision, requireCurrent } from '../context/index.ts';
import type { SubmissionInput } from './contract.ts';
import type { FieldProblems } from './validate.ts';

export interface Place {
  readonly institution: {
    readonly id: string;
    readonly name: string;
    readonly zone: string;
    readonly procedureId: string;
  };
  readonly frontUnit: string | null;
  /** Area code of the unit that takes it in. */
  readonly officeArea: string | null;
  readonly categoryId: string | null;
  readonly areaCode: string | null;
  /** Somebody who works there bears one of the names asked for. */
  readonly namesOfficial: boolean;
}

/**
 * Where the submission goes: the institution named, else the one that takes in what names none (the one
 * set up first), and whether one of `names` (lower case) is somebody's who works there. One statement looks all of it up. Adds to `problems` what does not exist. Throws `OfficeOutdated`
 * where a version was released that this node has not read: from its commit on, new cases take the new one.
 */
export async function findPlace(
  ctx: Context,
  input: SubmissionInput,
  problems: FieldProblems,
  names: readonly string[],
): Promise<Place | undefined> {
  const { areaCode = null, category: categoryId = null } = input;
  const named = input.institution ?? ctx.office.defaultInstitution;
  const row = await ctx.tx
    .selectFrom('institutions')
    .leftJoin('units as front', 'front.id', 'institutions.front_unit_id')
    .leftJoin('areas', (join) => join.on('areas.code', '=', areaCode))
    .leftJoin('categories', (join) =>
      join
        .onRef('categories.institution_id', '=', 'institutions.id')
        .on('categories.id', '=', categoryId)
        .on('categories.active', '=', true),
    )
    .where('institutions.active', '=', true)
    .$if(named !== null, (query) => query.where('institutions.id', '=', named))
    .select([
      'institutions.id',
      'institutions.name',
      'institutions.zone',
      'institutions.procedure_id as procedureId',
      'front.name as frontUnit',
      'front.area_code as officeArea',
      'areas.code as areaCode',
      'categories.id as categoryId',
      officeRevision().as('revision'),
      employsOneOf(names).as('namesOfficial'),
    ])
    .orderBy('institutions.created_at')
    .orderBy('institutions.id')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) {
    problems.institution = 'unknown';
    return undefined;
  }
  requireCurrent(ctx.office, row.revision);
  if (areaCode !== row.areaCode) problems.areaCode = 'unknown';
  if (categoryId !== row.categoryId) problems.category = 'unknown';
  const { id, name, zone, procedureId, frontUnit, officeArea, namesOfficial } = row;
  const institution = { id, name, zone, procedureId };
  return { institution, frontUnit, officeArea, categoryId, areaCode, namesOfficial };
}

/** Without what stands behind a comma: degrees. */
function employsOneOf(names: readonly string[]): RawBuilder<boolean> {
  if (names.length === 0) return sql<boolean>`false`;
  return sql<boolean>`exists (
    select from people p
     where p.institution_id = institutions.id and p.active
       and lower(split_part(p.name, ',', 1)) = any (${[...names]}::text[]))`;
}
