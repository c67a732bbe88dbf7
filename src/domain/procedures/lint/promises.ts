import type { ClockRule } from '../../clocks/rules.ts';
import type { LimitDraft, ProcedureDraft, StepDraft } from '../draft.ts';
import { type LimitUnit, limitUnits } from '../procedure.ts';
import { type Finding, finding } from './finding.ts';
import { longestWay } from './longest-way.ts';

/** What is promised for the whole against the sum of the rows, and both against the legal limits. */
export function promiseFindings(draft: ProcedureDraft, rules: readonly ClockRule[]): readonly Finding[] {
  return [...totalFindings(draft), ...legalFindings(draft, rules), ...stageFindings(draft, rules)];
}

function totalFindings(draft: ProcedureDraft): readonly Finding[] {
  const timed = longestWay(draft.steps).filter(({ limit }) => limit !== null);
  const { overallLimit } = draft;
  const at = { path: ['overallLimit'] };
  const sum = sumOf(timed);
  if (overallLimit === null) {
    return timed.length === 0 ? [] : [finding('promise-missing', 'note', at, { sum: inUnits(sum) })];
  }
  const overall = limitText(overallLimit);
  if (draft.steps.every(({ limit }) => limit === null)) {
    return [finding('promise-not-divided', 'warning', at, { overall })];
  }
  const excess = compare(sum, overallLimit);
  const params = { sum: inUnits(sum), overall };
  if (excess === 'unlike') return [finding('promise-not-comparable', 'note', at, params)];
  const rows = timed.map(({ id }) => id).join(', ');
  return excess === 'more' ? [finding('path-exceeds-promise', 'warning', at, { ...params, rows })] : [];
}

function legalFindings({ overallLimit }: ProcedureDraft, rules: readonly ClockRule[]): readonly Finding[] {
  if (overallLimit === null) return [];
  const limitOf = (id: string) =>
    rules.find((rule) => rule.id === id && rule.limit.unit === overallLimit.unit)?.limit;
  const at = { path: ['overallLimit'] };
  const overall = limitText(overallLimit);
  const verification = limitOf('verification');
  const complaint = limitOf('class-complaint');
  return [
    ...(verification !== undefined && overallLimit.amount <= verification.amount
      ? [
          finding('promise-within-verification', 'warning', at, {
            overall,
            verification: limitText(verification),
          }),
        ]
      : []),
    ...(complaint !== undefined && overallLimit.amount > complaint.amount
      ? [finding('promise-exceeds-class', 'warning', at, { overall, legal: limitText(complaint) })]
      : []),
  ];
}

/** The rows that a legal limit covers together. */
const stages = [
  { rule: 'verification', limit: 'verification', acts: ['verify', 'distribute', 'dispatch'] },
  { rule: 'acceptance', limit: 'acceptance', acts: ['accept'] },
  {
    rule: 'answer',
    limit: 'first-answer-hard',
    acts: [
      'accept',
      'follow-up',
      'assign',
      'delegate',
      'report',
      'review',
      'close',
      'finish',
      'answer',
      'pass-on',
    ],
  },
] as const;

function stageFindings({ steps }: ProcedureDraft, rules: readonly ClockRule[]): readonly Finding[] {
  const way = longestWay(steps);
  return stages.flatMap(({ rule, limit: id, acts }) => {
    const legal = rules.find((one) => one.id === id)?.limit;
    const rows = way.filter(({ act, limit }) => limit !== null && acts.some((one) => one === act));
    const last = rows.at(-1);
    if (legal === undefined || last === undefined || compare(sumOf(rows), legal) !== 'more') return [];
    const params = { limit: inUnits(sumOf(rows)), legal: limitText(legal), rule };
    return [
      finding(
        'limit-exceeds-rule',
        'warning',
        { step: last.id, path: ['steps', steps.indexOf(last), 'limit'] },
        params,
      ),
    ];
  });
}

type Sum = Readonly<Partial<Record<LimitUnit, number>>>;

function sumOf(rows: readonly StepDraft[]): Sum {
  const sum: Partial<Record<LimitUnit, number>> = {};
  for (const { limit } of rows) {
    const unit = limitUnits.find((known) => known === limit?.unit);
    if (unit !== undefined && limit !== null) sum[unit] = (sum[unit] ?? 0) + limit.amount;
  }
  return sum;
}

/** Minutes and hours run day and night, so 24 of them make a day of either kind; the two kinds do not compare. */
function compare(sum: Sum, { amount, unit }: LimitDraft): 'within' | 'more' | 'unlike' {
  const { minute = 0, hour = 0, workingDay = 0, calendarDay = 0 } = sum;
  const short = minute / 1440 + hour / 24;
  if (unit === 'workingDay') return calendarDay > 0 ? 'unlike' : verdict(workingDay + short, amount);
  if (unit === 'calendarDay') return workingDay > 0 ? 'unlike' : verdict(calendarDay + short, amount);
  if (workingDay + calendarDay > 0) return 'unlike';
  return verdict(short, unit === 'hour' ? amount / 24 : amount / 1440);
}

function verdict(sum: number, amount: number): 'within' | 'more' {
  return sum > amount ? 'more' : 'within';
}

/** `5 workingDay + 1 minute`: the texts put it into words. */
function inUnits(sum: Sum): string {
  const order = ['workingDay', 'calendarDay', 'hour', 'minute'] as const;
  return order.flatMap((unit) => (sum[unit] === undefined ? [] : [`${sum[unit]} ${unit}`])).join(' + ');
}

function limitText({ amount, unit = '' }: LimitDraft): string {
  return `${amount} ${unit}`;
}
