import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { CaseList } from '../../../src/features/cases/contract.ts';
import { casesQuery, countsQuery } from '../../api/queries.ts';
import { type ListSearch, toListQuery } from '../../app/list-search.ts';
import { useSession } from '../../app/session.ts';
import { useKeys } from '../../app/use-keys.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { leadingAct } from '../case/acts/leading-act.ts';
import { CaseTable } from './case-table.tsx';
import { FilterLine } from './filter-line.tsx';
import { Foot, type FootProps, Legend } from './foot.tsx';
import { ListHead } from './list-head.tsx';
import { lastRow, rememberList } from './list-memory.ts';
import { marksTurn } from './step-cell.tsx';
import './work-list.css';
import './work-list-widths.css';

/** Its pickers are half as heavy as the list itself, and wait until somebody filters. */
const FilterDialog = lazy(async () => ({ default: (await import('./filter-dialog.tsx')).FilterDialog }));

const pageSize = 50;

/** What is to be done, by deadline, one line a case: a timetable. */
export function WorkList(): ReactNode {
  const { t } = useText();
  const search = useKnownSearch();
  const navigate = useNavigate();
  const [filtering, setFiltering] = useState(false);
  const trail = useTrail(search);
  const { data, error, refetch, isPlaceholderData, dataUpdatedAt } = useQuery(
    casesQuery(toListQuery(search, pageSize)),
  );
  const counts = useQuery(countsQuery);
  const place = useRef<HTMLDivElement>(null);
  const queue = search.queue ?? 'mine';
  const title =
    search.q === undefined ? t(`console.queue.${queue}`) : t('console.list.found', { words: search.q });
  useTitle(title);

  useEffect(() => {
    if (data !== undefined) rememberList({ ids: data.items.map((item) => item.id), search, title });
  }, [data, search, title]);

  const go = (next: ListSearch): void => void navigate({ to: '/', search: next });
  const pages = {
    next: data?.next ?? null,
    previous: trail.before,
    toNext: () => (data?.next == null ? undefined : go({ ...search, cursor: data.next })),
    toPrevious: () => (trail.before === null ? undefined : go(trail.before)),
  };

  useKeys({
    j: () => moveFocus(place.current, 1),
    k: () => moveFocus(place.current, -1),
    n: pages.toNext,
    p: pages.toPrevious,
    f: () => setFiltering(true),
    a: () => {
      const item = data?.items.find(({ id }) => id === focusedRow());
      const act = item === undefined ? null : leadingAct(item);
      if (item === undefined || act === null) return;
      void navigate({ to: '/perkara/$id', params: { id: item.id }, search: { tindakan: act } });
    },
  });

  return (
    <>
      <ListHead title={title} search={search} counts={counts.data} updatedAt={dataUpdatedAt} />
      <FilterLine search={search} onChange={go} onFilter={() => setFiltering(true)} />
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton lines={14} /> : null}
      {data === undefined ? null : (
        <div ref={place} aria-busy={isPlaceholderData} className={isPlaceholderData ? 'settling' : undefined}>
          <ListPage items={data.items} title={title} search={search} pages={pages} />
        </div>
      )}
      <Suspense fallback={null}>
        {filtering ? (
          <FilterDialog search={search} onClose={() => setFiltering(false)} onChange={go} />
        ) : null}
      </Suspense>
    </>
  );
}

/** What the address asks; an absence that is over is not asked for any more. */
function useKnownSearch(): ListSearch {
  const search = useSearch({ from: '/' });
  const { standsInFor } = useSession();
  const { for: named, ...rest } = search;
  const known = named === undefined || (standsInFor.length > 0 && isOneOf(named, standsInFor));
  return known ? search : rest;
}

function isOneOf(named: string, people: readonly { readonly id: string }[]): boolean {
  return named === 'own' || people.some(({ id }) => id === named);
}

interface ListPageProps {
  readonly items: CaseList['items'];
  readonly title: string;
  readonly search: ListSearch;
  readonly pages: FootProps['pages'];
}

function ListPage({ items, title, search, pages }: ListPageProps): ReactNode {
  const several = pages.next !== null || pages.previous !== null;
  return (
    <>
      <CaseTable
        items={items}
        title={title}
        search={search}
        filtered={isFiltered(search)}
        onePageOfMany={several}
      />
      {items.length === 0 && !several ? null : <Foot count={items.length} pages={pages} />}
      {items.length === 0 ? null : <Legend marked={marksTurn(search)} />}
    </>
  );
}

function isFiltered(search: ListSearch): boolean {
  const { unit, kind, status, area, late, q, cursor } = search;
  return [unit, kind, status, area, late, q, cursor, search.for].some((value) => value !== undefined);
}

/** J and K walk the rows' links; the first J goes to the row that was looked at last. */
function moveFocus(place: HTMLElement | null, by: 1 | -1): void {
  const links = [...(place?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])];
  const here = links.indexOf(document.activeElement as HTMLElement);
  const last = links.findIndex((link) => link.dataset.row === lastRow());
  const target = here === -1 ? Math.max(last, 0) : here + by;
  const link = links[Math.min(Math.max(target, 0), links.length - 1)];
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
}

function focusedRow(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset.row : undefined;
}

/** Keyset pages have no numbers: the way back is the way that was come. */
function useTrail(search: ListSearch): { readonly before: ListSearch | null } {
  const trail = useRef<ListSearch[]>([]);
  const key = JSON.stringify(search);
  const known = trail.current.findIndex((one) => JSON.stringify(one) === key);
  if (known !== -1) trail.current = trail.current.slice(0, known + 1);
  else if (search.cursor === undefined) trail.current = [search];
  else trail.current = [...trail.current, search];
  const { cursor, ...first } = search;
  const before = trail.current.at(-2) ?? null;
  return { before: cursor === undefined ? null : (before ?? first) };
}
