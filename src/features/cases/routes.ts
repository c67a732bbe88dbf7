import { type Static, Type } from 'typebox';
import { refusal } from '../../domain/shared/refusal.ts';
import { err, ok } from '../../domain/shared/result.ts';
import { readSentFile } from '../attachments/index.ts';
import type { Host } from '../context/index.ts';
import { Assignee } from '../people/contract.ts';
import { addFile } from './add-file.ts';
import { actAsOfficer } from './commands.ts';
import {
  ActDone,
  type ActInput,
  AttachmentView,
  CaseList,
  CaseListQuery,
  CaseView,
  Colleague,
  caseActs,
  DossierInput,
  HandedOver,
  HandOver,
  IdentityFound,
  IdentitySearch,
  type OfficerAct,
  OpenWork,
  ordinaryActs,
  QueueCounts,
  RedactionView,
  SignedDossier,
} from './contract.ts';
import { countQueues } from './count-queues.ts';
import { exportDossier } from './export-dossier.ts';
import { getCase } from './get-case.ts';
import { listCaseAssignees } from './list-assignees.ts';
import { listCases } from './list-cases.ts';
import { listColleagues } from './list-colleagues.ts';
import { handOverWork, listOpenWork } from './open-work.ts';
import { readCaseFile } from './read-case-file.ts';
import { getRedaction } from './redaction.ts';
import { searchIdentity } from './search-identity.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const NameQuery = Type.Object({ q: Type.String({ minLength: 2, maxLength: 80 }) });
const FileParams = Type.Object({ ...Params.properties, attachmentId: Type.String({ format: 'uuid' }) });

/** `/cases`: work lists, the case page, and one `POST` per act. */
export function casesRoutes(host: Host): void {
  const { app, handle, read } = host;

  app.get<{ Querystring: Static<typeof CaseListQuery> }>(
    '/cases',
    {
      schema: {
        tags: ['cases'],
        summary: 'A work list or a search',
        querystring: CaseListQuery,
        response: { 200: CaseList },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listCases(ctx, request.query)),
  );

  app.get(
    '/cases/counts',
    {
      schema: { tags: ['cases'], summary: 'How many wait in each work list', response: { 200: QueueCounts } },
    },
    (request, reply) => read(request, reply, countQueues),
  );

  app.post<{ Body: Static<typeof IdentitySearch> }>(
    '/cases/searches',
    {
      schema: {
        tags: ['cases'],
        summary: 'Finds cases by what their reporter gave, typed in full; written down with its purpose',
        body: IdentitySearch,
        response: { 200: IdentityFound },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => searchIdentity(ctx, request.body)),
  );

  app.get(
    '/open-work',
    {
      schema: {
        tags: ['cases'],
        summary: 'Tasks of people that the officer may hand over, by person',
        response: { 200: OpenWork },
      },
    },
    (request, reply) => read(request, reply, listOpenWork),
  );

  app.post<{ Body: Static<typeof HandOver> }>(
    '/open-work/hand-over',
    {
      schema: {
        tags: ['acts'],
        summary: 'Hand open tasks of one person over to another; clocks run on',
        body: HandOver,
        response: { 200: HandedOver },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => handOverWork(ctx, request.body)),
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/cases/:id',
    { schema: { tags: ['cases'], summary: 'The case page', params: Params, response: { 200: CaseView } } },
    (request, reply) => read(request, reply, (ctx) => getCase(ctx, request.params.id)),
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/cases/:id/redaction',
    {
      schema: {
        tags: ['cases'],
        summary: 'The texts of a case with what is to be masked before they become public',
        params: Params,
        response: { 200: RedactionView },
      },
    },
    (request, reply) => read(request, reply, (ctx) => getRedaction(ctx, request.params.id)),
  );

  app.get<{ Params: Static<typeof Params> }>(
    '/cases/:id/assignees',
    {
      schema: {
        tags: ['cases'],
        summary: 'Whom an assignment may name',
        params: Params,
        response: { 200: Type.Array(Assignee) },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listCaseAssignees(ctx, request.params.id)),
  );

  app.post<{ Params: Static<typeof Params>; Body: Static<typeof DossierInput> }>(
    '/cases/:id/dossier',
    {
      schema: {
        tags: ['cases'],
        summary: 'The whole case with its proof, to be checked without us',
        params: Params,
        body: DossierInput,
        response: { 200: SignedDossier },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return handle(request, reply, (ctx) => exportDossier(ctx, request.params.id, request.body.purpose));
    },
  );

  app.get<{ Params: Static<typeof Params>; Querystring: Static<typeof NameQuery> }>(
    '/cases/:id/people',
    {
      schema: {
        tags: ['cases'],
        summary: 'People whom the case may be about, by a part of their name',
        params: Params,
        querystring: NameQuery,
        response: { 200: Type.Array(Colleague) },
      },
    },
    (request, reply) =>
      read(request, reply, (ctx) => listColleagues(ctx, request.params.id, request.query.q)),
  );

  for (const noun of ordinaryActs) {
    app.post<{ Params: Static<typeof Params>; Body: ActInput<OfficerAct> }>(
      `/cases/:id/${noun}`,
      {
        schema: {
          tags: ['acts'],
          summary: `Act: ${noun}`,
          params: Params,
          headers: Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 40 })) }),
          body: caseActs[noun],
          response: { 200: ActDone },
        },
      },
      (request, reply) =>
        handle(request, reply, (ctx) =>
          actAsOfficer(ctx, request.params.id, noun, request.body, versionOf(request.headers['if-match'])),
        ),
    );
  }

  app.post<{ Params: Static<typeof Params> }>(
    '/cases/:id/attachments',
    {
      schema: {
        tags: ['cases'],
        summary: 'Adds one file',
        params: Params,
        response: { 200: AttachmentView },
      },
    },
    async (request, reply) => {
      const file = await readSentFile(request);
      return handle(request, reply, async (ctx) => {
        if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
        const added = await addFile(ctx, request.params.id, 'attachment', file, 'report');
        return added.ok ? ok({ ...added.value }) : added;
      });
    },
  );

  app.get<{ Params: Static<typeof FileParams> }>(
    '/cases/:id/attachments/:attachmentId',
    { schema: { tags: ['cases'], summary: 'One file', params: FileParams } },
    async (request, reply) => {
      const { id, attachmentId } = request.params;
      let found: { name: string; mediaType: string; content: Buffer } | undefined;
      const answer = await handle(request, reply, async (ctx) => {
        const read = await readCaseFile(ctx, id, attachmentId);
        if (read.ok) found = read.value;
        return read.ok ? ok(null) : read;
      });
      if (found === undefined) return answer;
      // Never rendered in our origin: a hostile file cannot run there.
      return reply
        .header('content-type', found.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .send(found.content);
    },
  );
}

/** `"12"` or `W/"12"`; anything else means that the officer named no version. */
function versionOf(header: string | undefined): number | undefined {
  const digits = /^(?:W\/)?"(\d+)"$/.exec(header ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
