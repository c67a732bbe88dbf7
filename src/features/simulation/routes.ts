import { refusal } from '../../domain/shared/refusal.ts';
import { err } from '../../domain/shared/result.ts';
import type { Host } from '../context/index.ts';
import { SimulationRequest, SimulationView } from './contract.ts';
import { simulateProcedure } from './simulate-procedure.ts';

/** How many simulations a server calculates at once; further ones are told to come back. */
const atOnce = 2;
const retryAfter = 15;

/**
 * `POST /procedures/simulations`. Changes nothing, so it is a query and holds no transaction while it counts;
 * where the caller goes away, the count stops.
 */
export function simulationRoutes({ app, read }: Host): void {
  let running = 0;
  app.post<{ Body: SimulationRequest }>(
    '/procedures/simulations',
    {
      schema: {
        tags: ['procedures'],
        summary: 'Simulate a procedure, or replay past cases through it, before it is signed',
        body: SimulationRequest,
        response: { 200: SimulationView },
      },
    },
    (request, reply) =>
      read(request, reply, async (ctx) => {
        if (running >= atOnce) return err(refusal('too-many-requests', { retryAfter }));
        running += 1;
        const gone = new AbortController();
        const onClose = (): void => gone.abort();
        reply.raw.once('close', onClose);
        try {
          return await simulateProcedure(ctx, request.body, gone.signal);
        } finally {
          reply.raw.off('close', onClose);
          running -= 1;
        }
      }),
  );
}
