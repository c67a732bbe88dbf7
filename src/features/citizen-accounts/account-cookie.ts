import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName } from '../../platform/http/cookie-name.ts';
import { accountLimits } from './limits.ts';

/** `session`: who is signed in. `code`: the browser that asked for a code, until it is typed. */
const words = { session: 'tuntas_account', code: 'tuntas_account_code' } as const;

export function accountTokenOf(request: FastifyRequest): string | null {
  return request.cookies[cookieName(request, words.session)] ?? null;
}

export function codeTokenOf(request: FastifyRequest): string | null {
  return request.cookies[cookieName(request, words.code)] ?? null;
}

/**
 * No script reads it. `lax`, so that whoever comes from a mail finds themselves signed in; no other site can make a
 * change with it, since a browser then sends no cookie along and says that it comes from elsewhere (`foreign-page.ts`).
 */
export function giveAccountCookie(reply: FastifyReply, kind: keyof typeof words, token: string): void {
  const { request } = reply;
  const seconds = kind === 'session' ? accountLimits.sessionDays * 24 * 3600 : accountLimits.codeMinutes * 60;
  reply.setCookie(cookieName(request, words[kind]), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.secureCookies,
    maxAge: seconds,
  });
}

export function forgetAccountCookie(reply: FastifyReply, kind: keyof typeof words): void {
  const { request } = reply;
  reply.clearCookie(cookieName(request, words[kind]), { path: '/', secure: request.secureCookies });
}
