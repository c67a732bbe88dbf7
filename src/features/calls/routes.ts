import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { refusal } from '../../domain/shared/refusal.ts';
import { err, ok } from '../../domain/shared/result.ts';
import { storableValue } from '../../domain/shared/storable.ts';
import type { Host } from '../context/index.ts';
import { announceCall } from './announce-call.ts';
import { beginOwnCall, takeCall, wrapUpCall } from './answer-calls.ts';
import { Announced, Announcement, CallList, CallView, OwnCall, WrapUpInput } from './contract.ts';
import { listCalls } from './list-calls.ts';
import { isSigned } from './signature.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** The calls of an agent: what rings, answering, beginning by hand, what came of it. */
export function callsRoutes({ app, handle, read }: Host, { sendsSms }: { readonly sendsSms: boolean }): void {
  app.get(
    '/calls',
    {
      schema: {
        tags: ['calls'],
        summary: 'What rings, and the agent’s own calls',
        response: { 200: CallList },
      },
    },
    (request, reply) =>
      read(request, reply, async (ctx) => {
        const listed = await listCalls(ctx);
        return listed.ok ? ok({ ...listed.value, sendsSms }) : listed;
      }),
  );

  app.post<{ Body: OwnCall }>(
    '/calls/own',
    {
      schema: {
        tags: ['calls'],
        summary: 'Begins a call of which the telephone system says nothing',
        body: OwnCall,
        response: { 201: CallView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => beginOwnCall(ctx, request.body), 201),
  );

  app.post<{ Params: Static<typeof Params> }>(
    '/calls/:id/taking',
    { schema: { tags: ['calls'], summary: 'Answers it', params: Params, response: { 200: CallView } } },
    (request, reply) => handle(request, reply, (ctx) => takeCall(ctx, request.params.id)),
  );

  app.post<{ Params: Static<typeof Params>; Body: WrapUpInput }>(
    '/calls/:id/wrap-up',
    {
      schema: {
        tags: ['calls'],
        summary: 'What came of it; the number is destroyed with it',
        params: Params,
        body: WrapUpInput,
        response: { 200: Params },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => wrapUpCall(ctx, request.params.id, request.body)),
  );
}

/**
 * `POST /calls`, by which a telephone system announces calls. In a register of its own: the signature is of the body as
 * it was sent, letter by letter, so it is kept beside what is read out of it.
 */
export function announcementRoutes(
  { app, handle }: Host,
  secrets: ReadonlyMap<string, string>,
  clock: () => string,
): void {
  const sent = keepSentBodies(app);
  app.post<{ Body: Announcement }>(
    '/calls',
    {
      schema: {
        tags: ['calls'],
        summary: 'A telephone system announces a call: ringing, answered, ended',
        description:
          'Signed: `X-Tuntas-Signature: t=<seconds since 1970>,v1=<HMAC-SHA256 of "t.body", hex>`.',
        body: Announcement,
        response: { 200: Announced },
      },
    },
    (request, reply) =>
      handle(request, reply, async (ctx) => {
        const secret = secrets.get(request.body.institution);
        const header = request.headers['x-tuntas-signature'];
        if (!isSigned(header, sent.get(request) ?? '', secret, clock()))
          return err(refusal('signature-refused'));
        return announceCall(ctx, request.body);
      }),
  );
}

function keepSentBodies(app: FastifyInstance): WeakMap<FastifyRequest, string> {
  const sent = new WeakMap<FastifyRequest, string>();
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    sent.set(request, body.toString());
    try {
      done(null, storableValue(JSON.parse(body.toString())));
    } catch {
      done(Object.assign(new Error('the body is no JSON'), { statusCode: 400 }));
    }
  });
  return sent;
}
