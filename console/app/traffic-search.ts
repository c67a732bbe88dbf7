import { deliveryChannels, deliveryStates } from '../../src/domain/delivery/states.ts';
import { oneOf } from './one-of.ts';

/** The parts of the page of message traffic: two lists, and how channels are set up. Each is an address of its own. */
export const trafficParts = ['masuk', 'keluar', 'setelan'] as const;
export const incomingStates = ['set-aside', 'discarded', 'read'] as const;
const spans = ['hari', 'minggu', 'bulan'] as const;
export const trafficSpans = spans;

export interface TrafficSearch {
  readonly bagian?: (typeof trafficParts)[number];
  readonly instansi?: string;
  readonly kanal?: (typeof deliveryChannels)[number];
  readonly keadaan?: (typeof incomingStates)[number] | (typeof deliveryStates)[number];
  /** How far back. */
  readonly sejak?: (typeof spans)[number];
}

/** Takes from an address what makes sense and drops the rest; a state is one of the list that is open. */
export function readTrafficSearch(search: Readonly<Record<string, unknown>>): TrafficSearch {
  const part = oneOf('bagian', search.bagian, trafficParts);
  const states = part.bagian === 'keluar' ? deliveryStates : incomingStates;
  return {
    ...part,
    ...(typeof search.instansi === 'string' ? { instansi: search.instansi } : {}),
    ...oneOf('kanal', search.kanal, deliveryChannels),
    ...oneOf<'keadaan', (typeof incomingStates)[number] | (typeof deliveryStates)[number]>(
      'keadaan',
      search.keadaan,
      states,
    ),
    ...oneOf('sejak', search.sejak, spans),
  };
}

const days: Readonly<Record<(typeof spans)[number], number>> = { hari: 1, minggu: 7, bulan: 30 };

/** The moment from which is shown, to the minute, so that one page is asked for once; ISO 8601 UTC. */
export function spanStart(span: TrafficSearch['sejak'], now: number): string | undefined {
  if (span === undefined) return undefined;
  const minute = 60_000;
  return new Date(Math.floor(now / minute) * minute - days[span] * 86_400_000).toISOString();
}
