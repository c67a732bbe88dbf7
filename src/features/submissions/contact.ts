import { digitsOf, type Own } from '../../domain/privacy/sealed-words.ts';
import { storable } from '../../domain/shared/storable.ts';
import type { Reach } from '../reporters/index.ts';
import type { SubmissionInput } from './contract.ts';

/** What the reporter gave about themselves, cleaned; everything null where they stay without a name. */
export interface Contact extends Own {
  readonly nik: string | null;
  readonly familyCardNumber: string | null;
  readonly reach: Reach;
}

/** "Without a name" keeps nothing, whatever else was typed. */
export function contactOf({ contact }: Pick<SubmissionInput, 'contact'>): Contact {
  const without = contact === undefined || contact.reach === 'none';
  const given = (value: string | undefined): string | null => {
    const trimmed = without ? '' : storable(value ?? '').trim();
    return trimmed === '' ? null : trimmed;
  };
  const number = (value: string | undefined): string | null => digitsOf(given(value) ?? '') || null;
  const [phone, email] = [given(contact?.phone), given(contact?.email)];
  const guessed = email !== null ? 'email' : phone !== null ? 'sms' : 'none';
  return {
    name: given(contact?.name),
    phone,
    email,
    address: given(contact?.address),
    nik: number(contact?.nik),
    familyCardNumber: number(contact?.familyCardNumber),
    reach: contact?.reach ?? guessed,
  };
}

/** A reporter without a name: nothing is known by which anybody could tell who it is. */
export function saysNothing({ reach, name, address, nik, familyCardNumber }: Contact): boolean {
  return reach === 'none' && [name, address, nik, familyCardNumber].every((given) => given === null);
}
