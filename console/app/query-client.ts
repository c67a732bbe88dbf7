import { QueryClient } from '@tanstack/react-query';
import { problemOf } from '../api/client.ts';

const passing: readonly string[] = ['offline', 'unavailable'];

/** Asks again by itself only where the trouble may pass; a refusal is an answer. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 2 && passing.includes(problemOf(error).code),
      // The console shows its own notice and keeps what it has; a query that failed offline is not paused.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
