import type { Context } from '../../context/index.ts';
import { minutesFrom } from '../limits.ts';

export type ChallengePurpose = 'sign-in' | 'proof' | 'register';

/** Time enough to fetch the telephone from the next room. */
const challengeMinutes = 5;

/** Remembers what was given out to be signed: for what, and by whom where that is known. */
export async function keepChallenge(
  ctx: Context,
  challenge: string,
  purpose: ChallengePurpose,
  personId: string | null,
): Promise<void> {
  await ctx.tx
    .insertInto('passkey_challenges')
    .values({
      challenge_hash: hashOf(ctx, challenge),
      purpose,
      person_id: personId,
      expires_at: minutesFrom(ctx.now, challengeMinutes),
    })
    .execute();
}

/** Whether it was given out for this and has not been answered before; it is answered now. */
export async function spendChallenge(
  ctx: Context,
  challenge: string,
  purpose: ChallengePurpose,
  personId: string | null,
): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('passkey_challenges')
    .where('challenge_hash', '=', hashOf(ctx, challenge))
    .where('purpose', '=', purpose)
    .where('person_id', personId === null ? 'is' : '=', personId)
    .where('expires_at', '>', ctx.now)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function hashOf(ctx: Context, challenge: string): Buffer {
  return ctx.office.keys.hash('passkey-challenge', challenge);
}
