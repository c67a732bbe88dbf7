import type { CaseState } from '../domain/cases/case.ts';
import type { CaseEvent } from '../domain/cases/events.ts';
import type { Calendar } from '../domain/clocks/calendar.ts';
import type { Clock } from '../domain/clocks/clock.ts';
import { instantWords, rangeWithWeekdays } from '../domain/clocks/date-words.ts';
import { explainClock } from '../domain/clocks/explain.ts';
import { readTrackingCode } from '../domain/privacy/tracking-code.ts';
import { eventsColumn, presentClock } from '../features/cases/index.ts';
import type { House } from './serve.ts';

/**
 * `tuntas explain-clocks CODE|NUMBER`: the arithmetic of every clock of one case, with the decree behind each holiday
 * it passes over and every promise that stood before. Null: no such case.
 */
export async function explainClocks(
  house: Pick<House, 'database' | 'office' | 'clock'>,
  typed: string,
): Promise<readonly string[] | null> {
  const { database, office, clock } = house;
  const code = readTrackingCode(typed);
  let query = database.kysely
    .selectFrom('cases')
    .select(['number', 'state', eventsColumn({ only: ['ClockMoved'] }).as('moves')]);
  query =
    code === null
      ? query.where('number', '=', typed)
      : query.where('tracking_hash', '=', office.keys.hash('tracking', code));
  const row = await query.executeTakeFirst();
  if (row === undefined) return null;
  const state = row.state as CaseState;
  const lines = state.clocks.flatMap((one) => {
    const view = presentClock({ now: clock(), office, locale: 'id' }, one);
    return [
      `- ${view.rule}: ${view.due ?? '—'} (${view.outcome})\n  ${view.explanation}\n  ${view.source}`,
      ...decreesBehind(one, office.calendar),
      ...promisesBefore(one, row.moves),
    ];
  });
  return [`${row.number}`, ...lines];
}

/** Each holiday passed over, with the decree that made it one and the applied revision that brought it here. */
function decreesBehind(clock: Clock, calendar: Calendar): readonly string[] {
  return explainClock(clock, calendar).skipped.flatMap((range) => {
    if (range.decree === null) return [];
    const revision = range.revision === null ? '' : `, perubahan kalender ${range.revision}`;
    return [`  ${rangeWithWeekdays(range, 'id')}, ${range.name}: ${range.decree}${revision}`];
  });
}

function promisesBefore(clock: Clock, events: readonly CaseEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.type !== 'ClockMoved' || event.data.clock !== clock.id) return [];
    const { from = null, due, reason } = event.data;
    if (from === null || from === due) return [];
    const moved = instantWords(event.at, clock.zone, 'id');
    return [`  Janji semula: ${instantWords(from, clock.zone, 'id')}; digeser ${moved} menurut ${reason}`];
  });
}
