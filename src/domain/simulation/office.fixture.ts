import type { Calendar } from '../clocks/calendar.ts';
import type { ProcedureDraft, StepDraft } from '../procedures/draft.ts';
import { aDraft, aStep } from '../procedures/procedure.fixture.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Scenario } from './scenario.ts';
import type { ServiceTime } from './service-time.ts';
import type { OfficeWorld } from './simulate.ts';

/** Years without a holiday, so that a test can count on its fingers. */
export const plainCalendar: Calendar = {
  holidays: new Map(),
  years: new Map(
    [2026, 2027, 2028, 2029, 2030].map((year) => [
      year,
      { year, decree: 'contoh', verified: true, provisional: false },
    ]),
  ),
  officeCloses: '16:00',
};
export const plainWorld: OfficeWorld = { calendar: plainCalendar, rules: [] };

/** One row of work between submission and rating: a single queue. */
export function oneQueue(changes: Partial<StepDraft> = {}): Procedure {
  return procedureOf([aStep('2', { next: '3', ...changes })]);
}

/** The rows between the reporter's first and last. */
export function procedureOf(rows: readonly StepDraft[], changes: Partial<ProcedureDraft> = {}): Procedure {
  const first = rows[0]?.id ?? '3';
  const steps = [
    aStep('1', { act: 'submit', status: 'received', actors: ['reporter'], next: first }),
    ...rows,
    aStep('3', { act: 'rate', status: 'answered', actors: ['reporter'] }),
  ];
  return aDraft({ steps, ...changes }) as Procedure;
}

/** A scenario with the calendar switched off: the queue of the textbook. */
export function textbook(
  perHour: number,
  people: number,
  service: ServiceTime,
  changes: Partial<Scenario> = {},
): Scenario {
  return {
    arrivals: { kind: 'steady', perHour },
    kinds: { complaint: 1, aspiration: 0, 'information-request': 0 },
    staff: new Map([['officer', { people, hours: 'office' }]]),
    service: new Map([['2', service]]),
    yes: new Map(),
    taken: new Map(),
    returned: new Map(),
    parallel: new Map(),
    order: 'first-come',
    calendar: 'off',
    zone: 'Asia/Jakarta',
    start: '2026-01-05T00:00:00.000+07:00',
    warmUpDays: 10,
    days: 100,
    replications: 10,
    seed: 1,
    loads: [1],
    ...changes,
  };
}
