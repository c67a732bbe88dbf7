import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Reading } from '../../context/index.ts';
import { minutesFrom } from '../limits.ts';
import type { CookieOptions } from '../session-cookie.ts';

/**
 * A sign-in at the provider that is under way. The browser that began it keeps it, sealed by the installation's keys:
 * nobody else can come back with it, and nothing has to be swept here.
 */
const Attempt = Type.Object({
  purpose: Type.Enum(['sign-in', 'proof', 'invitation']),
  /** In a window of its own, above a page that must not be left. */
  inWindow: Type.Boolean(),
  state: Type.String(),
  nonce: Type.String(),
  verifier: Type.String(),
  /** `proof`: the session to become fresh, by its hash; our own cookie does not come with the provider's answer. */
  session: Type.Union([Type.Null(), Type.String()]),
  /** The invitation by which the account is to be linked, as its link said it. */
  invitation: Type.Union([Type.Null(), Type.String()]),
  expiresAt: Type.String(),
});
export type Attempt = Static<typeof Attempt>;

/** How long somebody may be at the provider: to change an expired password there, to fetch a telephone. */
const attemptMinutes = 15;

const cookieName = 'tuntas_provider';
const path = '/api/v1/session/provider';
const about = 'provider-attempt';

/** `lax`, or it would not come back with an answer that another site sends here. */
export function giveAttempt(reply: FastifyReply, sealed: string, { secureCookies }: CookieOptions): void {
  reply.setCookie(cookieName, sealed, {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: secureCookies,
    maxAge: attemptMinutes * 60,
  });
}

export function takeAttempt(request: FastifyRequest, reply: FastifyReply): string | undefined {
  reply.clearCookie(cookieName, { path });
  return request.cookies[cookieName];
}

export function sealAttempt(ctx: Reading, attempt: Omit<Attempt, 'expiresAt'>): string {
  const content = { ...attempt, expiresAt: minutesFrom(ctx.now, attemptMinutes) };
  const { wrappedKey, sealed } = ctx.office.keys.seal(JSON.stringify(content), about);
  return `${wrappedKey.toString('base64url')}.${sealed.toString('base64url')}`;
}

/** Null where it is not ours, was tampered with, or is over. */
export function openAttempt(ctx: Reading, cookie: string | undefined): Attempt | null {
  const [wrappedKey = '', sealed = ''] = (cookie ?? '')
    .split('.')
    .map((part) => Buffer.from(part, 'base64url'));
  if (wrappedKey === '' || sealed === '') return null;
  try {
    const content: unknown = JSON.parse(ctx.office.keys.open({ wrappedKey, sealed }, about).toString());
    return Value.Check(Attempt, content) && content.expiresAt > ctx.now ? content : null;
  } catch {
    return null;
  }
}
