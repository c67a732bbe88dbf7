import { type Refusal, refusal } from '../../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../../domain/shared/result.ts';
import type { Context } from '../../context/index.ts';
import { record } from '../../ledger/index.ts';
import { type OpenedSession, type Origin, openSession } from '../open-session.ts';
import { freshenSession } from '../prove-again.ts';
import { findHalfSession } from '../second-step.ts';
import type { RelyingParty } from './relying-party.ts';
import { askForPasskey, takePasskey } from './verify-passkey.ts';

/** Options for signing in: by a passkey alone, or with one of the person's after the first step. */
export async function offerPasskeySignIn(
  ctx: Context,
  party: RelyingParty,
  token: string | null,
): Promise<Result<object, Refusal>> {
  const half = await findHalfSession(ctx, token, 'second-factor');
  return ok(await askForPasskey(ctx, party, 'sign-in', half?.personId ?? null));
}

/**
 * Opens a session by a passkey: alone, since the device has made sure of its owner, or as the second step. Wrong
 * passwords that locked the account do not lock its owner's passkey out. Refuses `passkey-refused`.
 */
export async function signInByPasskey(
  ctx: Context,
  party: RelyingParty,
  response: object,
  from: Origin,
): Promise<Result<OpenedSession, Refusal>> {
  const half = await findHalfSession(ctx, from.replaces, 'second-factor');
  const taken = await takePasskey(ctx, party, 'sign-in', half?.personId ?? null, response);
  if (!taken.ok) return taken;
  const byProvider = half?.byProvider ?? false;
  return ok(await openSession(ctx, taken.value.personId, { ...from, byProvider }));
}

/** Options for a proof. Refuses `not-signed-in`. */
export async function offerPasskeyProof(ctx: Context, party: RelyingParty): Promise<Result<object, Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  return ok(await askForPasskey(ctx, party, 'proof', ctx.actor.id));
}

/** The session is fresh again by a passkey of its person. Refuses `not-signed-in`, `passkey-refused`. */
export async function proveByPasskey(
  ctx: Context,
  party: RelyingParty,
  response: object,
  token: string | null,
): Promise<Result<{ readonly provedAt: string }, Refusal>> {
  if (ctx.actor.kind !== 'person' || token === null) return err(refusal('not-signed-in'));
  const taken = await takePasskey(ctx, party, 'proof', ctx.actor.id, response);
  if (taken.ok) return ok(await freshenSession(ctx, ctx.actor.id, token));
  await record(ctx, { kind: 'proof.refused', institution: { ofPerson: ctx.actor.id } });
  return taken;
}
