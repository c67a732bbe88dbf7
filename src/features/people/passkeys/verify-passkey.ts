import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import type { Context } from '../../context/index.ts';
import { keepChallenge, spendChallenge } from './challenges.ts';
import { describePasskeys, findPasskey, notePasskeyUse } from './passkey-store.ts';
import type { RelyingParty } from './relying-party.ts';

/**
 * What the browser needs to sign with a passkey. `personId` null: any that is kept for this site, found by the device
 * itself. The device always makes sure of its owner (fingerprint, face, PIN), so that one passkey is two factors.
 */
export async function askForPasskey(
  ctx: Context,
  party: RelyingParty,
  purpose: 'sign-in' | 'proof',
  personId: string | null,
): Promise<object> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    ...(personId === null ? {} : { allowCredentials: await describePasskeys(ctx, personId) }),
  });
  await keepChallenge(ctx, options.challenge, purpose, personId);
  return options;
}

/**
 * Whose passkey it was that signed; `personId` where only theirs will do. Refuses `passkey-refused` in every case of
 * doubt: unknown, of somebody else, signed for another site or an old challenge, without its owner's verification, or
 * with a count that went back.
 */
export async function takePasskey(
  ctx: Context,
  party: RelyingParty,
  purpose: 'sign-in' | 'proof',
  personId: string | null,
  response: object,
): Promise<Result<{ readonly personId: string }, Refusal>> {
  const answered = response as AuthenticationResponseJSON;
  const key = await findPasskey(ctx, answered.id);
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    // Without a key the challenge is spent all the same.
    const verified = await verifyAuthenticationResponse({
      response: answered,
      expectedChallenge: (challenge) => spendChallenge(ctx, challenge, purpose, personId),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: answered.id,
        publicKey: new Uint8Array(key?.public_key ?? []),
        counter: key?.counter ?? 0,
        transports: key?.transports ?? [],
      },
    });
    if (!verified.verified || key === undefined) return refused;
    if (personId !== null && key.person_id !== personId) return refused;
    await notePasskeyUse(ctx, key.id, verified.authenticationInfo.newCounter);
    return ok({ personId: key.person_id });
  } catch {
    // The library's reasons are for developers, and quote what was sent.
    return refused;
  }
}

const refused: Result<never, Refusal> = err(refusal('passkey-refused'));
