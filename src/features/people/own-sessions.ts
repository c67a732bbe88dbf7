import type { Static } from 'typebox';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context, Reading } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { atFault } from '../organizations/index.ts';
import type { OwnSession, SessionView } from './contract.ts';
import { hashOfToken } from './find-actor.ts';
import { minutesFrom, signInLimits } from './limits.ts';
import { passwordFault } from './password-rules.ts';
import { type Attempt, countAttempt } from './sign-in.ts';
import { viewSession } from './view-session.ts';

/** `GET /session`. Refuses `not-signed-in`. */
export async function getOwnSession(
  ctx: Reading,
  token: string | null,
): Promise<Result<SessionView, Refusal>> {
  const signedIn = ctx.actor.kind === 'person' && token !== null;
  const view = signedIn ? await viewSession(ctx, token) : undefined;
  return view === undefined ? err(refusal('not-signed-in')) : ok(view);
}

/** The person's living sessions, the latest used first. Refuses `not-signed-in`. */
export async function listOwnSessions(
  ctx: Context,
  token: string | null,
): Promise<Result<Static<typeof OwnSession>[], Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const rows = await ctx.tx
    .selectFrom('sessions')
    .select(['token_hash', 'created_at', 'last_seen_at', 'user_agent'])
    .where('person_id', '=', ctx.actor.id)
    .where('awaits', 'is', null)
    .where('expires_at', '>', ctx.now)
    .where('last_seen_at', '>', minutesFrom(ctx.now, -signInLimits.idleMinutes))
    .orderBy('last_seen_at', 'desc')
    .execute();
  const own = token === null ? null : hashOfToken(ctx.office.keys, token);
  return ok(
    rows.map((row) => ({
      id: idOfSession(ctx, row.token_hash),
      current: own?.equals(row.token_hash) === true,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      userAgent: row.user_agent,
    })),
  );
}

/** Ends this session. Never refused: whoever has no session is signed out already. */
export async function signOut(
  ctx: Context,
  token: string | null,
): Promise<Result<SignedOut & { readonly byProvider: boolean }, Refusal>> {
  if (token === null) return ok({ ended: 0, byProvider: false });
  const ended = await ctx.tx
    .deleteFrom('sessions')
    .where('token_hash', '=', hashOfToken(ctx.office.keys, token))
    .returning(['person_id', 'by_provider'])
    .executeTakeFirst();
  if (ended === undefined) return ok({ ended: 0, byProvider: false });
  const { person_id: ofPerson, by_provider: byProvider } = ended;
  await record(ctx, { kind: 'session.ended', institution: { ofPerson }, actor: `person:${ofPerson}` });
  return ok({ ended: 1, byProvider });
}

/** Ends one of the person's own sessions, by the id that the list gives. Refuses `not-signed-in`, `not-found`. */
export async function endOwnSession(ctx: Context, id: string): Promise<Result<SignedOut, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const rows = await ctx.tx
    .selectFrom('sessions')
    .select('token_hash')
    .where('person_id', '=', ctx.actor.id)
    .execute();
  const found = rows.find((row) => idOfSession(ctx, row.token_hash) === id);
  if (found === undefined) return err(refusal('not-found'));
  await ctx.tx.deleteFrom('sessions').where('token_hash', '=', found.token_hash).execute();
  return ok({ ended: 1 });
}

/** Names a session to its owner without saying anything of its token. */
function idOfSession({ office }: Reading, tokenHash: Buffer): string {
  return office.keys.hash('session-id', tokenHash).toString('base64url').slice(0, 22);
}

/** Ends every session of the person, this one too. Refuses `not-signed-in`. */
export async function signOutEverywhere(ctx: Context): Promise<Result<SignedOut, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const ended = await endSessions(ctx, ctx.actor.id);
  await record(ctx, { kind: 'session.ended', institution: { ofPerson: ctx.actor.id }, details: { ended } });
  return ok({ ended });
}

export interface SignedOut {
  readonly ended: number;
}

/**
 * Counts the attempt at the current password (`verifyPassword` comes next, outside any transaction). A new
 * password that may not be chosen is refused first and counts for nothing. Refuses `not-signed-in`,
 * `locked-out`, `invalid-input` (next `password-too-short`, `password-is-email`, `password-too-common`).
 */
export async function beginPasswordChange(ctx: Context, next: string): Promise<Result<Attempt, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const { email } = await ctx.tx
    .selectFrom('people')
    .select('email')
    .where('id', '=', ctx.actor.id)
    .executeTakeFirstOrThrow();
  const fault = passwordFault(next, email);
  return fault === null ? countAttempt(ctx, ctx.actor.id) : err(atFault({ next: fault }));
}

/**
 * Sets the new password and ends the person's other sessions: whoever else held the old one is out. Refuses
 * `not-signed-in`, `wrong-credentials` where the current password was not `proved`.
 */
export async function completePasswordChange(
  ctx: Context,
  proved: boolean,
  next: { readonly hash: string; readonly keep: string | null },
): Promise<Result<SignedOut, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const institution = { ofPerson: ctx.actor.id };
  await record(ctx, { kind: proved ? 'password.changed' : 'proof.refused', institution });
  if (!proved) return err(refusal('wrong-credentials'));
  await ctx.tx
    .updateTable('people')
    .set({ password_hash: next.hash, failed_attempts: 0, locked_until: null })
    .where('id', '=', ctx.actor.id)
    .execute();
  return ok({ ended: await endSessions(ctx, ctx.actor.id, next.keep) });
}

/** All sessions of a person but the one of the token `keep`; returns how many there were. */
export async function endSessions(
  ctx: Context,
  personId: string,
  keep: string | null = null,
): Promise<number> {
  let query = ctx.tx.deleteFrom('sessions').where('person_id', '=', personId);
  if (keep !== null) query = query.where('token_hash', '<>', hashOfToken(ctx.office.keys, keep));
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
