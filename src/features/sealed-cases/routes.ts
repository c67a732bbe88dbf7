import { type Static, Type } from 'typebox';
import { ok } from '../../domain/shared/result.ts';
import {
  ActDone,
  type ActInput,
  Colleague,
  caseActs,
  type SealedAct,
  sealedActs,
} from '../cases/contract.ts';
import type { Host } from '../context/index.ts';
import { actAsInspector } from './act-as-inspector.ts';
import { SealedList, SealedView } from './contract.ts';
import { listInspectors } from './name-inspector.ts';
import { getSealed, getSealedFile, listForInspectorate } from './read-sealed.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const FileParams = Type.Object({ ...Params.properties, attachmentId: Type.String({ format: 'uuid' }) });

const Named = Type.Object({ q: Type.String({ maxLength: 100 }) });

/** Neither in the log of requests nor in the metrics: how often somebody is here says that there is something. */
const unseen = { config: { unseen: true } } as const;

/** `/sealed-cases`: what came by the sealed door, for the inspectorate alone. */
export function sealedCasesRoutes({ app, handle, read }: Host): void {
  app.get(
    '/sealed-cases',
    {
      ...unseen,
      schema: { tags: ['sealed'], summary: 'What came by the sealed door', response: { 200: SealedList } },
    },
    // A command, since what is read is entered.
    (request, reply) => handle(request, reply.header('cache-control', 'no-store'), listForInspectorate),
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/sealed-cases/:id',
    {
      ...unseen,
      schema: { tags: ['sealed'], summary: 'One of them', params: Params, response: { 200: SealedView } },
    },
    (request, reply) =>
      handle(request, reply.header('cache-control', 'no-store'), (ctx) => getSealed(ctx, request.params.id)),
  );

  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof Named> }>(
    '/sealed-cases/:id/people',
    {
      ...unseen,
      schema: {
        tags: ['sealed'],
        summary: 'Who of the inspectorate it may be about',
        params: Params,
        querystring: Named,
        response: { 200: Type.Array(Colleague) },
      },
    },
    (request, reply) =>
      read(request, reply.header('cache-control', 'no-store'), (ctx) =>
        listInspectors(ctx, request.params.id, request.query.q),
      ),
  );

  for (const noun of sealedActs) {
    app.post<{ Params: Static<typeof Params>; Body: ActInput<SealedAct> }>(
      `/sealed-cases/:id/${noun}`,
      {
        ...unseen,
        schema: {
          tags: ['sealed'],
          summary: `Act: ${noun}`,
          params: Params,
          headers: Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 40 })) }),
          body: caseActs[noun],
          response: { 200: ActDone },
        },
      },
      (request, reply) =>
        handle(request, reply.header('cache-control', 'no-store'), (ctx) =>
          actAsInspector(ctx, request.params.id, noun, request.body, versionOf(request.headers['if-match'])),
        ),
    );
  }

  app.get<{ Params: Static<typeof FileParams> }>(
    '/sealed-cases/:id/attachments/:attachmentId',
    { ...unseen, schema: { tags: ['sealed'], summary: 'One file', params: FileParams } },
    async (request, reply) => {
      const { id, attachmentId } = request.params;
      let found: { name: string; mediaType: string; content: Buffer } | undefined;
      const answer = await handle(request, reply, async (ctx) => {
        const got = await getSealedFile(ctx, id, attachmentId);
        if (got.ok) found = got.value;
        return got.ok ? ok(null) : got;
      });
      if (found === undefined) return answer;
      return reply
        .header('content-type', found.mediaType)
        .header('content-disposition', `attachment; filename="${found.name}"`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .send(found.content);
    },
  );
}

function versionOf(header: string | undefined): number | undefined {
  const digits = /^(?:W\/)?"(\d+)"$/.exec(header ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
