import type { ClockView } from '../../features/cases/contract.ts';
import { usageWords } from '../../features/cases/index.ts';
import { shortDate as dateFrom } from '../../platform/i18n/index.ts';
import type { Reader } from '../parts/reader.ts';
import type { Tracked } from './track-forms.ts';

/** A moment in the zone of the unit that handles it; in brackets what the other zone's clock shows then. */
export function When({ page, at }: { page: Tracked; at: string }) {
  const { reader, view } = page;
  return (
    <time dateTime={at}>
      {shortDate(page, at, view.zone)}, {reader.time(at, view.zone)}
      <Elsewhere page={page} at={at} zone={view.zone} />
    </time>
  );
}

/** The hour at which a clock ends, in its own zone. */
export function DueHour({ page, clock, due }: { page: Tracked; clock: ClockView; due: string }) {
  return (
    <>
      {page.reader.time(due, clock.zone)}
      <Elsewhere page={page} at={due} zone={clock.zone} />
    </>
  );
}

function Elsewhere({ page: { reader, view }, at, zone }: { page: Tracked; at: string; zone: string }) {
  // The clock on the reporter's own wall, where the place of the matter tells which it is.
  const known = view.reporterZone === null ? [view.institution.zone, view.zone] : [view.reporterZone];
  const other = known.find((one) => one !== zone);
  const words = other === undefined ? null : reader.timeElsewhere(at, zone, other);
  return words === null ? null : <span className="soft"> ({words})</span>;
}

/** Weekday, day and month; with the year where it is another than today's. */
export function shortDate(
  { reader, now }: Pick<Tracked, 'reader' | 'now'>,
  at: string,
  zone: string,
): string {
  return dateFrom(reader, at, zone, now);
}

/** How much of a limit is used: a box for each working day, and the same in words. */
export function Use({ reader, clock, name }: { reader: Reader; clock: ClockView; name?: string }) {
  const { tone, words } = usageWords(reader, clock);
  return (
    <p className={`use ${tone}`}>
      <Boxes clock={clock} />
      {name === undefined ? words : `${name}: ${words}`}
    </p>
  );
}

/** More boxes than this say nothing that a number does not say better. */
const mostBoxes = 15;
const mostOver = 5;

function Boxes({ clock: { limit, daysUsed } }: { clock: ClockView }) {
  if (daysUsed === null || limit.unit !== 'workingDay' || limit.amount > mostBoxes) return null;
  const days = Array.from({ length: limit.amount }, (_, day) => (day < daysUsed ? 'u' : 'f'));
  const over = Array.from({ length: Math.min(mostOver, Math.max(0, daysUsed - limit.amount)) }, () => 'x');
  return (
    <span className="ticks" aria-hidden="true">
      {[...days, ...over].map((kind, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a box is nothing but its place
        <i key={index} className={kind} />
      ))}
    </span>
  );
}
