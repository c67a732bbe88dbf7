import { sql } from 'kysely';
import { can } from '../../domain/access/can.ts';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { availableActs } from '../../domain/cases/decide.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { listFiles } from '../attachments/index.ts';
import type { Context } from '../context/index.ts';
import { decisionContext } from './act-on-case.ts';
import type { CaseView } from './contract.ts';
import { presentCase } from './present-case.ts';
import { listEvents } from './store.ts';

/**
 * The case page: everything this person may see of one case and may do with it now. Five statements.
 * A case out of reach is answered like one that does not exist.
 */
export async function getCase(ctx: Context, id: string): Promise<Result<CaseView, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const row = await findCaseRow(ctx, id);
  if (row === undefined) return err(refusal('not-found'));
  const state = row.state as CaseState;
  const reach = reachOf(state);
  const reads = can(ctx.actor, 'case.read', reach);
  if (!reads && !can(ctx.actor, 'assignment.work', reach)) return err(refusal('not-found'));
  const [events, files, merged] = [
    await listEvents(ctx.tx, id),
    await listFiles(ctx, id),
    await listMergedHere(ctx, id),
  ];
  const acts = availableActs(state, decisionContext(ctx, state));
  return ok(presentCase(ctx, { row, state, events, files, merged, acts, wholeCase: reads }));
}

export type CaseRow = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>;

async function findCaseRow(ctx: Context, id: string) {
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

/** Cases that follow this one; each keeps its own reporter. */
async function listMergedHere(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('cases')
    .select(['id', 'number', 'title'])
    .where('merged_into', '=', id)
    .orderBy('number')
    .limit(200)
    .execute();
}
