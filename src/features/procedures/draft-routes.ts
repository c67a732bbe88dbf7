import { type Static, Type } from 'typebox';
import { ok } from '../../domain/shared/result.ts';
import { readSentFile } from '../attachments/index.ts';
import type { Host } from '../context/index.ts';
import { changeDraft } from './change-draft.ts';
import {
  ComparisonView,
  DraftChange,
  DraftDrawing,
  DraftList,
  DraftListQuery,
  DraftRelease,
  DraftView,
  documentLimits,
  NewDraft,
  VersionView,
} from './contract.ts';
import { discardDraft } from './discard-draft.ts';
import { draftOf } from './draft-store.ts';
import { drawDraft } from './draw-draft.ts';
import { getDraft } from './get-draft.ts';
import { listDrafts } from './list-drafts.ts';
import { findKeptDraft } from './lock-open-draft.ts';
import { releaseDraft } from './release-draft.ts';
import { sendYaml } from './send-file.ts';
import { startDraft } from './start-draft.ts';
import { compareDraft } from './versions.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
type OfDraft = { Params: Static<typeof Params> };
const Discard = Type.Object({
  revision: Type.Integer({ minimum: 1, description: 'the one that was looked at' }),
});
const Upload = Type.Pick(NewDraft, ['procedureId', 'reason']);
const With = Type.Object({
  with: Type.Optional(
    Type.Integer({
      minimum: 1,
      description:
        'a version of the same procedure; without it the one new cases take, or where there is none the version the draft began from',
    }),
  ),
});
const Marked = Type.Object({
  marked: Type.Optional(
    Type.Boolean({
      description: 'with a mark beside each row that is not as in the version it is compared with',
    }),
  ),
});
const tags = ['procedure drafts'];
/** Room for the JSON around a document of the largest size. */
const bodyLimit = documentLimits.bytes + 64 * 1024;

/**
 * `/procedures/drafts`: for who holds `procedure.manage` for the institution; to everybody else there are none. A
 * draft is saved whole, with the revision that was looked at; the linter speaks in every answer.
 */
export function draftRoutes(host: Host): void {
  beginningRoutes(host);
  changingRoutes(host);
  endingRoutes(host);
}

function beginningRoutes({ app, handle, read }: Host): void {
  app.get<{ Querystring: DraftListQuery }>(
    '/procedures/drafts',
    {
      schema: {
        tags,
        summary: 'Drafts that one may see, last changed first',
        querystring: DraftListQuery,
        response: { 200: DraftList },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listDrafts(ctx, request.query)),
  );

  app.post<{ Body: NewDraft }>(
    '/procedures/drafts',
    {
      bodyLimit,
      schema: {
        tags,
        summary: 'Start a draft',
        description:
          'From a released version of any procedure (`basedOn`; its decree is left out), from the text of a YAML file (`yaml`), or with neither an empty table. `procedureId` may be new: once released, it can be chosen for an institution. A text is refused with `document-refused` and `problems`, each with line, column, text and remedy.',
        body: NewDraft,
        response: { 201: DraftView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => startDraft(ctx, request.body), 201),
  );

  app.post<{ Querystring: Static<typeof Upload> }>(
    '/procedures/drafts/upload',
    {
      schema: {
        tags,
        summary: 'Start a draft from a file',
        description:
          'The YAML file as `multipart/form-data`, otherwise as `yaml` of `POST /procedures/drafts`.',
        querystring: Upload,
        response: { 201: DraftView },
      },
    },
    async (request, reply) => {
      const { content } = await readSentFile(request);
      const yaml = content.toString('utf8').replace(/^\uFEFF/, '');
      return handle(request, reply, (ctx) => startDraft(ctx, { ...request.query, yaml }), 201);
    },
  );
}

function changingRoutes({ app, handle, read }: Host): void {
  app.get<OfDraft>(
    '/procedures/drafts/:id',
    { schema: { tags, summary: 'One draft', params: Params, response: { 200: DraftView } } },
    (request, reply) => read(request, reply, (ctx) => getDraft(ctx, request.params.id)),
  );

  app.put<OfDraft & { Body: DraftChange }>(
    '/procedures/drafts/:id',
    {
      bodyLimit,
      schema: {
        tags,
        summary: 'Save a draft',
        description:
          'The whole document, right or not yet. Who saves becomes one of the authors. Where somebody saved since `revision`, nothing is written: 409 `draft-changed` brings `current` (the draft as it is now) and `differences` (from what was sent to what is there).',
        params: Params,
        body: DraftChange,
        response: { 200: DraftView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => changeDraft(ctx, request.params.id, request.body)),
  );

  app.get<OfDraft>(
    '/procedures/drafts/:id.yaml',
    { schema: { tags, summary: 'One draft as a YAML file', params: Params } },
    async (request, reply) => {
      const draft = await read(request, reply, async (ctx) => {
        const found = await findKeptDraft(ctx, request.params.id);
        return found.ok ? ok(draftOf(found.value.draft, 1)) : found;
      });
      return draft === undefined ? undefined : sendYaml(reply, draft, 'rancangan');
    },
  );

  app.get<OfDraft & { Querystring: Static<typeof Marked> }>(
    '/procedures/drafts/:id/drawing',
    {
      schema: {
        tags,
        summary: 'One draft as the official form draws it',
        params: Params,
        querystring: Marked,
        response: { 200: DraftDrawing },
      },
    },
    (request, reply) =>
      read(request, reply, (ctx) => drawDraft(ctx, request.params.id, request.query.marked === true)),
  );

  app.get<OfDraft & { Querystring: Static<typeof With> }>(
    '/procedures/drafts/:id/comparison',
    {
      schema: {
        tags,
        summary: 'What a draft changes',
        params: Params,
        querystring: With,
        response: { 200: ComparisonView },
      },
    },
    (request, reply) =>
      read(request, reply, (ctx) => compareDraft(ctx, request.params.id, request.query.with)),
  );
}

function endingRoutes({ app, handle }: Host): void {
  app.delete<OfDraft & { Querystring: Static<typeof Discard> }>(
    '/procedures/drafts/:id',
    {
      schema: {
        tags,
        summary: 'Discard a draft',
        description: 'It can still be read, with who discarded it and when.',
        params: Params,
        querystring: Discard,
        response: { 200: DraftView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => discardDraft(ctx, request.params.id, request.query.revision)),
  );

  app.post<OfDraft & { Body: DraftRelease }>(
    '/procedures/drafts/:id/release',
    {
      schema: {
        tags,
        summary: 'Release a draft as the next version',
        description:
          'By somebody who wrote nothing of it (else 409 `own-draft`), with the decree that signs it, without an error of the linter (else 422 `draft-has-errors` with `findings`), and against the version it was compared with (else 409 `version-moved`). New cases take the version from the commit on; open ones stay on theirs. It can never be changed.',
        params: Params,
        body: DraftRelease,
        response: { 201: VersionView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => releaseDraft(ctx, request.params.id, request.body), 201),
  );
}
