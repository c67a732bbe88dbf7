import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  MoveOutcome,
  PreviewView,
  RevisionView,
  YearView,
} from '../../src/features/calendars/contract.ts';
import { load, queryString } from './client.ts';

/** What the console asks of the calendar: the year as it counts, its revisions, what one of them would move. */

export const calendarYearQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', 'year', year],
    queryFn: ({ signal }) => load<YearView>(`/calendars/years/${year}`, signal),
    placeholderData: keepPreviousData,
  });

export const revisionsQuery = (state: RevisionView['state']) =>
  queryOptions({
    queryKey: ['calendar', 'revisions', state],
    queryFn: ({ signal }) => load<RevisionView[]>(`/calendars/revisions?state=${state}`, signal),
    retry: false,
  });

export const revisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['calendar', 'revision', id],
    queryFn: ({ signal }) => load<RevisionView>(`/calendars/revisions/${id}`, signal),
    // While open deadlines are counted anew the number of those that moved goes up.
    refetchInterval: ({ state }) => (state.data?.recount?.doneAt === null ? 2_000 : false),
  });

/** `version`: a changed draft is counted anew. */
export const previewQuery = (id: string, version: number, outcome: MoveOutcome | '', offset: number) =>
  queryOptions({
    queryKey: ['calendar', 'preview', id, version, outcome, offset],
    queryFn: ({ signal }) =>
      load<PreviewView>(
        `/calendars/revisions/${id}/preview${queryString({ outcome, offset, limit: previewRows })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const previewRows = 25;
