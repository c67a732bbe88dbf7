import { can, taskUnitPath } from '../access/can.ts';
import { rolesOfStep, stepsWithAct } from '../procedures/next-steps.ts';
import type { Procedure, StepAct } from '../procedures/procedure.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { type Acts, firstOf, isActive, isNamedUnit, namedIn, reachOf, required } from './act.ts';
import type { Assignment, CaseState } from './case.ts';
import type { CaseCommands } from './commands.ts';
import { currentStep, type DecisionContext, type Draft, emit } from './draft.ts';
import { advance, moveTo } from './moves.ts';
import { compileReport, requiredContent } from './report-content.ts';
import { reopenClocks, startAssignmentClock, stopClocks } from './timing.ts';

const workActs: readonly StepAct[] = ['follow-up', 'assign', 'delegate', 'report'];

/**
 * The assignment tree: a unit assigns UPT and field workers, a UPT assigns field workers, several at
 * once, each with a clock of its own (A7). The handling reports go up the same way (A8).
 */
export const assignmentActs: Acts<
  | 'assignment'
  | 'assignment-report'
  | 'assignment-return'
  | 'assignment-hand-over'
  | 'assignment-cancellation'
> = {
  assignment: {
    refuse(state, ctx) {
      const asUnit = heldThrough(state, ctx, 'assign');
      const asAssignee = state.assignments.some((one) => one.state === 'open' && delegates(state, ctx, one));
      return firstOf(atWork(state, ctx), asUnit || asAssignee ? null : refusal('not-authorized'));
    },
    decide(draft, input) {
      const { state, ctx } = draft;
      const act = input.parent === null ? 'assign' : 'delegate';
      const refused = firstOf(
        required('task', input.task),
        input.parent === null
          ? heldThrough(state, ctx, 'assign')
            ? null
            : refusal('not-authorized')
          : parentRefusal(state, ctx, input.parent),
        assigneeRefusal(ctx.procedure, act, input),
        namedRefusal(state, input),
      );
      if (refused !== null) return refused;
      const { id, parent, unit, task, limit } = input;
      const person = input.person === null ? null : { id: input.person.id, name: input.person.name };
      emit(draft, 'Assigned', {
        assignment: id,
        parent,
        unit: unit ?? input.person?.unit ?? null,
        person,
        task: task.trim(),
        limit,
      });
      startAssignmentClock(draft, id, limit, unit ?? input.person?.unit ?? null);
      showStage(draft, act);
      return null;
    },
  },

  'assignment-report': {
    refuse(state, ctx) {
      const mine = state.assignments.some((one) => one.state === 'open' && worksOn(ctx, one));
      return firstOf(atWork(state, ctx), mine ? null : refusal('not-authorized'));
    },
    decide(draft, { assignment: id, content }) {
      const assignment = findOpen(draft.state, id);
      if (assignment === undefined) return refusal('assignment-not-found');
      const childOpen = draft.state.assignments.some((one) => one.parent === id && one.state === 'open');
      const refused = firstOf(
        worksOn(draft.ctx, assignment) ? null : refusal('not-authorized'),
        childOpen ? refusal('assignments-open') : null,
        requiredContent(content, false),
      );
      if (refused !== null) return refused;
      emit(draft, 'AssignmentReported', { assignment: id, content });
      stopClocks(draft, (clock) => clock.id === `assignment:${id}`);
      showStage(draft, 'report');
      if (draft.state.assignments.some((one) => one.state === 'open')) return null;
      const compiled = compileReport(draft.state.assignments);
      emit(draft, 'HandlingReportSubmitted', compiled);
      advance(draft, 'ya');
      return null;
    },
  },

  'assignment-return': {
    refuse(state, ctx) {
      const any = state.assignments.some((one) => one.state === 'reported' && directs(state, ctx, one));
      return firstOf(atWork(state, ctx), any ? null : refusal('not-authorized'));
    },
    decide(draft, { assignment: id, reason }) {
      const assignment = draft.state.assignments.find((one) => one.id === id && one.state === 'reported');
      if (assignment === undefined) return refusal('assignment-not-found');
      const refused = firstOf(
        directs(draft.state, draft.ctx, assignment) ? null : refusal('not-authorized'),
        required('reason', reason),
      );
      if (refused !== null) return refused;
      returnAssignment(draft, id, reason);
      return null;
    },
  },

  'assignment-hand-over': {
    refuse(state, ctx) {
      const any = state.assignments.some((one) => mayHandOver(state, ctx, one));
      return firstOf(atWork(state, ctx), any ? null : refusal('not-authorized'));
    },
    decide(draft, { assignment: id, person, roles, reason }) {
      const { state, ctx } = draft;
      const assignment = findOpen(state, id);
      if (assignment === undefined || assignment.person === null) return refusal('assignment-not-found');
      const act = assignment.parent === null ? 'assign' : 'delegate';
      const refused = firstOf(
        mayHandOver(state, ctx, assignment) ? null : refusal('not-authorized'),
        person.id === assignment.person.id ? refusal('assignee-not-allowed') : null,
        assigneeRefusal(ctx.procedure, act, { unit: null, person, roles }),
        namedRefusal(state, { unit: null, person }),
        required('reason', reason),
      );
      if (refused !== null) return refused;
      emit(draft, 'AssignmentHandedOver', {
        assignment: id,
        before: assignment.person,
        person: { id: person.id, name: person.name },
        unit: person.unit,
        reason: reason.trim(),
      });
      return null;
    },
  },

  'assignment-cancellation': {
    refuse(state, ctx) {
      const any = state.assignments.some((one) => one.state === 'open' && directs(state, ctx, one));
      return firstOf(atWork(state, ctx), any ? null : refusal('not-authorized'));
    },
    decide(draft, { assignment: id, reason }) {
      const assignment = findOpen(draft.state, id);
      if (assignment === undefined) return refusal('assignment-not-found');
      const refused = firstOf(
        directs(draft.state, draft.ctx, assignment) ? null : refusal('not-authorized'),
        required('reason', reason),
      );
      if (refused !== null) return refused;
      cancelTree(draft, id, reason.trim());
      return null;
    },
  },
};

