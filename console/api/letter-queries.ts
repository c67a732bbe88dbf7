import { queryOptions } from '@tanstack/react-query';
import type { LetterList, LettersQuery } from '../../src/features/papers/contract.ts';
import { load, queryString } from './client.ts';

/** Letters to reporters, waiting or printed. */
export const lettersQuery = (query: LettersQuery) =>
  queryOptions({
    queryKey: ['letters', query],
    queryFn: ({ signal }) => load<LetterList>(`/letters${queryString(query)}`, signal),
    refetchInterval: 60_000,
  });
