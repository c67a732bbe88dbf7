import { type Static, Type } from 'typebox';
import { sealedPurposes } from '../../domain/privacy/sealed-papers.ts';
import { ok } from '../../domain/shared/result.ts';
import { words } from '../../platform/http/schema.ts';
import { readSentFile } from '../attachments/index.ts';
import { AttachmentView } from '../cases/contract.ts';
import type { Host } from '../context/index.ts';
import { SubmissionDone } from './contract.ts';
import { EntryInput } from './contract-entry.ts';
import { keepEntryFile, takeEntry } from './take-entry.ts';

const FileQuery = Type.Object({ purpose: words(['evidence', ...sealedPurposes]) });

/** `/entries`: the officers' door, for whoever comes to a counter, writes a letter or calls. */
export function entryRoutes({ app, handle }: Host): void {
  app.post<{ Body: EntryInput; Headers: { 'idempotency-key'?: string } }>(
    '/entries',
    {
      schema: {
        tags: ['submissions'],
        summary: 'Takes in for somebody else what came to a counter, by letter or on the telephone',
        description: 'Idempotent with `Idempotency-Key`. Every clock counts from `receivedAt`.',
        headers: Type.Object({
          'idempotency-key': Type.Optional(Type.String({ minLength: 8, maxLength: 200 })),
        }),
        body: EntryInput,
        response: { 201: SubmissionDone },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => takeEntry(ctx, request.body, request.headers['idempotency-key']), 201),
  );

  app.post<{ Querystring: Static<typeof FileQuery> }>(
    '/entries/uploads',
    {
      schema: {
        tags: ['submissions'],
        summary: 'Keeps a scan or a photograph for an entry to come; papers that tell who reports lie sealed',
        querystring: FileQuery,
        response: { 201: AttachmentView },
      },
    },
    async (request, reply) => {
      const file = await readSentFile(request);
      return handle(
        request,
        reply,
        async (ctx) => {
          const kept = await keepEntryFile(ctx, file, request.query.purpose);
          return kept.ok ? ok({ ...kept.value }) : kept;
        },
        201,
      );
    },
  );
}
