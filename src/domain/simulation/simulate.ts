import type { Calendar } from '../clocks/calendar.ts';
import { formatDate } from '../clocks/civil-date.ts';
import { instantOf, localDay, msPerDay, parseInstant } from '../clocks/instant.ts';
import type { ClockRule } from '../clocks/rules.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Assumption, assume } from './assumption.ts';
import { buildModel } from './model.ts';
import { promisesOf } from './promises.ts';
import { type RunSetup, type RunTimes, runOnce } from './run.ts';
import type { Scenario } from './scenario.ts';
import { type LoadResult, summarize } from './summary.ts';
import { alwaysOpen, endOfWorkingDays, officeHours } from './working-hours.ts';

/** What the office around a procedure is: its days, its hours, its legal clocks. */
export interface OfficeWorld {
  readonly calendar: Calendar;
  readonly rules: readonly ClockRule[];
}

export interface SimulationResult {
  readonly procedure: { readonly id: string; readonly version: number };
  readonly seed: number;
  /** Dates, `YYYY-MM-DD`, of the first and last measured day. */
  readonly measured: { readonly from: string; readonly to: string; readonly days: number };
  readonly warmUpDays: number;
  readonly replications: number;
  readonly loads: readonly LoadResult[];
  readonly assumptions: readonly Assumption[];
}

/** The days of the run are not all covered by a decree; `year` is the first that is not. */
export interface CalendarTooShort {
  readonly code: 'calendar-gap';
  readonly year: number;
}

/**
 * Lets an office work by a procedure for a number of days, several times over, at each load. Pure: the same
 * scenario gives the same result. Refused where the calendar does not reach to the end of the run.
 */
export function simulate(
  procedure: Procedure,
  scenario: Scenario,
  world: OfficeWorld,
  assumptions: readonly Assumption[] = [],
): Result<SimulationResult, CalendarTooShort> {
  const { warmUpDays, days, replications, seed, zone } = scenario;
  const times = timesOf(scenario, world.calendar);
  if (times === null) {
    return err({ code: 'calendar-gap', year: Math.max(...world.calendar.years.keys()) + 1 });
  }
  const setup = setupOf(procedure, scenario, world, times);
  const loads = scenario.loads.map((load) => {
    const runs = Array.from({ length: replications }, (_, replication) =>
      runOnce({ ...setup, load, replication }),
    );
    return summarize(setup, load, runs);
  });
  return ok({
    procedure: { id: procedure.id, version: procedure.version },
    seed,
    measured: {
      from: formatDate(localDay(times.measuredFrom, zone)),
      to: formatDate(localDay(times.end - 1, zone)),
      days,
    },
    warmUpDays,
    replications,
    loads,
    assumptions: [...assumptions, ...seasonsOf(scenario, world.calendar, times)],
  });
}

/** The seasons through which the run goes, with their hours. */
function seasonsOf({ calendar: use, zone }: Scenario, { seasons = [] }: Calendar, times: RunTimes) {
  if (use === 'off') return [];
  const [first, last] = [formatDate(localDay(times.start, zone)), formatDate(localDay(times.end - 1, zone))];
  return seasons
    .filter(({ from, to }) => from <= last && first <= to)
    .map(({ name, from, to, mondayToThursday: { opens, closes }, friday }) =>
      assume('hours-season', { name, from, to, opens, closes, friday: friday.closes }),
    );
}

/** Everything of a run but its load and its chance; for tests that look into single runs. */
export function setupOf(
  procedure: Procedure,
  scenario: Scenario,
  world: OfficeWorld,
  times: RunTimes,
): Omit<RunSetup, 'load' | 'replication'> {
  const { zone } = scenario;
  const off = scenario.calendar === 'off';
  const always = alwaysOpen(times.start);
  const span = { from: times.start, to: times.end };
  return {
    model: buildModel(procedure, scenario),
    scenario,
    promises: promisesOf(procedure, world.rules, { calendar: off ? null : world.calendar, zone }),
    times,
    hours: { always, office: off ? always : officeHours(span, zone, world.calendar) },
  };
}

/** Null where a year on the way has no decree. */
export function timesOf(scenario: Scenario, calendar: Calendar): RunTimes | null {
  const { zone, warmUpDays, days } = scenario;
  const start = instantOf(localDay(parseInstant(scenario.start), zone), '00:00', zone);
  const days0 = scenario.calendar === 'off' ? null : calendar;
  const measuredFrom = warmUpDays === 0 ? start : endOfWorkingDays(start, warmUpDays, zone, days0);
  const end = measuredFrom === null ? null : endOfWorkingDays(measuredFrom, days, zone, days0);
  if (measuredFrom === null || end === null) return null;
  const dayEnds: number[] = [];
  for (let from = measuredFrom; from < end; ) {
    const dayEnd = endOfWorkingDays(from, 1, zone, days0) ?? from + msPerDay;
    dayEnds.push(dayEnd);
    from = dayEnd;
  }
  return { start, measuredFrom, end, dayEnds };
}
