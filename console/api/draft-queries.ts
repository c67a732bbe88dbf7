import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DraftDrawing, DraftList, DraftView } from '../../src/features/procedures/contract.ts';
import { load } from './client.ts';
import type { Compared } from './compared.ts';

export const draftsQuery = queryOptions({
  queryKey: ['drafts', 'open'],
  queryFn: ({ signal }) => load<DraftList>('/procedures/drafts?limit=100', signal),
});

/** Read anew whenever its page is opened: what is typed there stands on this revision. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['drafts', id],
    queryFn: ({ signal }) => load<DraftView>(`/procedures/drafts/${id}`, signal),
    gcTime: 0,
  });

export const drawingQuery = (id: string, revision: number, marked: boolean) =>
  queryOptions({
    queryKey: ['drafts', id, marked ? 'marked' : 'drawing', revision],
    queryFn: ({ signal }) =>
      load<DraftDrawing>(`/procedures/drafts/${id}/drawing${marked ? '?marked=true' : ''}`, signal),
    placeholderData: keepPreviousData,
  });

export const draftComparisonQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['drafts', id, 'comparison', revision],
    queryFn: ({ signal }) => load<Compared>(`/procedures/drafts/${id}/comparison`, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
