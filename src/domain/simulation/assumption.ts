/** Where a number of a simulation comes from. */
export type AssumptionSource = 'stated' | 'past' | 'assumed';

/** What a result rests on. The text of each code stands in `locales/`; the parameters are of its placeholders. */
export interface Assumption {
  readonly code: AssumptionCode;
  readonly source: AssumptionSource;
  readonly params: Readonly<Record<string, string | number>>;
}

export const assumptionCodes = [
  'arrivals-steady',
  'arrivals-series',
  'kinds',
  'staff',
  'service',
  'service-empirical',
  'yes',
  'taken',
  'returned',
  'return-limit',
  'parallel',
  'order',
  'hours-office',
  'hours-off',
  'hours-season',
  'one-of-several',
  'no-queue',
  'work-continues',
  'never-paused',
  'judged-when-due',
  'run-length',
  'case-cut',
  'past-cases',
  'past-upper-bound',
  'replay-same-way',
  'replay-working-time',
  'replay-no-queue',
  'replay-new-step',
  'replay-removed-step',
  'replay-exit-assumed',
  'replay-return-lost',
] as const;
export type AssumptionCode = (typeof assumptionCodes)[number];

export function assume(
  code: AssumptionCode,
  params: Assumption['params'] = {},
  source: AssumptionSource = 'assumed',
): Assumption {
  return { code, source, params };
}
