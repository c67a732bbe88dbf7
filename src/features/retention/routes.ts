import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import { RetentionPage, RunDone, SettingInput } from './contract.ts';
import { getRetention } from './get-retention.ts';
import { confirmRun, proposeRun, withdrawRun } from './runs.ts';
import { setPeriod } from './settings.ts';

const tags = ['privacy'];
const Query = Type.Object({ institution: Type.String({ maxLength: 40 }) });
type Query = Static<typeof Query>;
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
type Params = Static<typeof Params>;
const Made = Type.Object({ id: Type.String() });

/** `/privacy/retention`: identities whose purpose is over, destroyed by two people. */
export function retentionRoutes({ app, handle, read }: Host): void {
  app.get<{ Querystring: Query }>(
    '/privacy/retention',
    {
      schema: {
        tags,
        summary: 'What would be destroyed now and why, and what was',
        querystring: Query,
        response: { 200: RetentionPage },
      },
    },
    (request, reply) => read(request, reply, (ctx) => getRetention(ctx, request.query.institution)),
  );

  app.put<{ Querystring: Query; Body: SettingInput }>(
    '/privacy/retention/period',
    {
      schema: {
        tags,
        summary: 'Set how long identities are kept',
        querystring: Query,
        body: SettingInput,
        response: { 200: Type.Object({ period: RetentionPage.properties.period }) },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => setPeriod(ctx, request.query.institution, request.body)),
  );

  app.post<{ Querystring: Query }>(
    '/privacy/retention/runs',
    {
      schema: {
        tags,
        summary: 'Propose to destroy what the dry run lists',
        querystring: Query,
        response: { 201: Made },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => proposeRun(ctx, request.query.institution), 201),
  );

  app.post<{ Params: Params }>(
    '/privacy/retention/runs/:id/confirmation',
    {
      schema: {
        tags,
        summary: 'Confirm as a second person, and destroy',
        params: Params,
        response: { 200: RunDone },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => confirmRun(ctx, request.params.id)),
  );

  app.post<{ Params: Params }>(
    '/privacy/retention/runs/:id/withdrawal',
    { schema: { tags, summary: 'Take a proposal back', params: Params, response: { 200: Made } } },
    (request, reply) => handle(request, reply, (ctx) => withdrawRun(ctx, request.params.id)),
  );
}
