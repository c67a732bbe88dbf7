import { refusal } from '../shared/refusal.ts';
import { type Acts, bySystem, firstOf, inStatus } from './act.ts';
import type { CaseState } from './case.ts';
import { recallFromNamed } from './conflicts.ts';
import { type DecisionContext, emit } from './draft.ts';
import { endSteps, releaseAnswer } from './moves.ts';
import { cancelClocks, recount, stopClocks } from './timing.ts';
import { closeCase } from './verdict.ts';

/** What the system does by itself: note a missed deadline, close after silence, follow a parent case. */
export const passingOfTimeActs: Acts<
  'breach' | 'expiry' | 'parent-answer' | 'parent-left' | 'recalculation'
> = {
  breach: {
    refuse: (_state, ctx) => bySystem(ctx),
    decide(draft, { clock: id }) {
      const clock = draft.state.clocks.find((one) => one.id === id);
      const missed = clock?.outcome === 'running' && clock.due !== null && clock.due < draft.ctx.now;
      if (!missed || clock.breachedAt !== null) return refusal('already-decided');
      // Escalation tells the superior; it never changes a status.
      emit(draft, 'ClockBreached', { clock: id });
      return null;
    },
  },

  expiry: {
    refuse: (state, ctx) =>
      firstOf(bySystem(ctx), inStatus(state, 'awaiting-reporter', 'answered'), silenceRefusal(state, ctx)),
    decide(draft) {
      if (draft.state.status === 'answered') {
        stopClocks(draft, (clock) => clock.rule === 'reporter-confirms');
        closeCase(draft, 'no-response');
        return null;
      }
      endSteps(draft);
      stopClocks(draft, (clock) => clock.rule === 'reporter-completes');
      cancelClocks(draft, () => true, 'not-completed');
      emit(draft, 'CaseArchived', { reason: 'not-completed', explanation: '' });
      return null;
    },
  },

  'parent-answer': {
    refuse: (state, ctx) => firstOf(bySystem(ctx), inStatus(state, 'merged')),
    decide(draft, { text, author }) {
      releaseAnswer(draft, { text, author, at: draft.ctx.now });
      endSteps(draft);
      return null;
    },
  },

  /** The parent ended without an answer: what became of it was decided for it alone. */
  'parent-left': {
    refuse: (state, ctx) => firstOf(bySystem(ctx), inStatus(state, 'merged')),
    decide(draft) {
      emit(draft, 'MergeUndone', { from: draft.state.mergedInto?.id ?? '' });
      recallFromNamed(draft);
      return null;
    },
  },

  /** After a new or revised decree: dates may move later, never earlier; the old promise stays in the log. */
  recalculation: {
    refuse: (_state, ctx) => bySystem(ctx),
    decide(draft, { reason }) {
      for (const clock of draft.state.clocks) {
        const moved = recount(clock, draft.ctx.now, draft.ctx.calendar);
        if (moved !== null) emit(draft, 'ClockMoved', { clock: clock.id, from: clock.due, ...moved, reason });
      }
      return null;
    },
  },
};

function silenceRefusal(state: CaseState, ctx: DecisionContext): ReturnType<typeof bySystem> {
  const over = state.clocks.some(
    (clock) =>
      clock.owner === 'reporter' && clock.outcome === 'running' && clock.due !== null && clock.due < ctx.now,
  );
  return over ? null : refusal('not-this-status');
}
