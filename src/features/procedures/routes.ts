import { type Static, Type } from 'typebox';
import { refusal } from '../../domain/shared/refusal.ts';
import { err, ok } from '../../domain/shared/result.ts';
import type { Host } from '../context/index.ts';
import { ProcedureListItem, ProcedureView } from './contract.ts';
import { draftRoutes } from './draft-routes.ts';
import { presentListItem, presentProcedure } from './present.ts';
import { versionRoutes } from './version-routes.ts';

const Slug = Type.String({ pattern: '^[a-z0-9-]{1,80}$' });
const Params = Type.Object({ institution: Slug, name: Slug });
const Query = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })) });

/** `/procedures`, public: what a body promises is no secret. Without `version` the one new cases get. */
export function proceduresRoutes(host: Host): void {
  const { app, read } = host;
  draftRoutes(host);
  versionRoutes(host);
  const tags = ['procedures'];
  app.get(
    '/procedures',
    { schema: { tags, summary: 'Every procedure', response: { 200: Type.Array(ProcedureListItem) } } },
    (request, reply) =>
      read(request, reply, async ({ office }) => ok(office.procedures.list().map(presentListItem))),
  );
  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Query> }>(
    '/procedures/:institution/:name',
    {
      schema: {
        tags,
        summary: 'One procedure as the table of its form',
        params: Params,
        querystring: Query,
        response: { 200: ProcedureView },
      },
    },
    (request, reply) =>
      read(request, reply, async ({ office }) => {
        const { institution, name } = request.params;
        const procedure = office.procedures.find(`${institution}/${name}`, request.query.version);
        return procedure === undefined ? err(refusal('not-found')) : ok(presentProcedure(procedure));
      }),
  );
}
