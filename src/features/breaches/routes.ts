import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import {
  BreachChange,
  BreachInput,
  BreachListItem,
  BreachNote,
  BreachNotice,
  BreachView,
} from './contract.ts';
import { getBreach, listBreaches } from './get-breach.ts';
import { changeBreach, closeBreach, noteOnBreach, recordBreach, tellOfBreach } from './record-breach.ts';

const tags = ['privacy'];
const Query = Type.Object({ institution: Type.String({ maxLength: 40 }) });
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
type Params = Static<typeof Params>;
const response = { 200: BreachView };

/** `/privacy/breaches`: the register of failures of data protection (UU 27/2022, art. 46). */
export function breachesRoutes({ app, handle, read }: Host): void {
  app.get<{ Querystring: Static<typeof Query> }>(
    '/privacy/breaches',
    {
      schema: {
        tags,
        summary: 'Breaches of personal data',
        querystring: Query,
        response: { 200: Type.Array(BreachListItem) },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listBreaches(ctx, request.query.institution)),
  );

  app.post<{ Body: BreachInput }>(
    '/privacy/breaches',
    { schema: { tags, summary: 'Record a breach', body: BreachInput, response: { 201: BreachView } } },
    (request, reply) => handle(request, reply, (ctx) => recordBreach(ctx, request.body), 201),
  );

  app.get<{ Params: Params }>(
    '/privacy/breaches/:id',
    { schema: { tags, summary: 'One breach, with its notices and its log', params: Params, response } },
    (request, reply) => read(request, reply, (ctx) => getBreach(ctx, request.params.id)),
  );

  app.put<{ Params: Params; Body: BreachChange }>(
    '/privacy/breaches/:id',
    { schema: { tags, summary: 'Correct what is known', params: Params, body: BreachChange, response } },
    (request, reply) => handle(request, reply, (ctx) => changeBreach(ctx, request.params.id, request.body)),
  );

  app.post<{ Params: Params; Body: Static<typeof BreachNote> }>(
    '/privacy/breaches/:id/note',
    { schema: { tags, summary: 'Write down what was done', params: Params, body: BreachNote, response } },
    (request, reply) => handle(request, reply, (ctx) => noteOnBreach(ctx, request.params.id, request.body)),
  );

  app.post<{ Params: Params; Body: BreachNotice }>(
    '/privacy/breaches/:id/notice',
    {
      schema: { tags, summary: 'Note a notice that was sent', params: Params, body: BreachNotice, response },
    },
    (request, reply) => handle(request, reply, (ctx) => tellOfBreach(ctx, request.params.id, request.body)),
  );

  app.post<{ Params: Params; Body: Static<typeof BreachNote> }>(
    '/privacy/breaches/:id/closing',
    { schema: { tags, summary: 'Close a breach', params: Params, body: BreachNote, response } },
    (request, reply) => handle(request, reply, (ctx) => closeBreach(ctx, request.params.id, request.body)),
  );
}
