import { refusal } from '../shared/refusal.ts';
import { type Acts, atStep, firstOf, inStatus, isActive, needs, required } from './act.ts';
import type { CaseCommands } from './commands.ts';
import { recallFromNamed } from './conflicts.ts';
import { currentStep, type Draft, emit } from './draft.ts';
import { advance, endSteps } from './moves.ts';
import {
  cancelClocks,
  classRules,
  isRunning,
  pauseClocks,
  sealedFirstCheck,
  startRuleClock,
  stopClocks,
} from './timing.ts';

/** Step "verify" and what else can become of a matter there (A3, B2). */
export const verificationActs: Acts<
  | 'verification'
  | 'classification'
  | 'referral'
  | 'archive'
  | 'question'
  | 'seal'
  | 'merger'
  | 'merger-undoing'
> = {
  verification: {
    refuse: (state, ctx) => atStep(state, ctx, 'case.verify', ['verify']),
    decide(draft, input) {
      const refused = required('title', input.title);
      if (refused !== null) return refused;
      classify(draft, { ...input, reason: '' });
      emit(draft, 'Verified', { note: input.note });
      stopClocks(draft, ({ rule }) => rule === 'completeness-notice' || rule === sealedFirstCheck);
      advance(draft, 'ya');
      return null;
    },
  },

  classification: {
    refuse: (state, ctx) =>
      firstOf(
        needs(state, ctx, 'case.verify'),
        isActive(state) ? null : refusal('not-this-status'),
        currentStep(state, ctx.procedure)?.act === 'verify' ? refusal('not-this-step') : null,
      ),
    decide(draft, input) {
      const refused = firstOf(required('reason', input.reason), required('title', input.title));
      if (refused !== null) return refused;
      classify(draft, input);
      return null;
    },
  },

  referral: {
    refuse: (state, ctx) => atStep(state, ctx, 'case.verify', ['verify', 'distribute', 'dispatch']),
    decide(draft, input) {
      const refused = firstOf(required('body', input.body), required('reason', input.reason));
      if (refused !== null) return refused;
      leaveByNo(draft);
      stopClocks(draft, () => true);
      emit(draft, 'CaseReferred', { body: input.body.trim(), reason: input.reason.trim() });
      return null;
    },
  },

  archive: {
    refuse: (state, ctx) => atStep(state, ctx, 'case.verify', ['verify', 'distribute', 'dispatch']),
    decide(draft, input) {
      const refused = required('explanation', input.explanation);
      if (refused !== null) return refused;
      leaveByNo(draft);
      stopClocks(draft, () => true);
      emit(draft, 'CaseArchived', { reason: input.reason, explanation: input.explanation.trim() });
      return null;
    },
  },

  question: {
    refuse(state, ctx) {
      const asVerifier = atStep(state, ctx, 'case.verify', ['verify', 'distribute', 'dispatch']);
      const asUnit = atStep(state, ctx, 'case.handle', [
        'follow-up',
        'assign',
        'delegate',
        'report',
        'answer',
        'research',
        'examine',
      ]);
      return asVerifier === null || asUnit === null ? null : asUnit;
    },
    decide(draft, input) {
      const refused = required('text', input.text);
      if (refused !== null) return refused;
      stopClocks(draft, ({ rule }) => rule === 'completeness-notice' || rule === sealedFirstCheck);
      emit(draft, 'QuestionAsked', { text: input.text.trim() });
      pauseClocks(draft, 'awaiting-reporter');
      const round = draft.state.clocks.filter((clock) => clock.rule === 'reporter-completes').length;
      startRuleClock(draft, 'reporter-completes', {
        id: round === 0 ? 'reporter-completes' : `reporter-completes#${round + 1}`,
      });
      return null;
    },
  },

  seal: {
    refuse: (state, ctx) => atStep(state, ctx, 'case.verify', ['verify', 'distribute', 'dispatch']),
    decide(draft, input) {
      const refused = required('reason', input.reason);
      if (refused !== null) return refused;
      endSteps(draft);
      cancelClocks(draft, () => true, 'sealed');
      emit(draft, 'CaseSealed', { reason: input.reason.trim() });
      return null;
    },
  },

  merger: {
    refuse: (state, ctx) =>
      firstOf(needs(state, ctx, 'case.verify'), isActive(state) ? null : refusal('not-this-status')),
    decide(draft, { into }) {
      const state = draft.state;
      if (into.id === state.id || into.merged || into.institution !== state.institution) {
        return refusal('merge-not-possible');
      }
      // The clocks go on: what was promised to this reporter stays promised.
      emit(draft, 'CaseMerged', { into: into.id, intoNumber: into.number });
      return null;
    },
  },

  'merger-undoing': {
    refuse: (state, ctx) => firstOf(needs(state, ctx, 'case.verify'), inStatus(state, 'merged')),
    decide(draft) {
      emit(draft, 'MergeUndone', { from: draft.state.mergedInto?.id ?? '' });
      recallFromNamed(draft);
      return null;
    },
  },
};

function leaveByNo(draft: Draft): void {
  const step = currentStep(draft.state, draft.ctx.procedure);
  // Where the form prints a No leading to an end ("refer"), the case passes it; else the step just ends.
  if (step?.act === 'verify' && step.exits !== undefined) {
    advance(draft, 'tidak');
    endSteps(draft);
  } else endSteps(draft);
}

/**
 * Sets kind and class. A new class gets its clock from the first day with the pauses so far, and the
 * earlier class's clock is cancelled with the reason in the log; nothing is won or reset.
 */
function classify(draft: Draft, input: CaseCommands['classification']): void {
  const before = draft.state;
  const oversight = input.kind === 'complaint' && input.oversight;
  const { kind, urgent, categoryId, areaCode, reason } = input;
  emit(draft, 'Classified', {
    kind,
    oversight,
    urgent,
    title: input.title.trim(),
    categoryId,
    areaCode,
    reason,
  });
  const rules = classRules(kind, oversight);
  const old = before.clocks.find((clock) => clock.rule.startsWith('class-') && isRunning(clock));
  if (old !== undefined && !rules.includes(old.rule)) {
    cancelClocks(draft, (clock) => clock.rule.startsWith('class-'), 'reclassified');
    for (const rule of rules) startAgain(draft, rule, old);
  }
  if (urgent && !before.urgent) startRuleClock(draft, 'urgent-social-case');
}

function startAgain(draft: Draft, rule: string, from: Draft['state']['clocks'][number]): void {
  const known = draft.state.clocks.filter((clock) => clock.rule === rule).length;
  const id = known === 0 ? rule : `${rule}#${known + 1}`;
  startRuleClock(draft, rule, { id, startedAt: from.startedAt, pauses: from.pauses });
}
