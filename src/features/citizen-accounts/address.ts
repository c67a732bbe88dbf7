import { samePhone } from '../../domain/privacy/sealed-words.ts';
import { emailFault } from '../../domain/shared/email.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import type { Office } from '../context/index.ts';

/** How a code reaches a citizen. */
export type AccountWay = 'email' | 'sms';

/** Where a citizen is reached, in the form by which the same address is known again. */
export interface Address {
  readonly way: AccountWay;
  readonly value: string;
}

/** The ways that this installation can send a code by; none: no accounts are offered. */
export function offeredWays(config: {
  readonly smtpUrl: string | null;
  readonly smsLines: readonly unknown[];
}): readonly AccountWay[] {
  return [
    ...(config.smtpUrl === null ? [] : (['email'] as const)),
    ...(config.smsLines.length === 0 ? [] : (['sms'] as const)),
  ];
}

/** Reads what was typed, by the ways that are offered; the code of what is wrong with it otherwise. */
export function readAddress(typed: string, offered: readonly AccountWay[]): Result<Address, string> {
  const value = storable(typed).trim().toLowerCase();
  if (value === '') return err('required');
  const isNumber = /^\+?[\d\s().-]+$/.test(value);
  if (offered.includes('sms') && (isNumber || !offered.includes('email'))) return readPhone(value);
  const fault = emailFault(value);
  return fault === null ? ok({ way: 'email', value }) : err(fault);
}

/** Mobile numbers of this country alone: a code sent anywhere else would be at the office's cost and somebody's gain. */
function readPhone(value: string): Result<Address, string> {
  const number = samePhone(value);
  return /^628\d{7,12}$/.test(number) ? ok({ way: 'sms', value: `+${number}` }) : err('not-a-phone');
}

/** The keyed hash by which an account is found. Another purpose than the office's search: no officer finds by it. */
export function addressHash({ keys }: Pick<Office, 'keys'>, { way, value }: Address): Buffer {
  return keys.hash('account-address', `${way}:${value}`);
}
