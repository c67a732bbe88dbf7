import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import {
  DiscardInput,
  GiveUpInput,
  IncomingList,
  IncomingQuery,
  InstitutionQuery,
  OpenedMessage,
  OutgoingList,
  OutgoingQuery,
  ReadingInput,
  SenderInput,
  TrafficDone,
  TrafficSummary,
} from './contract.ts';
import { allowSender, discard, letIn } from './decide.ts';
import { listIncoming } from './list-incoming.ts';
import { listOutgoing } from './list-outgoing.ts';
import { readSetAside, type WordsOfWhole } from './open-message.ts';
import { giveUp, sendAgain } from './send-again.ts';
import { summariseTraffic } from './summarise.ts';

const tags = ['traffic'];
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
type Params = Static<typeof Params>;
const response = { 200: TrafficDone };

/** `/traffic`: what came in by channels of messages and was set aside, and all that goes out. */
export function trafficRoutes({ app, handle, read }: Host, wordsOfWhole: WordsOfWhole): void {
  app.get<{ Querystring: Static<typeof InstitutionQuery> }>(
    '/traffic',
    {
      schema: {
        tags,
        summary: 'Counts of the last days, lines, what waits',
        querystring: InstitutionQuery,
        response: { 200: TrafficSummary },
      },
    },
    (request, reply) => read(request, reply, (ctx) => summariseTraffic(ctx, request.query.institution)),
  );
  app.get<{ Querystring: IncomingQuery }>(
    '/traffic/in',
    {
      schema: {
        tags,
        summary: 'What came in; without a state what was set aside',
        querystring: IncomingQuery,
        response: { 200: IncomingList },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listIncoming(ctx, request.query)),
  );
  app.get<{ Querystring: OutgoingQuery }>(
    '/traffic/out',
    {
      schema: {
        tags,
        summary: 'Answers and notices, and what became of them',
        querystring: OutgoingQuery,
        response: { 200: OutgoingList },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listOutgoing(ctx, request.query)),
  );
  app.get<{ Params: Params }>(
    '/traffic/in/:id',
    {
      schema: {
        tags,
        summary: 'Opens one that was set aside; the ledger says who did',
        params: Params,
        response: { 200: OpenedMessage },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => readSetAside(ctx, request.params.id, wordsOfWhole)),
  );
  app.post<{ Params: Params; Body: Static<typeof ReadingInput> }>(
    '/traffic/in/:id/reading',
    { schema: { tags, summary: 'Has it read after all', params: Params, body: ReadingInput, response } },
    (request, reply) => handle(request, reply, (ctx) => letIn(ctx, request.params.id, request.body)),
  );
  app.post<{ Params: Params; Body: Static<typeof DiscardInput> }>(
    '/traffic/in/:id/discard',
    { schema: { tags, summary: 'Lays it aside for good', params: Params, body: DiscardInput, response } },
    (request, reply) => handle(request, reply, (ctx) => discard(ctx, request.params.id, request.body)),
  );
  app.post<{ Params: Params; Body: Static<typeof SenderInput> }>(
    '/traffic/in/:id/sender',
    {
      schema: {
        tags,
        summary: 'Lets its sender write, or no more',
        params: Params,
        body: SenderInput,
        response,
      },
    },
    (request, reply) => handle(request, reply, (ctx) => allowSender(ctx, request.params.id, request.body)),
  );
  app.post<{ Params: Params }>(
    '/traffic/out/:id/retry',
    { schema: { tags, summary: 'Sends it again', params: Params, response } },
    (request, reply) => handle(request, reply, (ctx) => sendAgain(ctx, request.params.id)),
  );
  app.post<{ Params: Params; Body: Static<typeof GiveUpInput> }>(
    '/traffic/out/:id/giving-up',
    { schema: { tags, summary: 'Gives it up', params: Params, body: GiveUpInput, response } },
    (request, reply) => handle(request, reply, (ctx) => giveUp(ctx, request.params.id, request.body)),
  );
}
