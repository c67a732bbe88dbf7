import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { QueueCounts } from '../../../src/features/cases/contract.ts';
import { toServerTime } from '../../api/client.ts';
import type { ListSearch } from '../../app/list-search.ts';
import { clockTime, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

interface ListHeadProps {
  readonly title: string;
  readonly search: ListSearch;
  readonly counts: QueueCounts | undefined;
  readonly updatedAt: number;
}

/** Without it the router would mark both views as the current one. */
const exactly = { exact: true, includeSearch: true } as const;

/** The heading with its facts in one line, and the two views that matter: all of it, and what is late. */
export function ListHead({ title, search, counts, updatedAt }: ListHeadProps): ReactNode {
  const { t, language } = useText();
  // Counted over everything the person does; of a part nothing is counted.
  const numbers = search.for === undefined ? numbersOf(search.queue ?? 'mine', counts) : null;
  const { late, cursor: _cursor, ...base } = search;
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
        {numbers === null ? null : (
          <p className="facts">
            {numbers.late === 0 ? null : (
              <>
                <span className="late">{t('console.facts.late', { count: numbers.late })}</span>,{' '}
              </>
            )}
            {numbers.today === 0 ? null : (
              <>
                <span className="soon">{t('console.facts.today', { count: numbers.today })}</span>,{' '}
              </>
            )}
            {t('console.facts.open', { count: numbers.open })}
          </p>
        )}
        {updatedAt === 0 ? null : (
          <p className="end">
            {t('console.updated', {
              time: clockTime(new Date(toServerTime(updatedAt)).toISOString(), readerZone(), language),
            })}
          </p>
        )}
      </div>
      <nav className="views" aria-label={t('console.views')}>
        <Link
          to="/"
          search={base}
          activeOptions={exactly}
          aria-current={late === undefined ? 'true' : undefined}
        >
          {t('console.views.all')}
        </Link>
        <Link
          to="/"
          search={{ ...base, late: true }}
          activeOptions={exactly}
          aria-current={late === true ? 'true' : undefined}
        >
          {t('console.views.late')}
          {numbers === null ? null : <span className="n">{numbers.late}</span>}
        </Link>
      </nav>
    </>
  );
}

type Numbers = QueueCounts['queues'][string];

function numbersOf(queue: string, counts: QueueCounts | undefined): Numbers | null {
  if (counts === undefined) return null;
  if (queue !== 'mine') return counts.queues[queue] ?? null;
  const names = Object.keys(counts.queues).filter((name) => name !== 'reporter' && name !== 'none');
  // A case may stand in a list and among the assignments too; a sum would count it twice.
  if (names.length === 0 || (names.length > 1 && names.includes('assigned'))) return null;
  return names.reduce<Numbers>(
    (sum, name) => {
      const one = counts.queues[name] ?? sum;
      return { open: sum.open + one.open, late: sum.late + one.late, today: sum.today + one.today };
    },
    { open: 0, late: 0, today: 0 },
  );
}
