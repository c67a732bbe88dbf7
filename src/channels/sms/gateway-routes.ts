import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { refusal } from '../../domain/shared/refusal.ts';
import { err, ok } from '../../domain/shared/result.ts';
import type { Host } from '../../features/context/index.ts';
import { noteDelivery, noteHeard, takeIn } from '../../features/messages/index.ts';
import type { SmsLineSettings } from '../../platform/config/sms-config.ts';
import { sameText } from '../../platform/crypto/same-text.ts';

const Params = Type.Object({ line: Type.String({ maxLength: 30 }) });
const Named = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) });
const Receipt = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  status: Type.Integer({ minimum: 0, maximum: 64 }),
});
const Taken = Type.Object({ taken: Type.Boolean() });

/**
 * Where a Kannel gateway brings what came and tells what became of ours; it shows its secret as a password (HTTP Basic).
 * Answered when it is committed: whatever else is answered, the gateway brings the same message again.
 */
export function gatewayRoutes({ app, handle }: Host, lines: readonly SmsLineSettings[]): void {
  const tags = ['channels'];
  const gateways = new Map(
    lines.flatMap((line) => (line.kind === 'kannel' ? [[line.name, line.secret] as const] : [])),
  );
  const isGateway = (request: FastifyRequest<{ Params: Static<typeof Params> }>): boolean => {
    const secret = gateways.get(request.params.line);
    return secret !== undefined && sameText(passwordIn(request), secret);
  };

  app.register(async (scope) => {
    // Kannel writes the charset as it likes; the words are read by it.
    scope.addContentTypeParser('text/plain', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post<{ Params: Static<typeof Params>; Querystring: Static<typeof Named> }>(
      '/sms-gateways/:line/messages',
      {
        bodyLimit: 16 * 1024,
        schema: {
          tags,
          summary: 'One SMS, brought by a Kannel gateway',
          consumes: ['text/plain'],
          params: Params,
          querystring: Named,
          response: { 200: Taken },
        },
      },
      (request, reply) =>
        handle(request, reply, async (ctx) => {
          if (!isGateway(request)) return err(refusal('wrong-credentials'));
          const text = wordsOf(request);
          const { 'x-kannel-from': from, 'x-kannel-to': to } = request.headers;
          if (text === null || typeof from !== 'string') return err(refusal('invalid-input'));
          const arrived = { from, to: String(to ?? ''), text, part: null, sourceId: request.query.id };
          await takeIn(ctx, 'sms', request.params.line, [arrived]);
          await noteHeard(ctx, 'sms', request.params.line, 'message');
          return ok({ taken: true });
        }),
    );
  });

  // Kannel tells it by GET; telling it twice does no harm.
  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Receipt> }>(
    '/sms-gateways/:line/receipts',
    {
      schema: {
        tags,
        summary: 'What became of an SMS that went by a Kannel gateway',
        params: Params,
        querystring: Receipt,
        response: { 200: Taken },
      },
    },
    (request, reply) =>
      handle(request, reply, async (ctx) => {
        if (!isGateway(request)) return err(refusal('wrong-credentials'));
        const { id, status } = request.query;
        const state = ends[status];
        if (state !== undefined) await noteDelivery(ctx, 'sms', request.params.line, [{ id, state }]);
        await noteHeard(ctx, 'sms', request.params.line, 'news');
        return ok({ taken: state !== undefined });
      }),
  );
}

/** Kannel's words for what became of a message: 1 on the telephone, 2 not, 16 refused by the operator. */
const ends: Readonly<Record<number, 'delivered' | 'failed'>> = { 1: 'delivered', 2: 'failed', 16: 'failed' };

/** The name in front of it is the line's, which the address says already. */
function passwordIn({ headers }: FastifyRequest): string {
  const [, given = ''] = /^Basic (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return Buffer.from(given, 'base64').toString('utf8').split(':').slice(1).join(':');
}

/** Null where it is in a charset that nobody knows. */
function wordsOf({ body, headers }: FastifyRequest): string | null {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '') ?? [];
  try {
    // A sign that is none in its charset becomes the mark for it; the other words are kept.
    return new TextDecoder(charset).decode(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
  } catch {
    return null;
  }
}
