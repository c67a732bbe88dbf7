import { type Static, Type } from 'typebox';
import { refusal } from '../../../domain/shared/refusal.ts';
import { err } from '../../../domain/shared/result.ts';
import type { Host } from '../../context/index.ts';
import { GroupRoleInput, GroupRoles, GroupRoleView, PersonView, ProviderAccount } from '../contract.ts';
import type { SignInOptions } from '../sign-in-options.ts';
import { addGroupRole, listGroupRoles, removeGroupRole } from './group-roles.ts';
import { linkPerson, unlinkPerson } from './link-person.ts';

const InstitutionParams = Type.Object({ id: Type.String({ maxLength: 40 }) });
const IdParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
type Params = { id: string };

/** Who an account at the provider is here, and what its groups give. */
export function linkRoutes({ app, handle, read }: Host, { provider }: SignInOptions): void {
  const tags = ['people'];

  app.put<{ Params: Params; Body: Static<typeof ProviderAccount> }>(
    '/people/:id/provider',
    {
      schema: {
        tags,
        summary: 'Link a person to their account at the provider, by its subject',
        params: IdParams,
        body: ProviderAccount,
        response: { 200: PersonView },
      },
    },
    (request, reply) =>
      handle(request, reply, async (ctx) =>
        provider === null
          ? err(refusal('not-found'))
          : linkPerson(ctx, request.params.id, provider.issuer, request.body.subject),
      ),
  );

  app.delete<{ Params: Params }>(
    '/people/:id/provider',
    {
      schema: {
        tags,
        summary: 'Undo the link; roles that came from groups go with it',
        params: IdParams,
        response: { 200: PersonView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => unlinkPerson(ctx, request.params.id)),
  );

  app.get<{ Params: Params }>(
    '/institutions/:id/group-roles',
    {
      schema: {
        tags,
        summary: 'Roles that groups at the provider give',
        params: InstitutionParams,
        response: { 200: GroupRoles },
      },
    },
    (request, reply) =>
      read(request, reply, (ctx) => listGroupRoles(ctx, request.params.id, provider?.hasGroups === true)),
  );

  app.post<{ Params: Params; Body: GroupRoleInput }>(
    '/institutions/:id/group-roles',
    {
      schema: {
        tags,
        summary: 'Let a group at the provider give a role',
        params: InstitutionParams,
        body: GroupRoleInput,
        response: { 201: GroupRoleView },
      },
    },
    (request, reply) =>
      handle(request, reply, (ctx) => addGroupRole(ctx, request.params.id, request.body), 201),
  );

  app.delete<{ Params: Params }>(
    '/group-roles/:id',
    {
      schema: {
        tags,
        summary: 'A group gives a role no more',
        params: IdParams,
        response: { 200: Type.Object({}) },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => removeGroupRole(ctx, request.params.id)),
  );
}
