import type { ReactNode } from 'react';

const width = 120;
const height = 24;

/** The length of a queue at the end of each measured day, from nothing to its own longest; the figures stand beside it. */
export function QueueLine({
  byDay,
  breaks,
}: {
  readonly byDay: readonly number[];
  readonly breaks: boolean;
}): ReactNode {
  const longest = Math.max(1, ...byDay);
  const step = byDay.length < 2 ? 0 : width / (byDay.length - 1);
  const points = byDay.map((length, place) => {
    const y = height - 1 - (length / longest) * (height - 2);
    return `${(place * step).toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg
      className={breaks ? 'queue-line late' : 'queue-line'}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path className="ground" d={`M0 ${height - 0.5}H${width}`} />
      <polyline points={points.join(' ')} />
    </svg>
  );
}
