import { expressionBuilder, sql } from 'kysely';
import type { PersonActor } from '../../domain/access/actor.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { filesColumn } from '../attachments/index.ts';
import { callsColumn } from '../calls/index.ts';
import type { Reading } from '../context/index.ts';
import { deliveriesColumn } from './deliveries-column.ts';
import { lineColumns } from './present-list.ts';
import { notNamed, reachable } from './reach.ts';
import { eventsColumn } from './store.ts';
import { machinery } from './timeline.ts';

export type CaseRow = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>;

/** The case with all that stands beside it: the words, the place, the institution, the log. One statement. */
export async function findCaseRow(ctx: Reading, actor: PersonActor, id: string) {
  return ctx.tx
    .selectFrom('cases')
    .innerJoin('institutions', 'institutions.id', 'cases.institution_id')
    .innerJoin('reporters', 'reporters.case_id', 'cases.id')
    .leftJoin('areas', 'areas.code', 'cases.area_code')
    .leftJoin('categories', 'categories.id', 'cases.category_id')
    .leftJoin('cases as parent', (join) =>
      join.onRef('parent.id', '=', 'cases.merged_into').on(notNamed(actor, sql.ref('parent.id'))),
    )
    .innerJoin('submissions', 'submissions.id', 'cases.id')
    .where('cases.id', '=', id)
    .select([
      ...lineColumns,
      'cases.state',
      'submissions.text',
      'submissions.occurred_on',
      'submissions.place',
      'submissions.institution_named',
      'submissions.sender_check',
      'institutions.name as institution_name',
      'institutions.zone as institution_zone',
      'reporters.reach',
      'parent.number as parent_number',
      eventsColumn({ but: machinery }).as('events'),
      filesColumn().as('files'),
      lettersColumn.as('letters'),
      callsColumn.as('calls'),
      deliveriesColumn().as('deliveries'),
      mergedHere(id, actor).as('merged'),
    ])
    .executeTakeFirst();
}

interface LetterRow {
  readonly id: string;
  readonly template: string;
  readonly writtenAt: string;
  readonly printedAt: string | null;
}

/** What goes to the reporter on paper, and when it was printed. */
const lettersColumn = sql<readonly LetterRow[]>`(
  select coalesce(json_agg(json_build_object(
           'id', n.id, 'template', n.template, 'writtenAt', ${instantInJson(sql`n.created_at`)},
           'printedAt', case when n.status = 'sent' then ${instantInJson(sql`n.updated_at`)} end) order by n.id), '[]')
    from notifications n
   where n.case_id = cases.id and n.channel = 'letter')`;

interface MergedCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/**
 * Cases that follow this one; each keeps its own reporter. Told are those that the reader may open, of the others
 * only how many they are; of a sealed one and of one that is about the reader, nothing.
 */
function mergedHere(parentId: string, actor: PersonActor) {
  const opens = reachable(expressionBuilder<Schema, 'cases'>(), actor, 'case.read');
  return sql<{ readonly here: readonly MergedCase[]; readonly beyond: number }>`(
    select json_build_object(
             'here', coalesce(json_agg(json_build_object('id', m.id, 'number', m.number, 'title', m.title)
                       order by m.number) filter (where m.opens is true), '[]'),
             'beyond', count(*) filter (where m.opens is not true))
      from (select id, number, title, ${opens} as opens
              from cases where merged_into = ${parentId} and status <> 'sealed' and ${notNamed(actor, sql.ref('cases.id'))} order by number limit 200) m)`;
}
