import { type Static, Type } from 'typebox';
import type { Host } from '../context/index.ts';
import { setContact } from './contacts.ts';
import { ContactInput, ContactView, DataRequestItem, ProcessingRegister } from './contract.ts';
import { getRegister } from './get-register.ts';
import { listRequests } from './list-requests.ts';

const tags = ['privacy'];
const OfInstitution = Type.Object({ institution: Type.String({ maxLength: 40 }) });

/** `/privacy`: data protection at work (UU 27/2022). */
export function privacyRoutes({ app, handle, read }: Host): void {
  app.get<{ Querystring: Static<typeof OfInstitution> }>(
    '/privacy/register',
    {
      schema: {
        tags,
        summary: 'The processing register of an institution',
        querystring: OfInstitution,
        response: { 200: ProcessingRegister },
      },
    },
    (request, reply) => read(request, reply, (ctx) => getRegister(ctx, request.query.institution)),
  );

  app.get<{ Querystring: Static<typeof OfInstitution> }>(
    '/privacy/requests',
    {
      schema: {
        tags,
        summary: 'What reporters asked about their own data',
        querystring: OfInstitution,
        response: { 200: Type.Array(DataRequestItem) },
      },
    },
    (request, reply) => read(request, reply, (ctx) => listRequests(ctx, request.query.institution)),
  );

  app.put<{ Querystring: Static<typeof OfInstitution>; Body: ContactInput }>(
    '/privacy/contact',
    {
      schema: {
        tags,
        summary: 'Names whom people ask about their data',
        querystring: OfInstitution,
        body: ContactInput,
        response: { 200: ContactView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => setContact(ctx, request.query.institution, request.body)),
  );
}
