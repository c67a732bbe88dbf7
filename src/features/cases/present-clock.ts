import type { Clock } from '../../domain/clocks/clock.ts';
import { stateAt } from '../../domain/clocks/clock.ts';
import { explainClock, formatExplanation } from '../../domain/clocks/explain.ts';
import type { Reading } from '../context/index.ts';
import type { ClockView } from './contract.ts';

/** A clock as people read it: colour, days left, and its arithmetic in one sentence. */
export function presentClock(ctx: Pick<Reading, 'now' | 'office' | 'locale'>, clock: Clock): ClockView {
  const { calendar } = ctx.office;
  const at = stateAt(clock, ctx.now, calendar);
  return {
    id: clock.id,
    rule: clock.rule,
    limit: { amount: clock.limit.amount, unit: clock.limit.unit },
    owner: clock.owner,
    zone: clock.zone,
    source: clock.source,
    startedAt: clock.startedAt,
    due: clock.due,
    provisional: clock.provisional,
    outcome: clock.outcome,
    stoppedAt: clock.stoppedAt,
    colour: at.colour,
    daysLeft: at.daysLeft,
    daysUsed: at.daysUsed,
    pauses: [
      ...clock.pauses.map((pause) => ({ from: pause.from, to: pause.to })),
      ...(clock.pausedAt === null ? [] : [{ from: clock.pausedAt, to: null }]),
    ],
    explanation: formatExplanation(explainClock(clock, calendar), ctx.locale),
  };
}
