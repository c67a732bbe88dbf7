import { type Static, Type } from 'typebox';
import { ok } from '../../domain/shared/result.ts';
import type { Host } from '../context/index.ts';
import { AreaView } from '../organizations/index.ts';
import { listAreas, searchAreas } from './find-areas.ts';

const AreaQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 120 })),
  /** An area's code: what lies directly in it. Empty, and without `q`: the provinces. */
  parent: Type.Optional(Type.String({ pattern: '^[0-9.]{0,13}$' })),
  level: Type.Optional(Type.Enum(['province', 'regency', 'district', 'village'])),
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 10 }),
});

/** Public: place names are no secret, and the citizen's form needs them before anyone is known. */
export function areasRoutes(host: Host): void {
  host.app.get<{ Querystring: Static<typeof AreaQuery> }>(
    '/areas',
    { schema: { querystring: AreaQuery, response: { 200: Type.Array(AreaView) } } },
    (request, reply) => {
      const { q, parent, level, limit } = request.query;
      reply.header('cache-control', 'public, max-age=3600, stale-while-revalidate=86400');
      return host.read(request, reply, async ({ tx }) =>
        ok(
          q === undefined ? await listAreas(tx, parent || null) : await searchAreas(tx, q, { level, limit }),
        ),
      );
    },
  );
}
