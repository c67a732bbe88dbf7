import { type Static, Type } from 'typebox';
import { generatePassword, hashPassword } from '../../platform/crypto/password.ts';
import type { Host } from '../context/index.ts';
import {
  addPerson,
  changePerson,
  type FirstPassword,
  resetFactors,
  resetPassword,
  unlockPerson,
} from './administer-people.ts';
import { PersonCreated, PersonInput, PersonList, PersonView, RoleView } from './contract.ts';
import { deputyRoutes } from './deputies/deputy-routes.ts';
import { factorRoutes } from './factor-routes.ts';
import { invitationRoutes } from './invitations/invitation-routes.ts';
import { listPeople } from './list-people.ts';
import { passkeyRoutes } from './passkeys/passkey-routes.ts';
import { linkRoutes } from './provider/link-routes.ts';
import { providerRoutes } from './provider/provider-routes.ts';
import { listRoles } from './roles.ts';
import { sessionRoutes } from './session-routes.ts';
import type { SignInOptions } from './sign-in-options.ts';

const InstitutionParams = Type.Object({ id: Type.String({ maxLength: 40 }) });
const PersonParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
const PeopleQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 120 })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
});
type Params = { id: string };

/** Sessions, the people of an institution, and the roles they can hold. */
export function peopleRoutes(host: Host, options: SignInOptions): void {
  sessionRoutes(host, options);
  providerRoutes(host, options);
  linkRoutes(host, options);
  passkeyRoutes(host, options);
  invitationRoutes(host, options);
  factorRoutes(host, options);
  deputyRoutes(host);
  administrationRoutes(host);
}

function administrationRoutes({ app, handle }: Host): void {
  const tags = ['people'];

  app.get(
    '/roles',
    { schema: { tags, summary: 'Roles', response: { 200: Type.Array(RoleView) } } },
    (request, reply) => handle(request, reply, listRoles),
  );

  app.get<{ Params: Params; Querystring: Static<typeof PeopleQuery> }>(
    '/institutions/:id/people',
    {
      schema: {
        tags,
        summary: 'People of an institution',
        params: InstitutionParams,
        querystring: PeopleQuery,
        response: { 200: PersonList },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => listPeople(ctx, request.params.id, request.query)),
  );

  app.post<{ Params: Params; Body: PersonInput }>(
    '/institutions/:id/people',
    {
      schema: {
        tags,
        summary: 'Add a person; the first password is shown once',
        params: InstitutionParams,
        body: PersonInput,
        response: { 201: PersonCreated },
      },
    },
    async (request, reply) => {
      const first = await makeFirstPassword();
      reply.header('cache-control', 'no-store');
      return handle(request, reply, (ctx) => addPerson(ctx, request.params.id, request.body, first), 201);
    },
  );

  app.put<{ Params: Params; Body: PersonInput }>(
    '/people/:id',
    {
      schema: {
        tags,
        summary: 'Change, move or deactivate a person',
        params: PersonParams,
        body: PersonInput,
        response: { 200: PersonView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => changePerson(ctx, request.params.id, request.body)),
  );

  app.post<{ Params: Params }>(
    '/people/:id/password',
    {
      schema: {
        tags,
        summary: 'Give a new first password, shown once',
        params: PersonParams,
        response: { 201: PersonCreated },
      },
    },
    async (request, reply) => {
      const first = await makeFirstPassword();
      reply.header('cache-control', 'no-store');
      return handle(request, reply, (ctx) => resetPassword(ctx, request.params.id, first), 201);
    },
  );

  app.delete<{ Params: Params }>(
    '/people/:id/second-factor',
    {
      schema: {
        tags,
        summary: 'Take away second factor and recovery codes',
        params: PersonParams,
        response: { 200: PersonView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => resetFactors(ctx, request.params.id)),
  );

  app.delete<{ Params: Params }>(
    '/people/:id/lock',
    {
      schema: {
        tags,
        summary: 'Unlock after wrong passwords',
        params: PersonParams,
        response: { 200: PersonView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => unlockPerson(ctx, request.params.id)),
  );
}

/** Made and hashed before any transaction begins. */
async function makeFirstPassword(): Promise<FirstPassword> {
  const password = generatePassword();
  return { password, hash: await hashPassword(password) };
}
