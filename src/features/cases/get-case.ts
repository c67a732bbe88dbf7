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
import { findCaseRow } from './find-case-row.ts';
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
