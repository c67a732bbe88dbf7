import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import { LeaderPage } from './contract.ts';
import { getLeaderPage } from './leader-page.ts';

const Query = Type.Object({ institution: Type.String({ maxLength: 40 }) });

/** `/statistics`: the leader's page. */
export function statisticsRoutes({ app, handle }: Host): void {
  app.get<{ Querystring: Static<typeof Query> }>(
    '/statistics/units',
    {
      schema: {
        tags: ['statistics'],
        summary: 'Open, late, finished by unit',
        querystring: Query,
        response: { 200: LeaderPage },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => getLeaderPage(ctx, request.query.institution)),
  );
}
