import { type Refusal, refusal } from '../shared/refusal.ts';
import { type Acts, atStep, firstOf, isNamedUnit, isOpen, needs, required } from './act.ts';
import type { CaseState, UnitRef } from './case.ts';
import { currentStep, type Draft, emit } from './draft.ts';
import { advance, goBack } from './moves.ts';
import { startRuleClock, stopClocks } from './timing.ts';

/** A unit may send a disposition back this often; after that the verifier's decision binds. */
const returnsAtMost = 2;

/** Sending a case to the responsible unit, and the unit's answer to that (A4-A5, B3-B4). */
export const dispositionActs: Acts<'disposition' | 'acceptance' | 'disposition-return' | 'copy'> = {
  disposition: {
    refuse: (state, ctx) => atStep(state, ctx, 'case.distribute', ['distribute', 'dispatch']),
    decide(draft, { unit, copies, note }) {
      const refused = firstOf(
        namedRefusal(draft.state, 'unitId', [unit]),
        namedRefusal(draft.state, 'copyUnitIds', copies),
      );
      if (refused !== null) return refused;
      emit(draft, 'CaseDispatched', { unit, note: note.trim() });
      stopClocks(draft, (clock) => clock.rule === 'verification');
      startFirstTime(draft, 'first-answer');
      startFirstTime(draft, 'first-answer-hard');
      const round = draft.state.clocks.filter((clock) => clock.rule === 'acceptance').length;
      startRuleClock(draft, 'acceptance', { id: round === 0 ? 'acceptance' : `acceptance#${round + 1}` });
      advance(draft, 'ya');
      for (const copied of copies) sendCopy(draft, copied);
      return null;
    },
  },

  acceptance: {
    refuse: (state, ctx) => atStep(state, ctx, 'case.accept', ['accept']),
    decide(draft) {
      emit(draft, 'DispositionAccepted', { unit: draft.state.unit?.name ?? '' });
      stopClocks(draft, (clock) => clock.rule === 'acceptance');
      advance(draft, 'ya');
      return null;
    },
  },

  'disposition-return': {
    refuse(state, ctx) {
      const limit = currentStep(state, ctx.procedure)?.returnsAtMost ?? returnsAtMost;
      return firstOf(
        atStep(state, ctx, 'case.accept', ['accept']),
        state.returns >= limit ? refusal('returned-too-often', { limit }) : null,
      );
    },
    decide(draft, { reason }) {
      const refused = required('reason', reason);
      if (refused !== null) return refused;
      emit(draft, 'DispositionReturned', { unit: draft.state.unit?.name ?? '', reason: reason.trim() });
      stopClocks(draft, (clock) => clock.rule === 'acceptance');
      goBack(draft);
      return null;
    },
  },

  /** Tembusan: to know, not to act. */
  copy: {
    refuse(state, ctx) {
      const distributes = needs(state, ctx, 'case.distribute');
      const handles = needs(state, ctx, 'case.handle');
      const permitted = distributes === null || handles === null ? null : handles;
      return firstOf(permitted, isOpen(state) && state.unit !== null ? null : refusal('not-this-status'));
    },
    decide(draft, { unit }) {
      const refused = namedRefusal(draft.state, 'unitId', [unit]);
      if (refused === null) sendCopy(draft, unit);
      return refused;
    },
  },
};

/** Neither to act nor to know: a case is not sent to the unit that it is about. */
function namedRefusal(state: CaseState, field: string, units: readonly UnitRef[]): Refusal | null {
  const isOne = units.some((unit) => isNamedUnit(state, unit));
  return isOne ? { code: 'invalid-input', fields: { [field]: 'named-in-case' } } : null;
}

function sendCopy(draft: Draft, unit: Draft['state']['copies'][number]): void {
  const known = [...draft.state.copies, ...(draft.state.unit === null ? [] : [draft.state.unit])];
  if (!known.some((one) => one.id === unit.id)) emit(draft, 'CopySent', { unit });
}

/** Forwarding again resets nothing: a clock that has run once is not started anew. */
function startFirstTime(draft: Draft, rule: string): void {
  if (!draft.state.clocks.some((clock) => clock.rule === rule)) startRuleClock(draft, rule);
}
