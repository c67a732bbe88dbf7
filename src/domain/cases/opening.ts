import { firstStep } from '../procedures/next-steps.ts';
import { blankCase } from './blank-case.ts';
import type { OpenCase } from './commands.ts';
import { beginDraft, currentStep, type DecisionContext, type Draft, emit } from './draft.ts';
import { advance, moveTo } from './moves.ts';
import { classRules, sealedFirstCheck, startOverallClock, startRuleClock } from './timing.ts';
import { sealedChannel } from './words.ts';

/**
 * Opens a case from a submission: the first steps (submitted, recorded) happen at once, and the case
 * waits for verification. All clocks count from the arrival (T0), even where paper was entered later.
 */
export function openCase(ctx: DecisionContext, input: OpenCase): Draft {
  const draft = beginDraft(blankCase(input.id), ctx);
  const { id: _id, ...opened } = input;
  const { id, version } = ctx.procedure;
  emit(draft, 'CaseOpened', { ...opened, procedure: { id, version } });
  for (const rule of rulesAtArrival(input)) startRuleClock(draft, rule, { startedAt: input.receivedAt });
  // By its rule it counts from when the urgency is found, which is when somebody takes it down.
  if (input.urgent === true) startRuleClock(draft, 'urgent-social-case');
  startOverallClock(draft, input.receivedAt);
  moveTo(draft, firstStep(ctx.procedure).id);
  while (happensAtOnce(draft)) advance(draft);
  return draft;
}

/** What comes by the sealed door is no public service complaint: its one limit from outside is the first check. */
function rulesAtArrival({ channel, kind }: OpenCase): readonly string[] {
  if (channel === sealedChannel) return [sealedFirstCheck];
  return ['verification', 'completeness-notice', ...classRules(kind, false)];
}

function happensAtOnce(draft: Draft): boolean {
  const act = currentStep(draft.state, draft.ctx.procedure)?.act;
  return act === 'submit' || act === 'record';
}
