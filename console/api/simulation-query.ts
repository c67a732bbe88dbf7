import { queryOptions } from '@tanstack/react-query';
import type { SimulationRequest, SimulationView } from '../../src/features/simulation/contract.ts';
import { ask } from './client.ts';

const halfAnHour = 30 * 60_000;
const running = new Map<string, AbortController>();

/**
 * One simulation, told by everything that was asked, and of a draft by its revision: the same question has the same
 * answer, so it is never asked twice. It goes on while its page is left, and is there when somebody comes back.
 */
export const simulationQuery = (request: SimulationRequest, revision: number) =>
  queryOptions({
    queryKey: ['simulation', request, revision],
    // The signal of the cache would stop the count as soon as nobody looks.
    queryFn: async (): Promise<SimulationView> => {
      const stop = new AbortController();
      const key = JSON.stringify(request);
      running.set(key, stop);
      try {
        return await ask<SimulationView>('/procedures/simulations', request, stop.signal);
      } finally {
        running.delete(key);
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: halfAnHour,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Gives up the count; the server stops it as well. */
export function stopSimulation(request: SimulationRequest): void {
  running.get(JSON.stringify(request))?.abort();
}
