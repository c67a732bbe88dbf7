import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { can } from '../../domain/access/can.ts';
import { isNamed } from '../../domain/access/named.ts';
import { reachOf } from '../../domain/cases/act.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { availableActs } from '../../domain/cases/decide.ts';
import { findStep, rolesOfStep } from '../../domain/procedures/next-steps.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { decisionContext, findCase } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import { heldRoles } from '../people/index.ts';
import type { CaseRights } from './contract.ts';
import { loadStaff, presentHeld, type StaffMember } from './load-staff.ts';

const mostPeople = 300;

/**
 * Who sees a case now, who may act on it, and by which of their roles; also whom the conflict list keeps out. Asked of
 * the rules themselves, role by role, so that it cannot say anything else than the page would do. For whoever reads
 * the whole case; refuses `not-found` for everybody else. Two statements.
 */
export async function getCaseRights(ctx: Reading, id: string): Promise<Result<CaseRights, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const state = await findCase(ctx.tx, id);
  if (state === undefined || !can(actor, 'case.read', reachOf(state))) return err(refusal('not-found'));
  const staff = await loadStaff(ctx, mayReach(state, ctx.now), mostPeople + 1);
  const { procedure } = decisionContext(ctx, state);
  const people = staff.slice(0, mostPeople).flatMap((member) => {
    const view = presentMember(ctx, state, member);
    return view.grants.length === 0 ? [] : [view];
  });
  return ok({
    number: state.number,
    step: presentStep(procedure, state.step),
    people,
    more: staff.length > mostPeople,
  });
}

/** Leaves out by far the most of those who cannot: no case in reach, or a role for other units only. */
function mayReach(state: CaseState, now: string): RawBuilder<SqlBool> {
  const { institution, unitPath, assignedUnitPaths, assignedPersonIds, copiedUnitPaths } = reachOf(state);
  const paths = [unitPath ?? '', ...assignedUnitPaths, ...copiedUnitPaths];
  return sql<SqlBool>`p.active and (p.institution_id = ${institution} or p.institution_id is null) and exists (
    select from ${heldRoles(now)} g
      join roles r on r.id = g.role_id
      left join units gu on gu.id = g.unit_id
     where (
       'assignment.work' = any (r.permissions) and coalesce((g.on_behalf_of->>'id')::uuid, p.id) = any (${[...assignedPersonIds]}::uuid[])
       or 'case.read' = any (r.permissions) and (
         gu.path is null
         or exists (select from unnest(${paths}::text[]) as c (path) where c.path like gu.path || '%'))))`;
}

type MemberView = CaseRights['people'][number];

function presentMember(ctx: Reading, state: CaseState, member: StaffMember): MemberView {
  const reach = reachOf(state);
  const keptOut = isNamed(member.actor, reach);
  // As if nobody were named: what the roles alone would give is what the list keeps them from.
  const asked = keptOut ? { ...state, conflicts: [] } : state;
  const grants = member.grants.flatMap((grant): MemberView['grants'] => {
    const alone = { ...member.actor, grants: [grant] };
    const askedReach = reachOf(asked);
    const reads = can(alone, 'case.read', askedReach);
    if (!reads && !can(alone, 'assignment.work', askedReach)) return [];
    const decision = { ...decisionContext(ctx, state), actor: alone };
    return [
      {
        ...presentHeld(grant, ctx.locale),
        sees: keptOut ? 'nothing' : reads ? 'case' : 'task',
        acts: keptOut ? [] : [...availableActs(state, decision)],
      },
    ];
  });
  const { id, name, unit } = member.actor;
  return { id, name, unit: unit?.name ?? null, keptOut, grants };
}

function presentStep(procedure: Procedure, id: string | null): CaseRights['step'] {
  const step = id === null ? undefined : findStep(procedure, id);
  if (step === undefined) return null;
  return { no: step.id, activity: step.activity, roles: [...rolesOfStep(procedure, step)] };
}
