import { type Static, Type } from 'typebox';
import { ok } from '../../domain/shared/result.ts';
import { words } from '../../platform/http/schema.ts';
import type { Host } from '../context/index.ts';
import { applyRevision } from './apply-revision.ts';
import {
  HandingOver,
  PreviewQuery,
  PreviewView,
  ReadingInput,
  ReadingView,
  Return,
  RevisionChange,
  RevisionInput,
  RevisionVersion,
  RevisionView,
  revisionStates,
  YearView,
} from './contract.ts';
import { changeRevision, discardRevision, draftRevision } from './draft-revision.ts';
import { handOverRevision, returnRevision } from './hand-over-revision.ts';
import { getRevision, listRevisions } from './list-revisions.ts';
import { previewRevision } from './preview-revision.ts';
import { readUpload } from './read-upload.ts';
import { viewYear } from './view-year.ts';

const tags = ['calendars'];
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const YearParams = Type.Object({ year: Type.Integer({ minimum: 1990, maximum: 2999 }) });
const ListQuery = Type.Object({ state: words(revisionStates) });
type OfOne = { Params: { id: string } };

/** `/calendars`: the year is public; revisions are for those who keep the calendar. */
export function calendarsRoutes(host: Host): void {
  readingRoutes(host);
  writingRoutes(host);
  passingRoutes(host);
}

function readingRoutes({ app, read }: Host): void {
  app.get<{ Params: Static<typeof YearParams> }>(
    '/calendars/years/:year',
    {
      schema: {
        tags,
        summary: 'The days of a year on which offices are shut, each with its decree',
        params: YearParams,
        response: { 200: YearView },
      },
    },
    (request, reply) => read(request, reply, async (ctx) => ok(await viewYear(ctx, request.params.year))),
  );
  app.get<{ Querystring: Static<typeof ListQuery> }>(
    '/calendars/revisions',
    {
      schema: {
        tags,
        summary: 'Revisions that wait, were applied or laid aside',
        querystring: ListQuery,
        response: { 200: Type.Array(RevisionView) },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listRevisions(ctx, request.query.state)),
  );
  app.get<OfOne>(
    '/calendars/revisions/:id',
    { schema: { tags, summary: 'One revision', params: Params, response: { 200: RevisionView } } },
    (request, reply) => read(request, reply, (ctx) => getRevision(ctx, request.params.id)),
  );
  app.get<OfOne & { Querystring: PreviewQuery }>(
    '/calendars/revisions/:id/preview',
    {
      schema: {
        tags,
        summary: 'Every open deadline that applying a draft would move',
        params: Params,
        querystring: PreviewQuery,
        response: { 200: PreviewView },
      },
    },
    (request, reply) => read(request, reply, (ctx) => previewRevision(ctx, request.params.id, request.query)),
  );
}

function writingRoutes({ app, handle }: Host): void {
  app.post<{ Body: ReadingInput }>(
    '/calendars/readings',
    {
      schema: {
        tags,
        summary: 'Read a decree from CSV or iCalendar; saves nothing',
        body: ReadingInput,
        response: { 200: ReadingView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => readUpload(ctx, request.body)),
  );
  app.post<{ Body: RevisionInput }>(
    '/calendars/revisions',
    {
      schema: {
        tags,
        summary: 'Lay in a revision as a draft',
        body: RevisionInput,
        response: { 201: RevisionView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => draftRevision(ctx, request.body), 201),
  );
  app.put<OfOne & { Body: Static<typeof RevisionChange> }>(
    '/calendars/revisions/:id',
    {
      schema: {
        tags,
        summary: 'Change a draft',
        params: Params,
        body: RevisionChange,
        response: { 200: RevisionView },
      },
    },
    (request, reply) => {
      const { version, ...input } = request.body;
      return handle(request, reply, (ctx) => changeRevision(ctx, request.params.id, version, input));
    },
  );
}

function passingRoutes({ app, handle }: Host): void {
  app.post<OfOne & { Body: Static<typeof HandingOver> }>(
    '/calendars/revisions/:id/handing-over',
    {
      schema: {
        tags,
        summary: 'Give a draft to a second person',
        params: Params,
        body: HandingOver,
        response: { 200: RevisionView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => handOverRevision(ctx, request.params.id, request.body)),
  );
  app.post<OfOne & { Body: Static<typeof Return> }>(
    '/calendars/revisions/:id/return',
    {
      schema: {
        tags,
        summary: 'Send a draft back to its authors',
        params: Params,
        body: Return,
        response: { 200: RevisionView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => returnRevision(ctx, request.params.id, request.body)),
  );
  for (const [noun, summary, command] of [
    ['application', 'Put a draft in force, as another person than its authors', applyRevision],
    ['discard', 'Lay a draft aside', discardRevision],
  ] as const) {
    app.post<OfOne & { Body: Static<typeof RevisionVersion> }>(
      `/calendars/revisions/:id/${noun}`,
      { schema: { tags, summary, params: Params, body: RevisionVersion, response: { 200: RevisionView } } },
      (request, reply) =>
        handle(request, reply, (ctx) => command(ctx, request.params.id, request.body.version)),
    );
  }
}
