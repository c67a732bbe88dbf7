import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import { type Context, staleProof } from '../../context/index.ts';
import { record } from '../../ledger/index.ts';
import { atFault } from '../../organizations/index.ts';
import { type Enrolled, findEnrolling } from '../enrol-totp.ts';
import { dropFactors, findFactors, hasFactor } from '../factors.ts';
import { findInvitation, spendInvitation } from '../invitations/invitation.ts';
import { type Origin, openSession } from '../open-session.ts';
import { endSessions } from '../own-sessions.ts';
import { makeRecoveryCodes } from '../recovery-codes.ts';
import { keepChallenge, spendChallenge } from './challenges.ts';
import { describePasskeys } from './passkey-store.ts';
import type { RelyingParty } from './relying-party.ts';

/** More than anybody has devices. */
const mostPasskeys = 20;

/**
 * What the browser needs to make a passkey for somebody signed in, or led here by a role right after the first step.
 * Refuses as `offerTotp`, and `invalid-input` (passkeys `too-many`).
 */
export async function offerPasskey(
  ctx: Context,
  party: RelyingParty,
  token: string | null,
  invitation?: string,
): Promise<Result<object, Refusal>> {
  const whose = await findEnrolling(ctx, token, invitation);
  if (!whose.ok) return whose;
  const { personId, email } = whose.value;
  const known = await describePasskeys(ctx, personId);
  if (known.length >= mostPasskeys) return err(atFault({ passkeys: 'too-many' }));
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: email,
    userID: new TextEncoder().encode(personId),
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(ctx, options.challenge, 'register', personId);
  return ok(options);
}

/**
 * Takes a passkey into use under a name of the person's. The first second factor brings recovery codes with it; other
 * sessions, which were opened with less, end. Refuses as `offerPasskey`, `passkey-refused`, `invalid-input` (name).
 */
export async function addPasskey(
  ctx: Context,
  party: RelyingParty,
  input: { readonly name: string; readonly response: object; readonly invitation?: string },
  from: Origin,
): Promise<Result<Enrolled, Refusal>> {
  const { invitation } = input;
  const whose = await findEnrolling(ctx, from.replaces, invitation);
  if (!whose.ok) return whose;
  const { personId, isHalf, byProvider } = whose.value;
  const name = input.name.trim();
  if (name === '') return err(atFault({ name: 'required' }));
  const isFirst = !hasFactor(await findFactors(ctx, personId));
  const made = await verifyMade(ctx, party, personId, input.response as RegistrationResponseJSON);
  if (made === null) return err(refusal('passkey-refused'));
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('passkeys')
    .values({ ...made, person_id: personId, name, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return err(refusal('passkey-refused'));
  if (invitation !== undefined) await acceptByPasskey(ctx, invitation);
  const actor = `person:${personId}`;
  await record(ctx, { kind: 'second-factor.added', institution: { ofPerson: personId }, actor });
  const recoveryCodes = isFirst ? await makeRecoveryCodes(ctx, personId) : [];
  await endSessions(ctx, personId, from.replaces);
  return ok({
    recoveryCodes,
    opened: isHalf ? await openSession(ctx, personId, { ...from, byProvider }) : null,
  });
}

async function acceptByPasskey(ctx: Context, invitation: string): Promise<void> {
  const invited = await findInvitation(ctx, invitation);
  if (invited.ok) await spendInvitation(ctx, invited.value);
}

/** Another name for one's own passkey. Refuses `not-signed-in`, `not-found`, `invalid-input` (name). */
export async function renamePasskey(
  ctx: Context,
  id: string,
  typed: string,
): Promise<Result<Record<string, never>, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const name = typed.trim();
  if (name === '') return err(atFault({ name: 'required' }));
  const { numUpdatedRows } = await ctx.tx
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('person_id', '=', ctx.actor.id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 0n ? err(refusal('not-found')) : ok({});
}

/**
 * One's own passkey is good no more. Refuses `not-signed-in`, `step-up-needed`, `not-found`, `second-factor-required`
 * where it is the last second factor and a role requires one.
 */
export async function removePasskey(
  ctx: Context,
  id: string,
): Promise<Result<Record<string, never>, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const { id: personId } = ctx.actor;
  const factors = await findFactors(ctx, personId);
  if (!factors.passkeys.some((one) => one.id === id)) return err(refusal('not-found'));
  const isLast = factors.totpSince === null && factors.passkeys.length === 1;
  if (isLast && factors.required) return err(refusal('second-factor-required'));
  await ctx.tx.deleteFrom('passkeys').where('id', '=', id).where('person_id', '=', personId).execute();
  await record(ctx, { kind: 'second-factor.removed', institution: { ofPerson: personId } });
  // Recovery codes stand in for something; alone they would be a password on paper.
  if (isLast) await dropFactors(ctx, personId);
  return ok({});
}

async function verifyMade(
  ctx: Context,
  party: RelyingParty,
  personId: string,
  response: RegistrationResponseJSON,
) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => spendChallenge(ctx, challenge, 'register', personId),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { id, public_key: Buffer.from(publicKey), counter, transports: [...transports] };
  } catch {
    return null;
  }
}
