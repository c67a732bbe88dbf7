import type { ReactNode } from 'react';

interface Props {
  readonly within: number;
  readonly late: number;
  readonly running: number;
}

/** In time, late, still running, as parts of one line; the figures stand beside it in words. */
export function ShareBar({ within, late, running }: Props): ReactNode {
  const total = within + late + running;
  if (total === 0) return null;
  const width = (count: number) => `${(count / total) * 100}%`;
  return (
    <svg className="share" width="100%" height="6" aria-hidden="true">
      <rect className="rest" width="100%" height="6" />
      <rect className="met" width={width(within)} height="6" />
      <rect className="late" x={width(within)} width={width(late)} height="6" />
    </svg>
  );
}
