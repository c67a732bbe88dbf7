import { systemActor } from '../access/actor.ts';
import { stepsWithAct } from '../procedures/next-steps.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { type Acts, firstOf, isActive, isNamedUnit, namedIn, needs, required, worksHere } from './act.ts';
import { cancelTree } from './assignments.ts';
import type { Conflict, PersonRef } from './case.ts';
import type { CaseCommands } from './commands.ts';
import { type Draft, emit } from './draft.ts';
import { moveTo } from './moves.ts';
import { stopClocks } from './timing.ts';

/**
 * The conflict list: whom a case is about neither sees it nor acts on it. Whoever works on the case puts somebody
 * there, also themselves; only who verifies takes them off, with a reason. Both stay in the log.
 */
export const conflictActs: Acts<'conflict' | 'conflict-lifting'> = {
  conflict: {
    refuse: worksHere,
    decide(draft, input) {
      const refused = inputRefusal(draft, input);
      if (refused !== null) return refused;
      const { id, person, unit, source, reason } = input;
      emit(draft, 'ConflictRecorded', { conflict: id, person, unit, source, reason: reason.trim() });
      takeTasksBack(draft);
      recallFromNamed(draft);
      return null;
    },
  },

  'conflict-lifting': {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'case.verify'),
        (state.conflicts ?? []).length === 0 ? refusal('not-this-status') : null,
      ),
    decide(draft, { conflict: id, reason }) {
      const listed = draft.state.conflicts?.find((one) => one.id === id);
      if (listed === undefined) return { code: 'invalid-input', fields: { conflictId: 'unknown' } };
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      const { person, unit } = listed;
      emit(draft, 'ConflictLifted', { conflict: id, person, unit, reason: reason.trim() });
      return null;
    },
  },
};

/**
 * Puts people of the office on the list of a case that is being opened, because their whole name stands in the
 * citizen's text: they are kept out from its first moment, until a verifier finds that somebody else is meant.
 */
export function keepOut(
  draft: Draft,
  found: readonly { readonly id: string; readonly person: PersonRef }[],
): void {
  const asSystem = { ...draft, ctx: { ...draft.ctx, actor: systemActor } };
  for (const { id: conflict, person } of found) {
    emit(asSystem, 'ConflictRecorded', { conflict, person, unit: null, source: 'text', reason: person.name });
  }
  draft.state = asSystem.state;
}

/**
 * Takes the case back from a responsible unit that it is about, to be sent to another; its clocks go on. While it is
 * with the reporter or follows another case it is taken back when it returns from there.
 */
export function recallFromNamed(draft: Draft): void {
  const { state, ctx } = draft;
  if (state.unit === null || !isNamedUnit(state, state.unit) || !isActive(state)) return;
  recallUnit(draft);
  const [step] = [...stepsWithAct(ctx.procedure, 'dispatch'), ...stepsWithAct(ctx.procedure, 'distribute')];
  if (step !== undefined) moveTo(draft, step.id);
}

/** The same where the case goes to another step anyway. */
export function recallUnit(draft: Draft): void {
  const { unit } = draft.state;
  if (unit === null || !isNamedUnit(draft.state, unit)) return;
  emit(draft, 'DispositionRecalled', { unit: unit.name });
  stopClocks(draft, (clock) => clock.rule === 'acceptance');
}

function inputRefusal(draft: Draft, input: CaseCommands['conflict']): Refusal | null {
  const { person, unit } = input;
  if ((person === null) === (unit === null)) {
    return { code: 'invalid-input', fields: { personId: 'person-or-unit', unitId: 'person-or-unit' } };
  }
  const isListed = (one: Conflict) => one.person?.id === person?.id && one.unit?.id === unit?.id;
  if (draft.state.conflicts?.some(isListed) === true) return refusal('already-decided');
  return required('reason', input.reason);
}

/** No open task stays with whom the case is about, nor what they passed on. */
function takeTasksBack(draft: Draft): void {
  const isTheirs = ({ person, unit }: Draft['state']['assignments'][number]) =>
    (person !== null && namedIn(draft.state).namedPersonIds.includes(person.id)) ||
    (unit !== null && isNamedUnit(draft.state, unit));
  for (const { id } of draft.state.assignments.filter((one) => one.state === 'open' && isTheirs(one))) {
    const isStillOpen = draft.state.assignments.some((one) => one.id === id && one.state === 'open');
    if (isStillOpen) cancelTree(draft, id, 'conflict');
  }
}
