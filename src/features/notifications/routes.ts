import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import { NotificationList } from './contract.ts';
import { listOwn, markAllRead, markRead } from './queries.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const UpTo = Type.Object({ upTo: Type.String({ format: 'uuid' }) });
const Done = Type.Object({ id: Type.String() });
const Own = Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 64 })) });

/** `/notifications`: a person's own notices. */
export function notificationsRoutes({ app, handle }: Host): void {
  const tags = ['notifications'];
  app.get<{ Querystring: Static<typeof Own> }>(
    '/notifications',
    { schema: { tags, summary: 'Own notices', querystring: Own, response: { 200: NotificationList } } },
    (request, reply) => handle(request, reply, (ctx) => listOwn(ctx, request.query.cursor)),
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
}
