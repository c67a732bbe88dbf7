import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { VersionDrawing, VersionListItem, VersionView } from '../../src/features/procedures/contract.ts';
import { load, queryString } from './client.ts';
import type { Compared } from './compared.ts';

/** Every version of one SOP, newest first. `id`: `<institution>/<name>`. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['versions', id],
    queryFn: ({ signal }) => load<VersionListItem[]>(`/procedures/${id}/versions`, signal),
  });

/** A released version never changes; who may read its names may. */
export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['versions', id, version],
    queryFn: ({ signal }) => load<VersionView>(`/procedures/${id}/versions/${version}`, signal),
    placeholderData: keepPreviousData,
  });

export const versionDrawingQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['versions', id, version, 'drawing'],
    queryFn: ({ signal }) => load<VersionDrawing>(`/procedures/${id}/versions/${version}/drawing`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const versionComparisonQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['versions', id, 'comparison', from, to],
    queryFn: ({ signal }) =>
      load<Compared>(`/procedures/${id}/comparison${queryString({ from, to })}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
