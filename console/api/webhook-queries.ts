import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DeliveryLog, WebhookList, WebhookView } from '../../src/features/webhooks/contract.ts';
import { load, queryString } from './client.ts';

export const webhooksQuery = (institution: string) =>
  queryOptions({
    queryKey: ['webhooks', institution],
    queryFn: ({ signal }) => load<WebhookList>(`/institutions/${institution}/webhooks`, signal),
    enabled: institution !== '',
    refetchInterval: 60_000,
  });

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', 'one', id],
    queryFn: ({ signal }) => load<WebhookView>(`/webhooks/${id}`, signal),
    refetchInterval: 60_000,
  });

export const deliveriesQuery = (id: string, state: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['webhooks', 'log', id, state, cursor ?? ''],
    queryFn: ({ signal }) =>
      load<DeliveryLog>(
        `/webhooks/${id}/deliveries${queryString({ state: state === '' ? undefined : state, cursor })}`,
        signal,
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
