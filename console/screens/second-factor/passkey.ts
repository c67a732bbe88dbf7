import type { Static } from 'typebox';
import { err, type Result } from '../../../src/domain/shared/result.ts';
import type { FactorAdded, SessionView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';

type Browser = typeof import('@simplewebauthn/browser');
type Asked = Parameters<Browser['startAuthentication']>[0]['optionsJSON'];
type Made = Parameters<Browser['startRegistration']>[0]['optionsJSON'];

/** Whether this browser can make and use passkeys. */
export const knowsPasskeys = 'PublicKeyCredential' in window;

/** Opens a session by a passkey: alone, or as the second step of a sign-in that is under way. */
export function signInByPasskey(): Promise<Result<SessionView, Problem>> {
  return signWith<SessionView>('/session/passkey');
}

export function proveByPasskey(): Promise<Result<unknown, Problem>> {
  return signWith<unknown>('/session/proof/passkey');
}

/**
 * Makes a passkey on this device, or on one that the browser reaches, and takes it into use under `name`. `invitation`: for somebody who has
 * no other way in yet.
 */
export async function makePasskey(
  name: string,
  invitation?: string,
): Promise<Result<Static<typeof FactorAdded>, Problem>> {
  const by = invitation === undefined ? {} : { invitation };
  const options = await send<Made>('POST', '/session/passkeys/options', { body: by });
  if (!options.ok) return options;
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    const response = await startRegistration({ optionsJSON: options.value });
    return await send<Static<typeof FactorAdded>>('POST', '/session/passkeys', {
      body: { name, response, ...by },
    });
  } catch (cause) {
    return err(faultOf(cause));
  }
}

async function signWith<T>(path: string): Promise<Result<T, Problem>> {
  const options = await send<Asked>('POST', `${path}/options`);
  if (!options.ok) return options;
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    const response = await startAuthentication({ optionsJSON: options.value });
    return await send<T>('POST', path, { body: { response } });
  } catch (cause) {
    return err(faultOf(cause));
  }
}

/** What the device or its owner said; the server knows nothing of it. */
function faultOf(cause: unknown): Problem {
  const isKnown = cause instanceof Error && cause.name === 'InvalidStateError';
  const code = isKnown ? 'passkey-known' : 'passkey-cancelled';
  return { status: 0, code, title: '', detail: '', fields: {}, faults: [], more: {} };
}
