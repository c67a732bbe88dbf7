import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import type { ProviderIdentity } from '../../../platform/oidc/provider.ts';
import type { Context } from '../../context/index.ts';
import { findFactors, hasFactor } from '../factors.ts';
import { minutesFrom, signInLimits } from '../limits.ts';
import { type Origin, openSession } from '../open-session.ts';
import { goToSecondStep, type SignedIn } from '../sign-in.ts';
import { applyGroupRoles } from './apply-group-roles.ts';

/**
 * Opens a session for whom the provider vouches: the person linked to that issuer and subject, never one with the same
 * e-mail address. Roles of their groups are brought up to date first, since one of them may require a second factor;
 * that step follows here unless the provider's word for it is taken. Refuses `provider-account-unknown`.
 */
export async function signInByProvider(
  ctx: Context,
  identity: ProviderIdentity,
  hasGroups: boolean,
  from: Origin,
): Promise<Result<SignedIn, Refusal>> {
  const personId = await findLinked(ctx, identity);
  if (personId === undefined) return err(refusal('provider-account-unknown'));
  if (hasGroups) await applyGroupRoles(ctx, personId, identity.groups);
  const factors = await findFactors(ctx, personId);
  const isAsked = hasFactor(factors) || factors.required;
  const origin = { ...from, byProvider: true };
  if (isAsked && !identity.hasSecondFactor) {
    return ok(await goToSecondStep(ctx, personId, origin, factors));
  }
  return ok(await openSession(ctx, personId, origin));
}

/**
 * The session is fresh again because the provider has asked its person anew. Refuses `not-signed-in` where it ended
 * meanwhile, `provider-account-unknown` where the provider vouches for somebody else, `stronger-proof-needed` where the
 * person has a second factor and the provider's word is not taken for one.
 */
export async function proveByProvider(
  ctx: Context,
  identity: ProviderIdentity,
  session: Buffer,
): Promise<Result<{ readonly provedAt: string }, Refusal>> {
  const row = await ctx.tx
    .selectFrom('sessions')
    .select('person_id')
    .where('token_hash', '=', session)
    .where('awaits', 'is', null)
    .where('expires_at', '>', ctx.now)
    .where('last_seen_at', '>', minutesFrom(ctx.now, -signInLimits.idleMinutes))
    .executeTakeFirst();
  if (row === undefined) return err(refusal('not-signed-in'));
  if ((await findLinked(ctx, identity)) !== row.person_id) return err(refusal('provider-account-unknown'));
  const isEnrolled = hasFactor(await findFactors(ctx, row.person_id));
  if (isEnrolled && !identity.hasSecondFactor) return err(refusal('stronger-proof-needed'));
  await ctx.tx
    .updateTable('sessions')
    .set({ proved_at: ctx.now })
    .where('token_hash', '=', session)
    .execute();
  return ok({ provedAt: ctx.now });
}

async function findLinked(ctx: Context, { issuer, subject }: ProviderIdentity): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('provider_links as l')
    .innerJoin('people as p', 'p.id', 'l.person_id')
    .select('p.id')
    .where('l.issuer', '=', issuer)
    .where('l.subject', '=', subject)
    .where('p.active', '=', true)
    .executeTakeFirst();
  return row?.id;
}
