import type { Static } from 'typebox';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type Context, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { TotpOffer } from './contract.ts';
import { dropFactors, findFactors, hasFactor } from './factors.ts';
import { findInvitation } from './invitations/invitation.ts';
import { type OpenedSession, type Origin, openSession } from './open-session.ts';
import { endSessions } from './own-sessions.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { findHalfSession } from './second-step.ts';
import { newTotpSecret, totpAddress } from './totp.ts';
import { adoptPendingTotp, keepPendingTotp, takeTotpCode } from './totp-store.ts';

/**
 * A new secret for an authenticator app, in use once `confirmTotp` has seen a code of it; an app that is in use goes
 * on until then. For somebody signed in, or led here by a role right after the password. Refuses `not-signed-in`,
 * `sign-in-anew`, `step-up-needed`.
 */
export async function offerTotp(
  ctx: Context,
  token: string | null,
): Promise<Result<Static<typeof TotpOffer>, Refusal>> {
  const whose = await findEnrolling(ctx, token);
  if (!whose.ok) return whose;
  const { personId, email } = whose.value;
  const secret = newTotpSecret();
  await keepPendingTotp(ctx, personId, secret);
  return ok({ secret, address: totpAddress(secret, email) });
}

/** What enrolling gives: the codes for the day on which the telephone is lost, and the session where it was only half. */
export interface Enrolled {
  readonly recoveryCodes: string[];
  readonly opened: OpenedSession | null;
}

/**
 * Takes the app into use with its first code, makes ten recovery codes in place of earlier ones, and ends the person's
 * other sessions, which were opened with less. Refuses as `offerTotp`, and `wrong-code`.
 */
export async function confirmTotp(
  ctx: Context,
  code: string,
  from: Origin,
): Promise<Result<Enrolled, Refusal>> {
  const whose = await findEnrolling(ctx, from.replaces);
  if (!whose.ok) return whose;
  const { personId, isHalf, byProvider } = whose.value;
  if (!(await takeTotpCode(ctx, personId, code, true))) return err(refusal('wrong-code'));
  await adoptPendingTotp(ctx, personId);
  const actor = `person:${personId}`;
  await record(ctx, { kind: 'second-factor.added', institution: { ofPerson: personId }, actor });
  const recoveryCodes = await makeRecoveryCodes(ctx, personId);
  await endSessions(ctx, personId, from.replaces);
  return ok({
    recoveryCodes,
    opened: isHalf ? await openSession(ctx, personId, { ...from, byProvider }) : null,
  });
}

/** Ten new recovery codes; the earlier ones are void. Refuses `not-signed-in`, `step-up-needed`, `not-found` where there is nothing they could stand in for. */
export async function renewRecoveryCodes(
  ctx: Context,
): Promise<Result<{ readonly recoveryCodes: string[] }, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const { id } = ctx.actor;
  if (!hasFactor(await findFactors(ctx, id))) return err(refusal('not-found'));
  await record(ctx, { kind: 'recovery-codes.renewed', institution: { ofPerson: id } });
  return ok({ recoveryCodes: await makeRecoveryCodes(ctx, id) });
}

/**
 * The app is given up, and the recovery codes with it where no passkey is left that they stand in for. Refuses
 * `not-signed-in`, `step-up-needed`, `second-factor-required` where a role requires one and no other is left.
 */
export async function removeTotp(ctx: Context): Promise<Result<Record<string, never>, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const { id } = ctx.actor;
  const { required, passkeys } = await findFactors(ctx, id);
  if (passkeys.length === 0 && required) return err(refusal('second-factor-required'));
  if (passkeys.length === 0) await dropFactors(ctx, id);
  else await ctx.tx.deleteFrom('totp_factors').where('person_id', '=', id).execute();
  await record(ctx, { kind: 'second-factor.removed', institution: { ofPerson: id } });
  return ok({});
}

/** Who sets up a second factor. */
interface Enrolling {
  readonly personId: string;
  readonly email: string;
  readonly isHalf: boolean;
  readonly byProvider: boolean;
}

/**
 * Somebody signed in with a fresh proof, half signed in because a role leads them here, or invited. Refuses
 * `sign-in-anew`, `step-up-needed`, `invitation-over`.
 */
export async function findEnrolling(
  ctx: Context,
  token: string | null,
  invitation?: string,
): Promise<Result<Enrolling, Refusal>> {
  if (invitation !== undefined) {
    const invited = await findInvitation(ctx, invitation);
    return invited.ok ? ok({ ...invited.value, isHalf: true, byProvider: false }) : invited;
  }
  if (ctx.actor.kind === 'person') {
    const stale = staleProof(ctx);
    if (stale !== null) return err(stale);
    const { id } = ctx.actor;
    const { email } = await ctx.tx
      .selectFrom('people')
      .select('email')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return ok({ personId: id, email, isHalf: false, byProvider: false });
  }
  const half = await findHalfSession(ctx, token, 'enrolment');
  return half === undefined ? err(refusal('sign-in-anew')) : ok({ ...half, isHalf: true });
}
