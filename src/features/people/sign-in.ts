import { sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { randomToken } from '../../platform/crypto/random.ts';
import { hit } from '../../platform/http/rate-limit.ts';
import type { Context } from '../context/index.ts';
import type { SessionView } from './contract.ts';
import { hashOfToken } from './find-actor.ts';
import { minutesFrom, signInLimits } from './limits.ts';
import { viewSession } from './view-session.ts';

/** A password about to be tried, already counted as a failure. */
export interface Attempt {
  readonly personId: string | null;
  readonly passwordHash: string | null;
}

/**
 * Counts the attempt before the password is looked at, so that attempts made at the same moment cannot slip
 * past the limit; commit it, then do the slow hashing outside any transaction. An address nobody has is
 * counted alike and locked alike. Refuses `locked-out`.
 */
export async function beginSignIn(ctx: Context, typed: string): Promise<Result<Attempt, Refusal>> {
  const email = typed.trim().toLowerCase();
  const known = await ctx.tx
    .selectFrom('people')
    .select('id')
    .where(sql`lower(email)`, '=', email)
    .where('active', '=', true)
    .executeTakeFirst();
  if (known !== undefined) return countAttempt(ctx, known.id);
  const { wrongPasswords, lockMinutes } = signInLimits;
  const key = `nobody:${ctx.office.keys.hash('rate', email).toString('base64url')}`;
  const { allowed } = await hit(ctx.tx, key, wrongPasswords, lockMinutes * 60, ctx.now);
  return allowed ? ok({ personId: null, passwordHash: null }) : err(lockedOut);
}

/** The same for a person who is known: a signed-in one who is about to change the password. */
export async function countAttempt(ctx: Context, personId: string): Promise<Result<Attempt, Refusal>> {
  const { wrongPasswords, lockMinutes } = signInLimits;
  const lockedUntil = minutesFrom(ctx.now, lockMinutes);
  // An earlier lock that has passed begins the count anew.
  const { rows } = await sql<{ password_hash: string | null }>`
    update people set
      failed_attempts = case when locked_until is null then failed_attempts + 1 else 1 end,
      locked_until = case
        when locked_until is null and failed_attempts + 1 >= ${wrongPasswords} then ${lockedUntil}::timestamptz end
    where id = ${personId} and active and (locked_until is null or locked_until <= ${ctx.now})
    returning password_hash`.execute(ctx.tx);
  const [person] = rows;
  if (person === undefined) return err(lockedOut);
  return ok({ personId, passwordHash: person.password_hash });
}

/**
 * Opens a session for an attempt whose password proved right, and ends the one that `replaces` stood for: a
 * token from before the sign-in is worth nothing after it. Refuses `wrong-credentials`.
 */
export async function completeSignIn(
  ctx: Context,
  attempt: Attempt,
  proved: boolean,
  from: { readonly userAgent: string; readonly replaces: string | null },
): Promise<Result<{ readonly token: string; readonly view: SessionView }, Refusal>> {
  const { personId } = attempt;
  if (!proved || personId === null) return err(refusal('wrong-credentials'));
  await ctx.tx
    .updateTable('people')
    .set({ failed_attempts: 0, locked_until: null })
    .where('id', '=', personId)
    .execute();
  await dropSessions(ctx, personId, from.replaces);
  const token = randomToken();
  await ctx.tx
    .insertInto('sessions')
    .values({
      token_hash: hashOfToken(ctx.office.keys, token),
      person_id: personId,
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: minutesFrom(ctx.now, signInLimits.sessionHours * 60),
      user_agent: from.userAgent.slice(0, 200),
    })
    .execute();
  const view = await viewSession(ctx, token);
  return view === undefined ? err(refusal('wrong-credentials')) : ok({ token, view });
}

/** The person's ended sessions go with the next sign-in: none is kept longer than it can be of use. */
async function dropSessions(ctx: Context, personId: string, replaced: string | null): Promise<void> {
  const replacedHash = replaced === null ? null : hashOfToken(ctx.office.keys, replaced);
  await ctx.tx
    .deleteFrom('sessions')
    .where('person_id', '=', personId)
    .where((eb) =>
      eb.or([
        eb('expires_at', '<=', ctx.now),
        eb('last_seen_at', '<=', minutesFrom(ctx.now, -signInLimits.idleMinutes)),
        ...(replacedHash === null ? [] : [eb('token_hash', '=', replacedHash)]),
      ]),
    )
    .execute();
}

// The same for everybody and at every moment, or it would tell which addresses have an account.
const lockedOut = refusal('locked-out', {
  minutes: signInLimits.lockMinutes,
  retryAfter: signInLimits.lockMinutes * 60,
});
