import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import { CaseRights, PersonRights } from './contract.ts';
import { getCaseRights } from './get-case-rights.ts';
import { getPersonRights } from './get-person-rights.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Who may see and do what, and why: of a person, and of a case. */
export function rightsRoutes({ app, read }: Host): void {
  app.get<{ Params: Static<typeof Params> }>(
    '/people/:id/rights',
    {
      schema: {
        tags: ['rights'],
        summary: 'What a person may see and do, and because of which role',
        params: Params,
        response: { 200: PersonRights },
      },
    },
    (request, reply) => read(request, reply, (ctx) => getPersonRights(ctx, request.params.id)),
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/cases/:id/rights',
    {
      schema: {
        tags: ['rights'],
        summary: 'Who sees the case now and may act on it, and because of which role',
        params: Params,
        response: { 200: CaseRights },
      },
    },
    (request, reply) => read(request, reply, (ctx) => getCaseRights(ctx, request.params.id)),
  );
}
