import { type Static, Type } from 'typebox';
import { ok } from '../../domain/shared/result.ts';
import type { Host } from '../context/index.ts';
import { PublicationList, PublicationQuery, PublicationView } from './contract.ts';
import { getPublication, listPublications } from './read-publications.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Nobody keeps what is public without asking again: taken down, it is gone at once. */
const asked = 'public, no-cache';

/** `/publications`: what a person has passed for everybody to read. */
export function publicationsRoutes({ app, read }: Host): void {
  app.get<{ Querystring: Static<typeof PublicationQuery> }>(
    '/publications',
    {
      config: { limited: 'read' },
      schema: {
        tags: ['publications'],
        summary: 'Cases that are public, the newest first',
        querystring: PublicationQuery,
        response: { 200: PublicationList },
      },
    },
    (request, reply) => {
      reply.header('cache-control', asked);
      return read(request, reply, async (ctx) => ok(await listPublications(ctx, request.query)));
    },
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/publications/:id',
    {
      config: { limited: 'read' },
      schema: {
        tags: ['publications'],
        summary: 'One public text',
        params: Params,
        response: { 200: PublicationView },
      },
    },
    (request, reply) => {
      reply.header('cache-control', asked);
      return read(request, reply, (ctx) => getPublication(ctx, request.params.id));
    },
  );
}
