import type { Limit } from '../procedures/procedure.ts';

export const clockOwners = ['institution', 'unit', 'reporter'] as const;
/** Whose duty the clock measures. A reporter has until the end of the day, an office until it closes. */
export type ClockOwner = (typeof clockOwners)[number];

/** The only reason for which a legal clock may stop counting. */
export const pauseReasons = ['awaiting-reporter'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** The events of a case from which a legal limit is counted. */
export const clockStarts = [
  'received', // first receipt in any channel, not the data entry (T0)
  'complete', // nothing is missing any more: at receipt, or when the reporter completed it
  'question-asked',
  'dispatched',
  'urgency-found',
  'answered',
  'decided',
  'request-registered',
  'request-extended',
  'ground-for-objection',
  'objection-registered',
  'sealed-report-received',
  'external-report-verified',
  'breach-found',
  'data-request-received',
] as const;
export type ClockStart = (typeof clockStarts)[number];

/** One limit of law or service standard, from `rules/legal-clocks.yaml`. */
export interface ClockRule {
  readonly id: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly limit: Limit;
  readonly startsAt: ClockStart;
  readonly owner: ClockOwner;
  readonly pausesWhile: readonly PauseReason[];
  /** Where the limit comes from, in words fit to print beside a deadline. */
  readonly source: string;
  /** Whether somebody compared the limit with the text of the rule that `source` names. */
  readonly verified: boolean;
}

/** The rules that cases are run by; the loader refuses a table in which one is missing. */
export const requiredRules = [
  'verification',
  'completeness-notice',
  'acceptance',
  'first-answer',
  'first-answer-hard',
  'class-information-request',
  'class-aspiration',
  'class-complaint',
  'class-oversight',
  'class-oversight-calendar',
  'reporter-completes',
  'reporter-confirms',
  'decision-notice',
  'sealed-report-first-check',
  'formal-information-request',
  'formal-information-extension',
  'information-objection',
  'urgent-social-case',
  'personal-data-breach-notice',
  'personal-data-restriction',
] as const;

/** The rule of that id. The table was checked when it was loaded, so a rule that is not there is a bug. */
export function findRule(rules: readonly ClockRule[], id: string): ClockRule {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no clock rule "${id}" in rules/legal-clocks.yaml`);
  return rule;
}
