import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import { NotificationList } from './contract.ts';
import { listOutbox, listOwn, markAllRead, markRead, retryDelivery } from './queries.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const UpTo = Type.Object({ upTo: Type.String({ format: 'uuid' }) });
const Done = Type.Object({ id: Type.String() });
const Own = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 64 })) });
const Outbox = Type.Object({ ...Own.properties, status: Type.Optional(Type.String({ maxLength: 20 })) });

/** `/notifications`: a person's own notices, and the outbox for whoever looks after delivery. */
export function notificationsRoutes({ app, handle }: Host): void {
  const tags = ['notifications'];
  app.get<{ Querystring: Static<typeof Own> }>(
    '/notifications',
    { schema: { tags, summary: 'Own notices', querystring: Own, response: { 200: NotificationList } } },
    (request, reply) => handle(request, reply, (ctx) => listOwn(ctx, request.query.cursor)),
  );
  app.get<{ Querystring: Static<typeof Outbox> }>(
    '/notifications/outbox',
    {
      schema: {
        tags,
        summary: 'What was sent, failed, given up',
        querystring: Outbox,
        response: { 200: NotificationList },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => listOutbox(ctx, request.query)),
  );
  app.post<{ Body: Static<typeof UpTo> }>(
    '/notifications/reading',
    { schema: { tags, summary: 'Marks all up to one as read', body: UpTo, response: { 200: Done } } },
    (request, reply) => handle(request, reply, (ctx) => markAllRead(ctx, request.body.upTo)),
  );
  app.post<{ Params: Static<typeof Params> }>(
    '/notifications/:id/reading',
    { schema: { tags, summary: 'Marks one as read', params: Params, response: { 200: Done } } },
    (request, reply) => handle(request, reply, (ctx) => markRead(ctx, request.params.id)),
  );
  app.post<{ Params: Static<typeof Params> }>(
    '/notifications/:id/retry',
    { schema: { tags, summary: 'Sends a failed one again', params: Params, response: { 200: Done } } },
    (request, reply) => handle(request, reply, (ctx) => retryDelivery(ctx, request.params.id)),
  );
}
