import { isOpen } from './clock-words.ts';
import type { ClockView } from './contract.ts';

/** A row of the procedure as a case stands in it. */
export interface ClockedRow {
  readonly act: string;
  readonly state: 'done' | 'here' | 'also' | 'next' | 'skipped';
  /** The row's own time, where the form prints one. */
  readonly clock: ClockView | null;
}

/** Where the form prints no time for a row, the rule that measures the same work. */
const ruleOfAct: Readonly<Record<string, string>> = {
  verify: 'verification',
  accept: 'acceptance',
  'follow-up': 'first-answer',
  answer: 'first-answer',
  receive: 'reporter-confirms',
  rate: 'reporter-confirms',
};

/** Of a step that is done only what has stopped is told; what still runs belongs to where the case stands. */
export function clockOfRow(clocks: readonly ClockView[], row: ClockedRow): ClockView | null {
  if (row.state === 'next') return null;
  const own = ['receive', 'rate'].includes(row.act) ? null : row.clock;
  const clock = own ?? ruleClock(clocks, ruleOfAct[row.act] ?? '');
  return row.state === 'done' && clock !== null && isOpen(clock) ? null : clock;
}

function ruleClock(clocks: readonly ClockView[], rule: string): ClockView | null {
  return clocks.findLast((clock) => clock.rule === rule) ?? null;
}
