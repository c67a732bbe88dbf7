import { type Static, Type } from 'typebox';
import { ok } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { keepFile, readSentFile } from '../attachments/index.ts';
import { AttachmentView, type ReporterAct, reporterActs } from '../cases/contract.ts';
import type { Host } from '../context/index.ts';
import { actAsReporter, addReporterFile } from './act-as-reporter.ts';
import { ContactCorrection, OwnData, SubmissionDone, SubmissionInput, TrackingView } from './contract.ts';
import { correctOwnContact } from './correct-contact.ts';
import { entryRoutes } from './entry-routes.ts';
import { getTracking } from './get-tracking.ts';
import { getOwnData } from './own-data.ts';
import { receiveSubmission } from './receive-submission.ts';

const Params = Type.Object({ code: Type.String({ maxLength: 64 }) });

/** The open door (`POST /submissions`) and the reporter's own pages (`/tracking/:code`). */
export function submissionsRoutes(host: Host): void {
  const { app, handle, read } = host;
  entryRoutes(host);

  app.post<{ Body: SubmissionInput }>(
    '/submissions',
    {
      config: { limited: 'submit' },
      schema: {
        tags: ['submissions'],
        summary: 'Takes a complaint, aspiration or information request in',
        description: 'Idempotent with `Idempotency-Key`. Acknowledged only once it is committed.',
        headers: Type.Object({
          'idempotency-key': Type.Optional(Type.String({ minLength: 8, maxLength: 200 })),
        }),
        body: SubmissionInput,
        response: { 201: SubmissionDone },
      },
    },
    (request, reply) => {
      const key = request.headers['idempotency-key'];
      const options = {
        channel: request.body.channel ?? 'api',
        ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
      };
      return handle(request, reply, (ctx) => receiveSubmission(ctx, request.body, options), 201);
    },
  );

  app.post(
    '/uploads',
    {
      config: { limited: 'submit' },
      schema: {
        tags: ['submissions'],
        summary: 'Keeps a file for a submission to come',
        response: { 201: AttachmentView },
      },
    },
    async (request, reply) => {
      const file = await readSentFile(request);
      const draftId = uuidv7(Date.now());
      return handle(
        request,
        reply,
        async (ctx) => {
          const kept = await keepFile(ctx, file, 'evidence', { draftId });
          return kept.ok ? ok({ ...kept.value.file }) : kept;
        },
        201,
      );
    },
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/tracking/:code',
    {
      config: { limited: 'track' },
      schema: {
        tags: ['tracking'],
        summary: 'The case as its reporter sees it',
        params: Params,
        response: { 200: TrackingView },
      },
    },
    (request, reply) => read(request, reply, (ctx) => getTracking(ctx, request.params.code)),
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/tracking/:code/data',
    {
      config: { limited: 'track' },
      schema: {
        tags: ['tracking'],
        summary: 'Everything kept about the reporter in this case',
        params: Params,
        response: { 200: OwnData },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => getOwnData(ctx, request.params.code)),
  );

  app.post<{ Params: Static<typeof Params>; Body: ContactCorrection }>(
    '/tracking/:code/contact-correction',
    {
      config: { limited: 'track' },
      schema: {
        tags: ['tracking'],
        summary: 'The reporter corrects their name and how they are reached',
        params: Params,
        body: ContactCorrection,
        response: { 200: Type.Object({ fields: Type.Array(Type.String()) }) },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => correctOwnContact(ctx, request.params.code, request.body)),
  );

  for (const noun of Object.keys(reporterActs) as ReporterAct[]) {
    app.post<{ Params: Static<typeof Params>; Body: object }>(
      `/tracking/:code/${noun}`,
      {
        config: { limited: 'track' },
        schema: {
          tags: ['tracking'],
          summary: `The reporter's ${noun}`,
          params: Params,
          body: reporterActs[noun],
          response: { 200: TrackingView },
        },
      },
      (request, reply) =>
        handle(request, reply, (ctx) =>
          actAsReporter(ctx, request.params.code, noun, request.body as object),
        ),
    );
  }

  app.post<{ Params: Static<typeof Params>; Querystring: { purpose?: 'evidence' | 'family-card' } }>(
    '/tracking/:code/attachments',
    {
      config: { limited: 'track' },
      schema: {
        tags: ['tracking'],
        summary: 'Adds one file',
        params: Params,
        querystring: Type.Object({ purpose: Type.Optional(Type.Enum(['evidence', 'family-card'])) }),
        response: { 200: TrackingView },
      },
    },
    async (request, reply) => {
      const file = await readSentFile(request);
      return handle(request, reply, (ctx) =>
        addReporterFile(ctx, request.params.code, file, request.query.purpose ?? 'evidence'),
      );
    },
  );
}
