import { hidesOwn } from '../privacy/sealed-words.ts';
import type { CaseState } from './case.ts';
import type { CaseEvent } from './events.ts';

type DataRightsEvent = Extract<
  CaseEvent,
  { type: 'DataRequestReceived' | 'DataRequestAnswered' | 'RestrictionLifted' }
>;

/** What a case remembers of its reporter's requests; a restriction holds until it is refused or lifted. */
export function evolveDataRights(state: CaseState, event: DataRightsEvent): Partial<CaseState> {
  const requests = state.dataRequests ?? [];
  if (event.type === 'RestrictionLifted') return { restricted: false };
  if (event.type === 'DataRequestReceived') {
    const { request: number, kind, reason, due } = event.data;
    return {
      dataRequests: [...requests, { number, kind, reason, at: event.at, due, answer: null }],
      ...(kind === 'restriction' ? { restricted: true } : {}),
      ...(hidesOwn(reason) ? { hidesWords: true } : {}),
    };
  }
  const { request, kind, outcome, words } = event.data;
  return {
    dataRequests: requests.map((one) =>
      one.number === request ? { ...one, answer: { outcome, words, at: event.at } } : one,
    ),
    ...(kind === 'restriction' && outcome === 'refused' ? { restricted: false } : {}),
  };
}
