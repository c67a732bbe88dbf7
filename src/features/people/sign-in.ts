import { sql } from 'kysely';
import type { EntryKind } from '../../domain/ledger/entry.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { hit } from '../../platform/http/rate-limit.ts';
import type { Context } from '../context/index.ts';
import { type NewEntry, record } from '../ledger/index.ts';
import type { FactorsView, SignInStep } from './contract.ts';
import { findFactors, hasFactor, stepFor } from './factors.ts';
import { csrfTokenOf } from './find-actor.ts';
import { minutesFrom, signInLimits } from './limits.ts';
import { type OpenedSession, type Origin, openHalfSession, openSession } from './open-session.ts';

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
  return allowed ? ok({ personId: null, passwordHash: null }) : recordLock(ctx, null);
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
  if (person === undefined) return recordLock(ctx, personId);
  return ok({ personId, passwordHash: person.password_hash });
}

async function recordLock(ctx: Context, personId: string | null): Promise<Result<never, Refusal>> {
  await record(ctx, refusedEntry('session.locked', personId));
  return err(lockedOut);
}

/** Nobody is signed in yet; of an address that nobody has, the ledger does not say which. */
export function refusedEntry(kind: EntryKind, personId: string | null): NewEntry {
  const subject = personId === null ? {} : { subject: `person:${personId}` };
  return {
    kind,
    institution: personId === null ? null : { ofPerson: personId },
    actor: 'nobody',
    ...subject,
  };
}

/** What a right password leads to: the session, or the second step where there is one. */
export type SignedIn = OpenedSession | HalfSignedIn;

export interface HalfSignedIn {
  readonly token: string;
  readonly step: SignInStep;
}

/**
 * Opens a session for an attempt whose password proved right, and ends the one that `replaces` stood for: a
 * token from before the sign-in is worth nothing after it. Whoever has a second factor gets half a session, and so
 * does whoever needs one by a role and has none: it is good for that step alone. Refuses `wrong-credentials`.
 */
export async function completeSignIn(
  ctx: Context,
  attempt: Attempt,
  proved: boolean,
  from: Origin,
): Promise<Result<SignedIn, Refusal>> {
  const { personId } = attempt;
  if (!proved || personId === null) {
    await record(ctx, refusedEntry('session.refused', personId));
    return err(refusal('wrong-credentials'));
  }
  const factors = await findFactors(ctx, personId);
  if (!hasFactor(factors) && !factors.required) return ok(await openSession(ctx, personId, from));
  await takeBackAttempt(ctx, personId);
  return ok(await goToSecondStep(ctx, personId, from, factors));
}

/** Half a session after the first step: on to the code, or to setting up what the person's role requires. */
export async function goToSecondStep(
  ctx: Context,
  personId: string,
  from: Origin,
  factors: FactorsView,
): Promise<HalfSignedIn> {
  const next = hasFactor(factors) ? 'second-factor' : 'enrolment';
  const token = await openHalfSession(ctx, personId, from, next);
  const csrfToken = csrfTokenOf(ctx.office.keys, token);
  return {
    token,
    step: { ...stepFor(next, factors), csrfToken, expiresAt: minutesFrom(ctx.now, signInLimits.stepMinutes) },
  };
}

/**
 * The right password is no failure; but the failures before it stay until the second step is done, or whoever knows
 * the password could guess codes for ever, by giving it again after every four.
 */
async function takeBackAttempt(ctx: Context, personId: string): Promise<void> {
  await sql`
    update people set failed_attempts = greatest(failed_attempts - 1, 0), locked_until = null
    where id = ${personId}`.execute(ctx.tx);
}

// The same for everybody and at every moment, or it would tell which addresses have an account.
const lockedOut = refusal('locked-out', {
  minutes: signInLimits.lockMinutes,
  retryAfter: signInLimits.lockMinutes * 60,
});
