import { type Static, Type } from 'typebox';
import { hashPassword } from '../../../platform/crypto/password.ts';
import type { Host } from '../../context/index.ts';
import {
  InvitationPassword,
  InvitationToken,
  InvitationView,
  PersonInput,
  PersonInvited,
  PersonView,
  SessionView,
  SignInStep,
} from '../contract.ts';
import { giveCookie, originOf } from '../session-cookie.ts';
import type { SignInOptions } from '../sign-in-options.ts';
import { acceptByPassword, checkFirstPassword } from './accept-invitation.ts';
import { viewInvitation } from './invitation.ts';
import { inviteAgain, invitePerson, withdrawInvitation } from './invite.ts';

const InstitutionParams = Type.Object({ id: Type.String({ maxLength: 40 }) });
const PersonParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
type Params = { id: string };

/** Inviting, and what the invited do with the link. Its secret comes in bodies alone, never in an address. */
export function invitationRoutes({ app, handle, read }: Host, options: SignInOptions): void {
  const tags = ['people'];
  const entrance = { limited: 'sign-in', entrance: true } as const;

  app.post<{ Params: Params; Body: PersonInput }>(
    '/institutions/:id/invitations',
    {
      schema: {
        tags,
        summary: 'Add a person without a password and invite them by e-mail',
        params: InstitutionParams,
        body: PersonInput,
        response: { 201: PersonInvited },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return handle(
        request,
        reply,
        (ctx) => invitePerson(ctx, request.params.id, request.body, options),
        201,
      );
    },
  );

  app.post<{ Params: Params }>(
    '/people/:id/invitation',
    {
      schema: {
        tags,
        summary: 'Invite a person anew; an earlier link is void',
        params: PersonParams,
        response: { 201: PersonInvited },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return handle(request, reply, (ctx) => inviteAgain(ctx, request.params.id, options), 201);
    },
  );

  app.delete<{ Params: Params }>(
    '/people/:id/invitation',
    {
      schema: {
        tags,
        summary: 'Withdraw an invitation',
        params: PersonParams,
        response: { 200: PersonView },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => withdrawInvitation(ctx, request.params.id)),
  );

  app.post<{ Body: Static<typeof InvitationToken> }>(
    '/invitation',
    {
      config: entrance,
      schema: {
        tags,
        summary: 'Whom an invitation is for',
        body: InvitationToken,
        response: { 200: InvitationView },
      },
    },
    (request, reply) => read(request, reply, (ctx) => viewInvitation(ctx, request.body.token)),
  );

  app.post<{ Body: Static<typeof InvitationPassword> }>(
    '/invitation/password',
    {
      config: entrance,
      schema: {
        tags,
        summary: 'Accept an invitation with a first password; 202 where a second step is left',
        body: InvitationPassword,
        response: { 200: SessionView, 202: SignInStep },
      },
    },
    async (request, reply) => {
      const { token, password } = request.body;
      const checked = await handle(request, reply, (ctx) => checkFirstPassword(ctx, token, password));
      if (checked === undefined) return reply;
      const hash = await hashPassword(password);
      const opened = await handle(request, reply, (ctx) =>
        acceptByPassword(ctx, token, hash, originOf(request)),
      );
      if (opened === undefined) return reply;
      giveCookie(reply, opened.token, options);
      if ('view' in opened) return opened.view;
      reply.code(202);
      return opened.step;
    },
  );
}
