import { sql } from 'kysely';
import { filesColumn } from '../attachments/index.ts';
import type { Reading } from '../context/index.ts';
import { lineColumns } from './present-list.ts';
import { eventsColumn } from './store.ts';
import { machinery } from './timeline.ts';

export type CaseRow = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>;

/** The case with all that stands beside it: the words, the place, the institution, the log. One statement. */
export async function findCaseRow(ctx: Reading, id: string) {
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
      ...lineColumns,
      'cases.state',
      'submissions.text',
      'submissions.occurred_on',
      'submissions.place',
      'submissions.institution_named',
      'institutions.name as institution_name',
      'institutions.zone as institution_zone',
      'reporters.reach',
      'parent.number as parent_number',
      eventsColumn({ but: machinery }).as('events'),
      filesColumn().as('files'),
      mergedHere().as('merged'),
    ])
    .executeTakeFirst();
}

interface MergedCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Cases that follow this one; each keeps its own reporter. */
function mergedHere() {
  return sql<readonly MergedCase[]>`(
    select coalesce(json_agg(m order by m.number), '[]')
      from (select id, number, title from cases m where m.merged_into = cases.id order by number limit 200) m)`;
}
