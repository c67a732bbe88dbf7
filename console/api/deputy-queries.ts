import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { Absentees, Candidates, Deputyships } from '../../src/features/people/contract-deputies.ts';
import { load } from './client.ts';

export const deputiesQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'deputies'],
    queryFn: ({ signal }) => load<Deputyships>(`/people/${id}/deputies`, signal),
  });

export const deputyCandidatesQuery = (id: string, q: string) =>
  queryOptions({
    queryKey: ['people', id, 'deputies', 'candidates', q],
    queryFn: ({ signal }) =>
      load<Static<typeof Candidates>>(`/people/${id}/deputies/candidates?q=${encodeURIComponent(q)}`, signal),
    placeholderData: keepPreviousData,
  });

export const absenteesQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', 'absentees', q],
    queryFn: ({ signal }) => load<Absentees>(`/deputyships/absentees?q=${encodeURIComponent(q)}`, signal),
    placeholderData: keepPreviousData,
  });
