import { sql } from 'kysely';
import type { PersonRef } from '../../domain/cases/case.ts';
import { isNameIn, wordPairs } from '../../domain/privacy/names-in-text.ts';
import { storable } from '../../domain/shared/storable.ts';
import { type Context, officeRevision, requireCurrent } from '../context/index.ts';
import { type SubmissionInput, textLimit } from './contract.ts';
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
  /** People of the institution whose whole name stands in the text: the matter may be about them. */
  readonly named: readonly PersonRef[];
}

interface NamedThere extends PersonRef {
  /** The name without titles, as it would stand in a text. */
  readonly words: string;
}

/**
 * Where the submission goes: the institution named, else the one that takes in what names none (the one
 * set up first), and who works there and is named in the words. One statement looks all of it up. Adds to `problems` what does not exist. Throws `OfficeOutdated`
 * where a version was released that this node has not read: from its commit on, new cases take the new one.
 */
export async function findPlace(
  ctx: Context,
  input: SubmissionInput,
  problems: FieldProblems,
): Promise<Place | undefined> {
  const { areaCode = null, category: categoryId = null } = input;
  const text = `${storable(input.title ?? '')}\n${storable(input.text)}`.slice(0, textLimit);
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
      sql<readonly NamedThere[]>`(
        select coalesce(json_agg(json_build_object(
                 'id', p.id, 'name', p.name, 'words', words_of_name(p.name)) order by p.id), '[]')
          from people p
         where p.institution_id = institutions.id and p.active
           and start_of_name(p.name) = any (${[...wordPairs(text)]}::text[]))`.as('named'),
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
  const { id, name, zone, procedureId, frontUnit, officeArea } = row;
  return {
    institution: { id, name, zone, procedureId },
    frontUnit,
    officeArea,
    categoryId,
    areaCode,
    named: row.named
      .filter(({ words }) => isNameIn(text, words))
      .map((one) => ({ id: one.id, name: one.name })),
  };
}
