import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureSearch } from '../../app/compliance-search.ts';
import { wholeNumber } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';

interface Props {
  readonly count: number;
  /** What it counts, for those who do not see the column. */
  readonly figure: string;
  readonly search: FigureSearch;
  readonly tone?: '' | 'late' | 'met';
}

/** A figure that opens the list of its cases; nought opens nothing. */
export function FigureLink({ count, figure, search, tone = '' }: Props): ReactNode {
  const { t, language } = useText();
  const shown = wholeNumber(count, language);
  if (count === 0) return <span className="zero">0</span>;
  const label =
    search.step === undefined
      ? t('console.compliance.to-case-list', { figure, count: shown })
      : t('console.compliance.to-list', { figure, step: search.step, count: shown });
  return (
    <Link to="/kepatuhan/perkara" search={search} className={`figure ${tone}`} aria-label={label}>
      {shown}
    </Link>
  );
}
