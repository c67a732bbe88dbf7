import { parseInstant } from '../clocks/instant.ts';
import type { Random } from './random.ts';
import type { Arrivals } from './scenario.ts';
import { drawExponential, drawPoisson } from './service-time.ts';
import type { WorkingHours } from './working-hours.ts';

const msPerHour = 3_600_000;
const hoursPerWeek = 168;

/** Gives the instants (milliseconds) at which cases arrive, one after the other; Infinity when there are no more. */
export function arrivalsFrom(
  arrivals: Arrivals,
  load: number,
  start: number,
  hours: WorkingHours,
  random: Random,
): () => number {
  return arrivals.kind === 'steady'
    ? steady(arrivals.perHour * load, start, hours, random)
    : series(arrivals, load, start, random);
}

/** A Poisson process in working time: none comes while the office is shut. */
function steady(perHour: number, start: number, hours: WorkingHours, random: Random): () => number {
  if (perHour <= 0) return () => Number.POSITIVE_INFINITY;
  let minute = hours.minutesAt(start);
  return () => {
    minute += drawExponential(60 / perHour, random);
    return hours.instantAt(minute);
  };
}

/** Each hour has as many on average as the same hour of the past, at chance moments of it. */
function series(
  { from, perHour }: Extract<Arrivals, { kind: 'series' }>,
  load: number,
  start: number,
  random: Random,
): () => number {
  const length = wholeWeeks(perHour.length);
  if (!perHour.slice(0, length).some((count) => count > 0)) return () => Number.POSITIVE_INFINITY;
  const origin = parseInstant(from);
  let hour = Math.floor((start - origin) / msPerHour);
  let waiting: number[] = [];
  return () => {
    while (waiting.length === 0) {
      const count = perHour[((hour % length) + length) % length] ?? 0;
      const begins = origin + hour * msPerHour;
      waiting = Array.from({ length: drawPoisson(count * load, random) }, () => begins + random() * msPerHour)
        .filter((at) => at >= start)
        .toSorted((a, b) => b - a);
      hour += 1;
    }
    return waiting.pop() ?? Number.POSITIVE_INFINITY;
  };
}

/** Repeated from Monday to Monday; a period shorter than a week is repeated as it is. */
function wholeWeeks(hours: number): number {
  return hours < hoursPerWeek ? hours : hours - (hours % hoursPerWeek);
}
