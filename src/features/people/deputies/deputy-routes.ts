import { type Static, Type } from 'typebox';
import type { Host } from '../../context/index.ts';
import { Absentees, Candidates, DeputyInput, Deputyships, DeputyshipView } from '../contract-deputies.ts';
import { listAbsentees } from './list-absentees.ts';
import { listCandidates, listDeputyships } from './list-deputyships.ts';
import { endDeputyship, nameDeputy } from './name-deputy.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const NameQuery = Type.Object({ q: Type.String({ maxLength: 80 }) });
const AbsenteeQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 80 })) });
type Id = { id: string };

/** Who stands in for whom during an absence; for the person, their head, and whoever manages them. */
export function deputyRoutes({ app, handle, read }: Host): void {
  const tags = ['people'];

  app.get<{ Params: Id }>(
    '/people/:id/deputies',
    { schema: { tags, summary: 'Deputies of a person', params: Params, response: { 200: Deputyships } } },
    (request, reply) => read(request, reply, (ctx) => listDeputyships(ctx, request.params.id)),
  );

  app.get<{ Params: Id; Querystring: Static<typeof NameQuery> }>(
    '/people/:id/deputies/candidates',
    {
      schema: {
        tags,
        summary: 'Colleagues who could stand in',
        params: Params,
        querystring: NameQuery,
        response: { 200: Candidates },
      },
    },
    (request, reply) =>
      read(request, reply, (ctx) => listCandidates(ctx, request.params.id, request.query.q)),
  );

  app.post<{ Params: Id; Body: DeputyInput }>(
    '/people/:id/deputies',
    {
      schema: {
        tags,
        summary: 'Name a deputy for the days of an absence',
        params: Params,
        body: DeputyInput,
        response: { 201: DeputyshipView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => nameDeputy(ctx, request.params.id, request.body), 201),
  );

  app.get<{ Querystring: Static<typeof AbsenteeQuery> }>(
    '/deputyships/absentees',
    {
      schema: {
        tags,
        summary: 'People for whom the reader names deputies',
        querystring: AbsenteeQuery,
        response: { 200: Absentees },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listAbsentees(ctx, request.query.q ?? '')),
  );

  app.delete<{ Params: Id }>(
    '/deputyships/:id',
    { schema: { tags, summary: 'End a deputyship now', params: Params, response: { 200: DeputyshipView } } },
    (request, reply) => handle(request, reply, (ctx) => endDeputyship(ctx, request.params.id)),
  );
}
