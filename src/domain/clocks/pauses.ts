import { parseInstant } from './instant.ts';

/** A stretch in which a clock did not count; `to` null: it has not ended. ISO instants, `from` included. */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
}

/** As milliseconds, ordered and without overlaps; `to` is Infinity where the pause has not ended. */
export interface PausedSpan {
  readonly from: number;
  readonly to: number;
}

/** The stretches after `start` in which nothing counted. Pauses may come in any order and overlap. */
export function pausedSpans(pauses: readonly Pause[], start: number): readonly PausedSpan[] {
  const spans = pauses
    .map((pause) => ({
      from: Math.max(parseInstant(pause.from), start),
      to: pause.to === null ? Number.POSITIVE_INFINITY : parseInstant(pause.to),
    }))
    .filter((span) => span.to > span.from)
    .sort((a, b) => a.from - b.from);
  const joined: PausedSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return joined;
}

/** The pause in which the instant lies, if any; at the very end of a pause the clock counts again. */
export function pauseAt(spans: readonly PausedSpan[], ms: number): PausedSpan | undefined {
  return spans.find((span) => span.from <= ms && ms < span.to);
}
