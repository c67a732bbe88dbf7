import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context, Reading } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { SignInStep } from './contract.ts';
import { findFactors, stepFor } from './factors.ts';
import { csrfTokenOf, hashOfToken } from './find-actor.ts';
import { type OpenedSession, type Origin, openSession } from './open-session.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { countAttempt, refusedEntry } from './sign-in.ts';
import { takeTotpCode } from './totp-store.ts';

export interface HalfSession {
  readonly personId: string;
  readonly email: string;
  readonly byProvider: boolean;
}

/**
 * The second step of signing in: a code of the app, or a recovery code. Each try counts as a wrong password does,
 * before it is looked at. Refuses `sign-in-anew` where the first step is too long ago, `locked-out`, `wrong-code`.
 */
export async function completeSecondStep(
  ctx: Context,
  code: string,
  from: Origin,
): Promise<Result<OpenedSession, Refusal>> {
  const half = await findHalfSession(ctx, from.replaces, 'second-factor');
  if (half === undefined) return err(refusal('sign-in-anew'));
  const counted = await countAttempt(ctx, half.personId);
  if (!counted.ok) return counted;
  if (!(await takeCode(ctx, half.personId, code))) {
    await record(ctx, {
      ...refusedEntry('session.refused', half.personId),
      details: { step: 'second-factor' },
    });
    return err(refusal('wrong-code'));
  }
  return ok(await openSession(ctx, half.personId, { ...from, byProvider: half.byProvider }));
}

/** Whether the code is right, and of use no second time. Both kinds are always looked for. */
export async function takeCode(ctx: Context, personId: string, code: string): Promise<boolean> {
  const ofApp = await takeTotpCode(ctx, personId, code);
  const recovery = await spendRecoveryCode(ctx, personId, code);
  return ofApp || recovery;
}

/**
 * What is left of a sign-in that another page began: the provider's answer leads here by an address, without the token
 * that the second step carries. Refuses `sign-in-anew`.
 */
export async function findStep(ctx: Reading, token: string | null): Promise<Result<SignInStep, Refusal>> {
  const half =
    token === null
      ? undefined
      : await ctx.tx
          .selectFrom('sessions')
          .select(['awaits', 'expires_at', 'person_id'])
          .where('token_hash', '=', hashOfToken(ctx.office.keys, token))
          .where('awaits', 'is not', null)
          .where('expires_at', '>', ctx.now)
          .executeTakeFirst();
  if (half === undefined || half.awaits === null || token === null) return err(refusal('sign-in-anew'));
  const csrfToken = csrfTokenOf(ctx.office.keys, token);
  const step = stepFor(half.awaits, await findFactors(ctx, half.person_id));
  return ok({ ...step, csrfToken, expiresAt: half.expires_at });
}

/** Whose half session the token stands for, if it waits for this step and is not over. */
export async function findHalfSession(
  ctx: Context,
  token: string | null,
  awaits: 'second-factor' | 'enrolment',
): Promise<HalfSession | undefined> {
  if (token === null) return undefined;
  return ctx.tx
    .selectFrom('sessions as s')
    .innerJoin('people as p', 'p.id', 's.person_id')
    .select(['p.id as personId', 'p.email', 's.by_provider as byProvider'])
    .where('s.token_hash', '=', hashOfToken(ctx.office.keys, token))
    .where('s.awaits', '=', awaits)
    .where('s.expires_at', '>', ctx.now)
    .where('p.active', '=', true)
    .executeTakeFirst();
}
