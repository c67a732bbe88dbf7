import { type Static, Type } from 'typebox';
import { words } from '../../platform/http/schema.ts';
import type { Caller } from '../../platform/outside/caller.ts';
import type { Host } from '../context/index.ts';
import {
  DeliveryLog,
  PingAnswer,
  Replayed,
  ReplayInput,
  WebhookChange,
  WebhookInput,
  WebhookList,
  WebhookView,
  WebhookWithSecret,
} from './contract.ts';
import { listDeliveries, replayLetters } from './delivery-log.ts';
import { pingWebhook } from './ping.ts';
import {
  addWebhook,
  changeWebhook,
  getWebhook,
  listWebhooks,
  removeWebhook,
  renewSecret,
} from './subscriptions.ts';

const InstitutionParams = Type.Object({ id: Type.String({ maxLength: 40 }) });
const IdParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
type Params = { id: string };
const LogQuery = Type.Object({
  cursor: Type.Optional(Type.String({ format: 'uuid' })),
  state: Type.Optional(words(['waiting', 'delivered', 'given-up'])),
});

/** Systems of others that are told what happens to cases. */
export function webhooksRoutes({ app, handle, read }: Host, caller: Caller): void {
  const tags = ['webhooks'];

  app.get<{ Params: Params }>(
    '/institutions/:id/webhooks',
    {
      schema: {
        tags,
        summary: 'Systems that are told',
        params: InstitutionParams,
        response: { 200: WebhookList },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listWebhooks(ctx, request.params.id)),
  );

  app.post<{ Params: Params; Body: WebhookInput }>(
    '/institutions/:id/webhooks',
    {
      schema: {
        tags,
        summary: 'Tell another system; its secret is in the answer and nowhere else',
        params: InstitutionParams,
        body: WebhookInput,
        response: { 201: WebhookWithSecret },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => addWebhook(ctx, request.params.id, request.body, caller), 201),
  );

  app.get<{ Params: Params }>(
    '/webhooks/:id',
    { schema: { tags, summary: 'One of them', params: IdParams, response: { 200: WebhookView } } },
    (request, reply) => read(request, reply, (ctx) => getWebhook(ctx, request.params.id)),
  );

  app.put<{ Params: Params; Body: WebhookChange }>(
    '/webhooks/:id',
    {
      schema: {
        tags,
        summary: 'Change the address or the events, pause, go on',
        params: IdParams,
        body: WebhookChange,
        response: { 200: WebhookView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => changeWebhook(ctx, request.params.id, request.body, caller)),
  );

  app.delete<{ Params: Params }>(
    '/webhooks/:id',
    {
      schema: {
        tags,
        summary: 'Tell it no more; its log goes with it',
        params: IdParams,
        response: { 200: Type.Object({}) },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => removeWebhook(ctx, request.params.id)),
  );

  app.post<{ Params: Params }>(
    '/webhooks/:id/secret',
    {
      schema: {
        tags,
        summary: 'A new secret; the one before it signs for a day more',
        params: IdParams,
        response: { 200: WebhookWithSecret },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => renewSecret(ctx, request.params.id)),
  );

  app.post<{ Params: Params }>(
    '/webhooks/:id/ping',
    {
      config: { limited: 'call' },
      schema: {
        tags,
        summary: 'Send a trial letter and see the answer',
        params: IdParams,
        response: { 200: PingAnswer },
      },
    },
    // No transaction: none may be open while somebody else answers.
    (request, reply) => read(request, reply, (ctx) => pingWebhook(ctx, request.params.id, caller)),
  );

  app.get<{ Params: Params; Querystring: Static<typeof LogQuery> }>(
    '/webhooks/:id/deliveries',
    {
      schema: {
        tags,
        summary: 'What became of each letter',
        params: IdParams,
        querystring: LogQuery,
        response: { 200: DeliveryLog },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listDeliveries(ctx, request.params.id, request.query)),
  );

  app.post<{ Params: Params; Body: ReplayInput }>(
    '/webhooks/:id/replay',
    {
      schema: {
        tags,
        summary: 'Send again: one letter, or all since a moment',
        params: IdParams,
        body: ReplayInput,
        response: { 200: Replayed },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => replayLetters(ctx, request.params.id, request.body)),
  );
}
