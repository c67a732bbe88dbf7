/** Calendars and limits as data: reading and proving the files in `calendars/` and `rules/`. */
export { loadCalendar } from './load-calendar.ts';
export { loadRules } from './load-rules.ts';
