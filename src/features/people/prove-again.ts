import type { Static } from 'typebox';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { ProofGiven } from './contract.ts';
import { findFactors, hasFactor } from './factors.ts';
import { hashOfToken } from './find-actor.ts';
import { takeCode } from './second-step.ts';
import { type Attempt, countAttempt } from './sign-in.ts';

/** Counts the attempt of somebody signed in who proves again who they are. Refuses `not-signed-in`, `locked-out`. */
export async function beginProof(ctx: Context): Promise<Result<Attempt, Refusal>> {
  return ctx.actor.kind === 'person' ? countAttempt(ctx, ctx.actor.id) : err(refusal('not-signed-in'));
}

/**
 * The session is fresh again: by the password, which was tried outside any transaction (`isPasswordRight`), or by a
 * code. Refuses `not-signed-in`, `wrong-credentials` for the password, `wrong-code` for the code,
 * `stronger-proof-needed` for a password alone where the person has a second factor.
 */
export async function completeProof(
  ctx: Context,
  token: string | null,
  given: { readonly code: string | null; readonly isPasswordRight: boolean },
): Promise<Result<Static<typeof ProofGiven>, Refusal>> {
  if (ctx.actor.kind !== 'person' || token === null) return err(refusal('not-signed-in'));
  const { id } = ctx.actor;
  const refuse = async (code: 'wrong-credentials' | 'stronger-proof-needed' | 'wrong-code') => {
    await record(ctx, { kind: 'proof.refused', institution: { ofPerson: id } });
    return err(refusal(code));
  };
  if (given.code === null && !given.isPasswordRight) return refuse('wrong-credentials');
  // Whoever knows the password alone must not be able to open identities, or to take the other factor away.
  if (given.code === null && hasFactor(await findFactors(ctx, id))) {
    return refuse('stronger-proof-needed');
  }
  if (given.code !== null && !(await takeCode(ctx, id, given.code))) return refuse('wrong-code');
  return ok(await freshenSession(ctx, id, token));
}

/** Ten minutes from now on for sensitive acts; the failures before are forgotten. */
export async function freshenSession(
  ctx: Context,
  personId: string,
  token: string,
): Promise<Static<typeof ProofGiven>> {
  await ctx.tx
    .updateTable('people')
    .set({ failed_attempts: 0, locked_until: null })
    .where('id', '=', personId)
    .execute();
  await ctx.tx
    .updateTable('sessions')
    .set({ proved_at: ctx.now })
    .where('token_hash', '=', hashOfToken(ctx.office.keys, token))
    .execute();
  return { provedAt: ctx.now };
}
