import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import type { ProviderIdentity } from '../../../platform/oidc/provider.ts';
import type { Context } from '../../context/index.ts';
import { atFault } from '../../organizations/index.ts';
import { findFactors, hasFactor } from '../factors.ts';
import { type Origin, openSession } from '../open-session.ts';
import { endSessions } from '../own-sessions.ts';
import { passwordFault } from '../password-rules.ts';
import { linkAccount } from '../provider/link-person.ts';
import { signInByProvider } from '../provider/sign-in-by-provider.ts';
import { goToSecondStep, type SignedIn } from '../sign-in.ts';
import { findInvitation, spendInvitation } from './invitation.ts';

/**
 * Whether the invited may choose this password, before it is hashed outside any transaction. Refuses
 * `invitation-over`, `invalid-input` (password, as `passwordFault`).
 */
export async function checkFirstPassword(
  ctx: Context,
  token: string,
  password: string,
): Promise<Result<Record<string, never>, Refusal>> {
  const invited = await findInvitation(ctx, token);
  if (!invited.ok) return invited;
  const fault = passwordFault(password, invited.value.email);
  return fault === null ? ok({}) : err(atFault({ password: fault }));
}

/**
 * Sets the password and opens the account; the link is worth nothing afterwards, and neither are earlier sessions.
 * A second factor is asked for as at every sign-in. Refuses `invitation-over`.
 */
export async function acceptByPassword(
  ctx: Context,
  token: string,
  passwordHash: string,
  from: Origin,
): Promise<Result<SignedIn, Refusal>> {
  const invited = await findInvitation(ctx, token);
  if (!invited.ok) return invited;
  const { personId } = invited.value;
  await ctx.tx
    .updateTable('people')
    .set({ password_hash: passwordHash, failed_attempts: 0, locked_until: null })
    .where('id', '=', personId)
    .execute();
  await spendInvitation(ctx, invited.value);
  await endSessions(ctx, personId);
  const factors = await findFactors(ctx, personId);
  return hasFactor(factors) || factors.required
    ? ok(await goToSecondStep(ctx, personId, from, factors))
    : ok(await openSession(ctx, personId, from));
}

/**
 * Links the account at the provider, whatever e-mail address it has there, and signs in by it. Refuses
 * `invitation-over`, `provider-account-taken`, and as `signInByProvider`.
 */
export async function acceptByProvider(
  ctx: Context,
  token: string,
  identity: ProviderIdentity,
  hasGroups: boolean,
  from: Origin,
): Promise<Result<SignedIn, Refusal>> {
  const invited = await findInvitation(ctx, token);
  if (!invited.ok) return invited;
  const taken = await linkAccount(ctx, invited.value.personId, identity, null);
  if (taken !== null) return err(taken);
  await spendInvitation(ctx, invited.value);
  await endSessions(ctx, invited.value.personId);
  return signInByProvider(ctx, identity, hasGroups, from);
}

/** Refuses `invitation-over`, before somebody is sent to the provider for nothing. */
export async function checkInvitation(
  ctx: Context,
  token: string | null,
): Promise<Result<Record<string, never>, Refusal>> {
  if (token === null) return err(refusal('invitation-over'));
  const invited = await findInvitation(ctx, token);
  return invited.ok ? ok({}) : invited;
}