/** Opens a reported assignment again; its clock goes on, it does not start anew. */
export function returnAssignment(draft: Draft, id: string, reason: string): void {
  emit(draft, 'AssignmentReturned', { assignment: id, reason: reason.trim() });
  reopenClocks(draft, (clock) => clock.id === `assignment:${id}`);
}

/** Takes an open assignment back, and what hangs below it. */
export function cancelTree(draft: Draft, id: string, reason: string): void {
  for (const child of draft.state.assignments.filter((one) => one.parent === id && one.state === 'open')) {
    cancelTree(draft, child.id, reason);
  }
  emit(draft, 'AssignmentCancelled', { assignment: id, reason });
  const clock = draft.state.clocks.find((one) => one.id === `assignment:${id}` && one.stoppedAt === null);
  if (clock !== undefined) emit(draft, 'ClockCancelled', { clock: clock.id, reason: 'assignment-cancelled' });
}

function atWork(state: CaseState, ctx: DecisionContext): Refusal | null {
  const act = currentStep(state, ctx.procedure)?.act;
  if (act === undefined || !workActs.includes(act)) return refusal('not-this-step');
  return isActive(state) ? null : refusal('not-this-status');
}

/** Whether the actor may assign through the role that the procedure's step of this act names. */
function heldThrough(state: CaseState, ctx: DecisionContext, act: 'assign' | 'delegate'): boolean {
  return stepsWithAct(ctx.procedure, act).some((step) =>
    can(ctx.actor, 'case.assign', reachOf(state), rolesOfStep(ctx.procedure, step)),
  );
}

/** An assignee who may assign further (UPT to field workers). */
function delegates(state: CaseState, ctx: DecisionContext, assignment: Assignment): boolean {
  return worksOn(ctx, assignment) && heldThrough(state, ctx, 'delegate');
}

/** Whoever gave the assignment: the unit at the top of the tree, the parent's assignee below. */
function directs(state: CaseState, ctx: DecisionContext, assignment: Assignment): boolean {
  if (assignment.parent === null) return heldThrough(state, ctx, 'assign');
  const parent = state.assignments.find((one) => one.id === assignment.parent);
  return parent !== undefined && parent.state === 'open' && worksOn(ctx, parent);
}

/** Whether the actor may give this open task of one person to another: whoever could have given it to them. */
export function mayHandOver(state: CaseState, ctx: DecisionContext, assignment: Assignment): boolean {
  return assignment.state === 'open' && assignment.person !== null && directs(state, ctx, assignment);
}

/** Whether the assignment is the actor's own: by person, or by unit where it names no person. */
export function worksOn(ctx: DecisionContext, assignment: Assignment): boolean {
  const { actor } = ctx;
  if (actor.kind !== 'person') return false;
  if (assignment.person !== null) return assignment.person.id === (actor.onBehalfOf?.id ?? actor.id);
  const path = assignment.unit?.path;
  return actor.grants.some((grant) => {
    const unitPath = taskUnitPath(grant);
    return unitPath !== null && path?.startsWith(unitPath) === true;
  });
}

function parentRefusal(state: CaseState, ctx: DecisionContext, parentId: string): Refusal | null {
  const parent = findOpen(state, parentId);
  if (parent === undefined) return refusal('assignment-not-found');
  return delegates(state, ctx, parent) ? null : refusal('not-authorized');
}

/** The procedure says whom a step may assign; a role outside that list is refused. */
function assigneeRefusal(
  procedure: Procedure,
  act: 'assign' | 'delegate',
  input: Pick<CaseCommands['assignment'], 'unit' | 'person' | 'roles'>,
): Refusal | null {
  if (input.unit === null && input.person === null) return refusal('assignee-not-allowed');
  const allowed = stepsWithAct(procedure, act).flatMap((step) =>
    (step.delegates ?? []).flatMap(
      (actorId) => procedure.actors.find((actor) => actor.id === actorId)?.roles ?? [],
    ),
  );
  return input.roles.some((role) => allowed.includes(role)) ? null : refusal('assignee-not-allowed');
}

/** The case is not given to whom it is about. */
function namedRefusal(
  state: CaseState,
  { unit, person }: Pick<CaseCommands['assignment'], 'unit' | 'person'>,
): Refusal | null {
  const isPersonNamed =
    person !== null && (namedIn(state).namedPersonIds.includes(person.id) || isNamedUnit(state, person.unit));
  if (isPersonNamed) return { code: 'invalid-input', fields: { personId: 'named-in-case' } };
  const isNamed = unit !== null && isNamedUnit(state, unit);
  return isNamed ? { code: 'invalid-input', fields: { unitId: 'named-in-case' } } : null;
}

function findOpen(state: CaseState, id: string): Assignment | undefined {
  return state.assignments.find((one) => one.id === id && one.state === 'open');
}

/** The pointer shows the furthest stage of the parallel work and never goes back by itself. */
function showStage(draft: Draft, act: 'assign' | 'delegate' | 'report'): void {
  const current = currentStep(draft.state, draft.ctx.procedure)?.act;
  const target = stepsWithAct(draft.ctx.procedure, act)[0];
  if (current === undefined || target === undefined) return;
  if (workActs.indexOf(act) > workActs.indexOf(current)) moveTo(draft, target.id);
}
