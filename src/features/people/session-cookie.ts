import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName } from '../../platform/http/cookie-name.ts';
import { signInLimits } from './limits.ts';
import type { Origin } from './open-session.ts';

const word = 'tuntas_session';

export interface CookieOptions {
  /** True wherever the site is reached by https. */
  readonly secureCookies: boolean;
}

/** The token of the cookie, or of `Authorization: Bearer` for machines. */
export function tokenOf(request: FastifyRequest): string | null {
  return bearerOf(request) ?? request.cookies[cookieName(request, word)] ?? null;
}

/** The token that a machine brings in a header; no page of another site can make a browser send one. */
export function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

export function originOf(request: FastifyRequest): Origin {
  return { userAgent: request.headers['user-agent'] ?? '', replaces: tokenOf(request) };
}

/** No script can read it and no other site can send it. A half session ends on the server long before its cookie. */
export function giveCookie(reply: FastifyReply, token: string, { secureCookies }: CookieOptions): void {
  reply.setCookie(cookieName(reply.request, word), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: secureCookies,
    maxAge: signInLimits.sessionHours * 3600,
  });
}

export function forgetCookie(reply: FastifyReply): void {
  const { request } = reply;
  reply.clearCookie(cookieName(request, word), { path: '/', secure: request.secureCookies });
}
