import { expressionBuilder } from 'kysely';
import type { Static } from 'typebox';
import { mayHandOver } from '../../domain/cases/assignments.ts';
import type { Assignment, CaseState } from '../../domain/cases/case.ts';
import { rolesOfActors, stepsWithAct } from '../../domain/procedures/next-steps.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context, Reading } from '../context/index.ts';
import { listAssignees } from '../people/index.ts';
import { decisionContext } from './act-on-case.ts';
import { actAsOfficer } from './commands.ts';
import type { HandedOver, HandOver, OpenWork } from './contract.ts';
import { reachable } from './reach.ts';

/** More than one person hands over in one sitting; the rest follows when these are done. */
const most = 200;

/**
 * Every open task of a person that the officer may hand over, by person; whose accounts are closed come first. Refuses
 * `not-signed-in`.
 */
export async function listOpenWork(ctx: Reading): Promise<Result<OpenWork, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const found = await findTasks(ctx, null);
  const holders = new Map<string, OpenWork['holders'][number]>();
  for (const { assignment, state, active, due } of found) {
    if (assignment.person === null) continue;
    const { id, name } = assignment.person;
    const holder = holders.get(id) ?? { person: { id, name }, active, tasks: [] };
    holders.set(id, holder);
    holder.tasks.push({
      assignmentId: assignment.id,
      caseId: state.id,
      number: state.number,
      title: state.title,
      task: assignment.task,
      due,
      zone: assignment.unit?.zone ?? state.zone,
    });
  }
  const byName = [...holders.values()].toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'id'));
  return ok({
    holders: byName.toSorted((a, b) => Number(a.active) - Number(b.active)),
    people: await findTakers(
      ctx,
      found.map(({ state }) => state),
    ),
  });
}

/**
 * Hands the tasks of one person over to another: one event on each case, with the reason, and each clock runs on.
 * Where a case refuses, the others are handed over all the same, and the answer names it. Refuses `not-signed-in`,
 * `invalid-input` (reason).
 */
export async function handOverWork(
  ctx: Context,
  { fromId, toId, assignmentIds, reason }: Static<typeof HandOver>,
): Promise<Result<HandedOver, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  if (reason.trim() === '') return err({ code: 'invalid-input', fields: { reason: 'required' } });
  const done: string[] = [];
  const refused: { number: string; code: string }[] = [];
  for (const { assignment, state } of await findTasks(ctx, fromId)) {
    if (assignmentIds !== null && !assignmentIds.includes(assignment.id)) continue;
    const input = { assignmentId: assignment.id, personId: toId, reason };
    const acted = await actAsOfficer(ctx, state.id, 'assignment-hand-over', input);
    if (acted.ok) done.push(state.number);
    else refused.push({ number: state.number, code: acted.error.code });
  }
  return ok({ done, refused });
}

interface Task {
  readonly assignment: Assignment;
  readonly state: CaseState;
  readonly active: boolean;
  readonly due: string | null;
}

async function findTasks(ctx: Reading, personId: string | null): Promise<readonly Task[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  // In reach already here: the first ones of everybody's would leave no place for the officer's own.
  const rows = await ctx.tx
    .selectFrom('case_assignments as a')
    .innerJoin('cases', 'cases.id', 'a.case_id')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.due_at as due', 'cases.state', 'p.active'])
    .where('a.state', '=', 'open')
    .$if(personId !== null, (query) => query.where('a.person_id', '=', personId))
    .where(reachable(expressionBuilder<Schema, 'cases'>(), actor, 'case.assign'))
    .orderBy('p.active')
    .orderBy('a.due_at', (by) => by.asc().nullsLast())
    .orderBy('a.id')
    .limit(most)
    .execute();
  return rows.flatMap(({ id, due, state: kept, active }) => {
    const state = kept as CaseState;
    const assignment = state.assignments.find((one) => one.id === id);
    return assignment !== undefined && mayHandOver(state, decisionContext(ctx, state), assignment)
      ? [{ assignment, state, active, due }]
      : [];
  });
}

/** Whom the SOPs of these cases let be assigned. */
async function findTakers(ctx: Reading, states: readonly CaseState[]): Promise<OpenWork['people']> {
  const roles = new Set<string>();
  for (const state of states) {
    const { procedure } = decisionContext(ctx, state);
    for (const step of [...stepsWithAct(procedure, 'assign'), ...stepsWithAct(procedure, 'delegate')]) {
      for (const role of rolesOfActors(procedure, step.delegates ?? [])) roles.add(role);
    }
  }
  const institution = states[0]?.institution;
  if (institution === undefined) return [];
  const people = await listAssignees(ctx.tx, institution, [...roles]);
  return people.map(({ personId, name, unit }) => ({ personId, name, unit: unit?.name ?? null }));
}
