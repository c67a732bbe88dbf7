import { emailFault } from '../../domain/shared/email.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import type { Office } from '../context/index.ts';

/** How a code reaches a citizen. A channel that can send a text to a telephone adds its word here. */
export const accountWays = ['email'] as const;
export type AccountWay = (typeof accountWays)[number];

/** Where a citizen is reached, in the form by which the same address is known again. */
export interface Address {
  readonly way: AccountWay;
  readonly value: string;
}

/** The ways that this installation can send a code by; none: no accounts are offered. */
export function offeredWays({ smtpUrl }: { readonly smtpUrl: string | null }): readonly AccountWay[] {
  return smtpUrl === null ? [] : ['email'];
}

/** Reads what was typed; the code of what is wrong with it otherwise. */
export function readAddress(typed: string): Result<Address, string> {
  const value = storable(typed).trim().toLowerCase();
  const fault = value === '' ? 'required' : emailFault(value);
  return fault === null ? ok({ way: 'email', value }) : err(fault);
}

/** The keyed hash by which an account is found. Another purpose than the office's search: no officer finds by it. */
export function addressHash({ keys }: Pick<Office, 'keys'>, { way, value }: Address): Buffer {
  return keys.hash('account-address', `${way}:${value}`);
}
