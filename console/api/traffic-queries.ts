import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { ChannelSetting, TemplatePreviews } from '../../src/features/channel-settings/contract.ts';
import type {
  IncomingList,
  IncomingQuery,
  OpenedMessage,
  OutgoingList,
  OutgoingQuery,
  TrafficSummary,
} from '../../src/features/traffic/contract.ts';
import { load, queryString } from './client.ts';

export const trafficQuery = (institution: string | undefined) =>
  queryOptions({
    queryKey: ['traffic', 'summary', institution],
    queryFn: ({ signal }) => load<TrafficSummary>(`/traffic${queryString({ institution })}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

export const incomingQuery = (query: IncomingQuery) =>
  queryOptions({
    queryKey: ['traffic', 'in', query],
    queryFn: ({ signal }) =>
      load<Static<typeof IncomingList>>(`/traffic/in${queryString({ ...query })}`, signal),
    placeholderData: keepPreviousData,
  });

export const outgoingQuery = (query: OutgoingQuery) =>
  queryOptions({
    queryKey: ['traffic', 'out', query],
    queryFn: ({ signal }) =>
      load<Static<typeof OutgoingList>>(`/traffic/out${queryString({ ...query })}`, signal),
    placeholderData: keepPreviousData,
  });

/** Each opening is written down: asked for once, and never again by itself. */
export const openedMessageQuery = (id: string) =>
  queryOptions({
    queryKey: ['traffic-opened', id],
    queryFn: ({ signal }) => load<OpenedMessage>(`/traffic/in/${id}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => load<ChannelSetting[]>('/channels', signal),
});

export const templatesQuery = (channel: string, language: string, number: string) =>
  queryOptions({
    queryKey: ['channels', 'templates', channel, language, number],
    queryFn: ({ signal }) =>
      load<Static<typeof TemplatePreviews>>(
        `/channels/templates${queryString({ channel, language, case: number === '' ? undefined : number })}`,
        signal,
      ),
    retry: false,
  });
