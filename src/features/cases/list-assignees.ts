import type { Static } from 'typebox';
import { availableActs } from '../../domain/cases/decide.ts';
import { rolesOfActors, stepsWithAct } from '../../domain/procedures/next-steps.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import type { Assignee } from '../people/contract.ts';
import { listAssignees } from '../people/index.ts';
import { decisionContext } from './act-on-case.ts';
import { isInReach } from './in-reach.ts';
import { findCase } from './store.ts';

/** The people whom the procedure lets this officer assign, with how much each has in hand already. */
export async function listCaseAssignees(
  ctx: Reading,
  caseId: string,
): Promise<Result<Static<typeof Assignee>[], Refusal>> {
  const state = await findCase(ctx.tx, caseId);
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  if (state === undefined || !isInReach(ctx.actor, state)) return err(refusal('not-found'));
  const decision = decisionContext(ctx, state);
  if (!availableActs(state, decision).includes('assignment')) return err(refusal('not-authorized'));
  const { procedure } = decision;
  const roles = [...stepsWithAct(procedure, 'assign'), ...stepsWithAct(procedure, 'delegate')].flatMap(
    (step) => rolesOfActors(procedure, step.delegates ?? []),
  );
  return ok([...(await listAssignees(ctx.tx, state.institution, [...new Set(roles)]))]);
}
