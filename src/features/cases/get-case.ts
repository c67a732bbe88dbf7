import { can } from '../../domain/access/can.ts';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseCommandName } from '../../domain/cases/commands.ts';
import { availableActs, decide } from '../../domain/cases/decide.ts';
import type { DecisionContext } from '../../domain/cases/draft.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { decisionContext } from './act-on-case.ts';
import type { CaseView } from './contract.ts';
import { findCaseRow } from './find-case-row.ts';
import { presentCase } from './present-case.ts';

/**
 * The case page: everything this person may see of one case and may do with it now. One statement.
 * A case out of reach is answered like one that does not exist.
 */
export async function getCase(ctx: Reading, id: string): Promise<Result<CaseView, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const row = await findCaseRow(ctx, ctx.actor, id);
  if (row === undefined) return err(refusal('not-found'));
  const state = row.state as CaseState;
  const reach = reachOf(state);
  const reads = can(ctx.actor, 'case.read', reach);
  if (!reads && !can(ctx.actor, 'assignment.work', reach)) return err(refusal('not-found'));
  const decision = decisionContext(ctx, state);
  const acts = availableActs(state, decision);
  const actsOnceVerified = acts.includes('verification') ? actsAfterVerification(state, decision) : [];
  return ok(presentCase(ctx, { row, state, acts, actsOnceVerified, wholeCase: reads }));
}

/** Where the procedure leads and this person goes along: the verifier's screen asks for it in one stroke. */
function actsAfterVerification(state: CaseState, decision: DecisionContext): readonly CaseCommandName[] {
  const { kind, oversight, urgent, title, categoryId, areaCode } = state;
  const input = { kind, oversight, urgent, title, categoryId, areaCode, note: '' };
  const verified = decide(state, 'verification', input, decision);
  return verified.ok ? availableActs(verified.value.state, decision) : [];
}
