import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallList } from '../../src/features/calls/contract.ts';
import type { CaseList } from '../../src/features/cases/contract.ts';
import { load, queryString } from './client.ts';

/** What rings, and the agent's own calls; asked for every three seconds while the page is open. */
export const callsQuery = queryOptions({
  queryKey: ['calls'],
  queryFn: ({ signal }) => load<CallList>('/calls', signal),
  refetchInterval: 3000,
});

/** The latest cases that speak of the same, of those that the agent may read. */
export const sameMatterQuery = (q: string) =>
  queryOptions({
    queryKey: ['cases', 'same-matter', q],
    queryFn: ({ signal }) =>
      load<CaseList>(`/cases${queryString({ q, sort: '-received', limit: 20 })}`, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
