import { queryOptions } from '@tanstack/react-query';
import type { BreachListItem, BreachView } from '../../src/features/breaches/contract.ts';
import type { DataRequestItem, ProcessingRegister } from '../../src/features/privacy/contract.ts';
import type { RetentionPage } from '../../src/features/retention/contract.ts';
import { load, queryString } from './client.ts';

export const registerQuery = (institution: string) =>
  queryOptions({
    queryKey: ['privacy', institution, 'register'],
    queryFn: ({ signal }) =>
      load<ProcessingRegister>(`/privacy/register${queryString({ institution })}`, signal),
    enabled: institution !== '',
  });

export const breachesQuery = (institution: string) =>
  queryOptions({
    queryKey: ['privacy', institution, 'breaches'],
    queryFn: ({ signal }) =>
      load<BreachListItem[]>(`/privacy/breaches${queryString({ institution })}`, signal),
    enabled: institution !== '',
    refetchInterval: 60_000,
  });

export const breachQuery = (id: string) =>
  queryOptions({
    queryKey: ['privacy', 'breach', id],
    queryFn: ({ signal }) => load<BreachView>(`/privacy/breaches/${id}`, signal),
  });

export const requestsQuery = (institution: string) =>
  queryOptions({
    queryKey: ['privacy', institution, 'requests'],
    queryFn: ({ signal }) =>
      load<DataRequestItem[]>(`/privacy/requests${queryString({ institution })}`, signal),
    enabled: institution !== '',
    refetchInterval: 60_000,
  });

export const retentionQuery = (institution: string) =>
  queryOptions({
    queryKey: ['privacy', institution, 'retention'],
    queryFn: ({ signal }) => load<RetentionPage>(`/privacy/retention${queryString({ institution })}`, signal),
    enabled: institution !== '',
  });
