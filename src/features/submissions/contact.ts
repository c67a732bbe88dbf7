import { digitsOf, type Own } from '../../domain/privacy/sealed-words.ts';
import { storable } from '../../domain/shared/storable.ts';
import type { LetterFacts, OtherReporter, Reach, ReporterProxy } from '../reporters/index.ts';
import type { EntryInput } from './contract-entry.ts';

/** What was given about who reports, cleaned; everything null where they stay without a name. */
export interface Contact extends Own {
  readonly nik: string | null;
  readonly familyCardNumber: string | null;
  readonly reach: Reach;
  readonly proxy: ReporterProxy | null;
  readonly others: readonly OtherReporter[];
  readonly letter: LetterFacts | null;
}

/** "Without a name" keeps nothing, whatever else was typed. */
export function contactOf(input: Pick<EntryInput, 'contact' | 'proxy' | 'others' | 'letter'>): Contact {
  const { contact } = input;
  const without = contact === undefined || contact.reach === 'none';
  const given = (value: string | undefined): string | null => (without ? null : cleaned(value));
  const number = (value: string | undefined): string | null => digitsOf(given(value) ?? '') || null;
  const [phone, email] = [given(contact?.phone), given(contact?.email)];
  const guessed = email !== null ? 'email' : phone !== null ? 'sms' : 'none';
  const { reach = guessed } = contact ?? {};
  return {
    name: given(contact?.name),
    phone,
    email,
    address: given(contact?.address),
    nik: number(contact?.nik),
    familyCardNumber: number(contact?.familyCardNumber),
    // By the printed receipt one reads the answer with the code on it.
    reach: reach === 'receipt' ? 'none' : reach,
    ...beside(input),
  };
}

/** A reporter without a name: nothing is known by which anybody could tell who it is. */
export function saysNothing(contact: Contact): boolean {
  const { reach, name, address, nik, familyCardNumber, proxy, others, letter } = contact;
  const known = [name, address, nik, familyCardNumber, proxy, letter?.sender ?? null];
  return reach === 'none' && others.length === 0 && known.every((given) => given === null);
}

function beside({
  proxy,
  others,
  letter,
}: Pick<EntryInput, 'proxy' | 'others' | 'letter'>): Pick<Contact, 'proxy' | 'others' | 'letter'> {
  return {
    proxy:
      proxy === undefined
        ? null
        : {
            name: cleaned(proxy.name) ?? '',
            phone: cleaned(proxy.phone),
            relation: cleaned(proxy.relation) ?? '',
          },
    others: (others ?? []).map(({ name, phone, nik, address }) => ({
      name: cleaned(name) ?? '',
      phone: cleaned(phone),
      nik: digitsOf(cleaned(nik) ?? '') || null,
      address: cleaned(address),
    })),
    letter:
      letter === undefined
        ? null
        : { number: cleaned(letter.number), date: letter.date ?? null, sender: cleaned(letter.sender) },
  };
}

function cleaned(value: string | undefined): string | null {
  const trimmed = storable(value ?? '').trim();
  return trimmed === '' ? null : trimmed;
}
