import { sql } from 'kysely';
import type { Context } from '../context/index.ts';

export type CaseRow = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>;

/** The case with what stands beside it: the words, the place, the institution. One statement. */
export async function findCaseRow(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('cases')
    .innerJoin('institutions', 'institutions.id', 'cases.institution_id')
    .innerJoin('reporters', 'reporters.case_id', 'cases.id')
    .leftJoin('areas', 'areas.code', 'cases.area_code')
    .leftJoin('categories', 'categories.id', 'cases.category_id')
    .leftJoin('cases as parent', 'parent.id', 'cases.merged_into')
    .innerJoin('submissions', 'submissions.id', 'cases.id')
    .where('cases.id', '=', id)
    .select([
      'cases.state',
      'cases.queue',
      'cases.late',
      'areas.full_name as area',
      'categories.name as category',
      sql<string>`left(submissions.text, 240)`.as('excerpt'),
      'submissions.text',
      'submissions.occurred_on',
      'submissions.place',
      'submissions.institution_named',
      'institutions.name as institution_name',
      'institutions.zone as institution_zone',
      'reporters.reach',
      'parent.number as parent_number',
    ])
    .executeTakeFirst();
}
