import { type Static, Type } from 'typebox';
import { hashPassword, verifyPassword } from '../../platform/crypto/password.ts';
import type { Host } from '../context/index.ts';
import { OwnSession, SessionView, SignedOutView, SignIn, SignInStep } from './contract.ts';
import {
  beginPasswordChange,
  completePasswordChange,
  endOwnSession,
  getOwnSession,
  listOwnSessions,
  signOut,
  signOutEverywhere,
} from './own-sessions.ts';
import { signOutAtProvider } from './provider/provider-routes.ts';
import { forgetCookie, giveCookie, originOf, tokenOf } from './session-cookie.ts';
import { beginSignIn, completeSignIn } from './sign-in.ts';
import type { SignInOptions } from './sign-in-options.ts';

const NewPassword = Type.Object({
  current: Type.String({ maxLength: 512 }),
  next: Type.String({ maxLength: 512 }),
});
const Ended = Type.Object({ ended: Type.Integer() });

/**
 * Signing in and out. A password is tried in two transactions with the hashing between them: the attempt is
 * counted and committed first, and no connection waits for the slow part.
 */
export function sessionRoutes({ app, handle, read }: Host, options: SignInOptions): void {
  const tags = ['session'];

  app.post<{ Body: Static<typeof SignIn> }>(
    '/session',
    {
      config: { limited: 'sign-in' },
      schema: {
        tags,
        summary: 'Sign in; 202 where a second step is left',
        body: SignIn,
        response: { 200: SessionView, 202: SignInStep },
      },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const attempt = await handle(request, reply, (ctx) => beginSignIn(ctx, email));
      if (attempt === undefined) return reply;
      const proved = await verifyPassword(attempt.passwordHash, password);
      const opened = await handle(request, reply, (ctx) =>
        completeSignIn(ctx, attempt, proved, originOf(request)),
      );
      if (opened === undefined) return reply;
      giveCookie(reply, opened.token, options);
      if ('view' in opened) return opened.view;
      reply.code(202);
      return opened.step;
    },
  );

  app.get(
    '/session',
    { schema: { tags, summary: 'Who is signed in', response: { 200: SessionView } } },
    (request, reply) => {
      reply.header('cache-control', 'no-store');
      return read(request, reply, (ctx) => getOwnSession(ctx, tokenOf(request)));
    },
  );

  app.delete(
    '/session',
    { schema: { tags, summary: 'Sign out', response: { 200: SignedOutView } } },
    async (request, reply) => {
      forgetCookie(reply);
      const out = await handle(request, reply, (ctx) => signOut(ctx, tokenOf(request)));
      if (out === undefined) return reply;
      const { provider, publicUrl } = options;
      const returnTo = `${publicUrl}/konsol/`;
      const elsewhere = out.byProvider ? await signOutAtProvider(request, provider, returnTo) : null;
      return { ended: out.ended, elsewhere };
    },
  );

  app.get(
    '/session/all',
    { schema: { tags, summary: 'Own sessions', response: { 200: Type.Array(OwnSession) } } },
    (request, reply) => handle(request, reply, (ctx) => listOwnSessions(ctx, tokenOf(request))),
  );

  app.delete(
    '/session/all',
    { schema: { tags, summary: 'Sign out everywhere', response: { 200: Ended } } },
    async (request, reply) => {
      const ended = await handle(request, reply, signOutEverywhere);
      if (ended !== undefined) forgetCookie(reply);
      return ended;
    },
  );

  app.delete<{ Params: { id: string } }>(
    '/session/all/:id',
    {
      schema: {
        tags,
        summary: 'End one of the own sessions',
        params: Type.Object({ id: Type.String({ maxLength: 40 }) }),
        response: { 200: Ended },
      },
    },
    (request, reply) => handle(request, reply, (ctx) => endOwnSession(ctx, request.params.id)),
  );

  app.post<{ Body: Static<typeof NewPassword> }>(
    '/session/password',
    { schema: { tags, summary: 'Change the own password', body: NewPassword, response: { 200: Ended } } },
    async (request, reply) => {
      const { current, next } = request.body;
      const attempt = await handle(request, reply, (ctx) => beginPasswordChange(ctx, next));
      if (attempt === undefined) return reply;
      const proved = await verifyPassword(attempt.passwordHash, current);
      const hash = await hashPassword(next);
      return handle(request, reply, (ctx) =>
        completePasswordChange(ctx, proved, { hash, keep: tokenOf(request) }),
      );
    },
  );
}
