import { caseKinds, caseStatuses, queues } from '../../src/domain/cases/words.ts';
import type { CaseListQuery } from '../../src/features/cases/contract.ts';
import { oneOf } from './one-of.ts';

export const listQueues = ['mine', 'all', 'assigned', ...queues] as const;
export type ListQueue = (typeof listQueues)[number];

/** What the address of the work list says; every list can be bookmarked and sent to a colleague. */
export interface ListSearch {
  readonly queue?: ListQueue;
  readonly unit?: string;
  readonly kind?: NonNullable<CaseListQuery['kind']>;
  readonly status?: NonNullable<CaseListQuery['status']>;
  readonly area?: string;
  /** The area's name, so that the filter reads well without asking for it. */
  readonly place?: string;
  readonly late?: true;
  /** For whom: `own`, or the id of somebody for whom the reader stands in. */
  readonly for?: string;
  readonly q?: string;
  readonly sort?: NonNullable<CaseListQuery['sort']>;
  readonly cursor?: string;
}

/** Takes from an address what makes sense and drops the rest. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const { unit, area, place, q, cursor } = search;
  return {
    ...oneOf('queue', search.queue, listQueues),
    ...(typeof unit === 'string' ? { unit } : {}),
    ...oneOf('kind', search.kind, caseKinds),
    ...oneOf('status', search.status, caseStatuses),
    // The router reads a code such as 33 as a number.
    ...(typeof area === 'string' || typeof area === 'number' ? { area: String(area) } : {}),
    ...(typeof place === 'string' ? { place } : {}),
    ...(search.late === true ? { late: true as const } : {}),
    ...(typeof search.for === 'string' ? { for: search.for } : {}),
    ...(typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {}),
    ...oneOf('sort', search.sort, ['due', '-received'] as const),
    ...(typeof cursor === 'string' ? { cursor } : {}),
  };
}

/** The question to the server. "All" is everything the person may read, by deadline unless asked otherwise. */
export function toListQuery(search: ListSearch, limit: number): CaseListQuery {
  const { queue = 'mine', place: _place, sort, ...rest } = search;
  return {
    ...rest,
    ...(queue === 'all' ? {} : { queue }),
    sort: sort ?? (search.q === undefined && search.status === undefined ? 'due' : '-received'),
    limit,
  };
}
