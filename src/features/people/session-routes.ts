import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { hashPassword, verifyPassword } from '../../platform/crypto/password.ts';
import type { Host } from '../context/index.ts';
import { OwnSession, SessionView, SignIn } from './contract.ts';
import { signInLimits } from './limits.ts';
import {
  beginPasswordChange,
  completePasswordChange,
  getOwnSession,
  listOwnSessions,
  signOut,
  signOutEverywhere,
} from './own-sessions.ts';
import { beginSignIn, completeSignIn } from './sign-in.ts';

const cookieName = 'tuntas_session';

const NewPassword = Type.Object({
  current: Type.String({ maxLength: 512 }),
  next: Type.String({ maxLength: 512 }),
});
const Ended = Type.Object({ ended: Type.Integer() });

export interface CookieOptions {
  /** True wherever the site is reached by https. */
  readonly secureCookies: boolean;
}

/**
 * Signing in and out. A password is tried in two transactions with the hashing between them: the attempt is
 * counted and committed first, and no connection waits for the slow part.
 */
export function sessionRoutes({ app, handle, read }: Host, { secureCookies }: CookieOptions): void {
  const tags = ['session'];

  app.post<{ Body: Static<typeof SignIn> }>(
    '/session',
    {
      config: { limited: 'sign-in' },
      schema: { tags, summary: 'Sign in', body: SignIn, response: { 200: SessionView } },
    },
    async (request, reply) => {
      const { email, password } = request.body;
      const attempt = await handle(request, reply, (ctx) => beginSignIn(ctx, email));
      if (attempt === undefined) return reply;
      const proved = await verifyPassword(attempt.passwordHash, password);
      const from = { userAgent: request.headers['user-agent'] ?? '', replaces: tokenOf(request) };
      const opened = await handle(request, reply, (ctx) => completeSignIn(ctx, attempt, proved, from));
      if (opened === undefined) return reply;
      reply.setCookie(cookieName, opened.token, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: secureCookies,
        maxAge: signInLimits.sessionHours * 3600,
      });
      return opened.view;
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
    { schema: { tags, summary: 'Sign out', response: { 200: Ended } } },
    (request, reply) => {
      forgetCookie(reply);
      return handle(request, reply, (ctx) => signOut(ctx, tokenOf(request)));
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

/** The token of the cookie, or of `Authorization: Bearer` for machines. */
function tokenOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieName] ?? null;
}

function forgetCookie(reply: FastifyReply): void {
  reply.clearCookie(cookieName, { path: '/' });
}
