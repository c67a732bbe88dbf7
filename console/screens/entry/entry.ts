import type { CaseKind, SecrecyLevel } from '../../../src/domain/cases/words.ts';
import type { SealedPurpose } from '../../../src/domain/privacy/sealed-papers.ts';
import type { EntryInput } from '../../../src/features/submissions/contract-entry.ts';
import { toInstant, wallOf } from '../../text/wall-clock.ts';

export const entryChannels = ['counter', 'letter', 'phone'] as const;
export const reaches = ['', 'sms', 'email', 'whatsapp', 'letter', 'receipt', 'none'] as const;

/** Somebody who reports along. */
export interface Other {
  readonly name: string;
  readonly phone: string;
  readonly nik: string;
}

/** A scan that the server has already; it waits there for a day. */
export interface Scan {
  readonly id: string;
  readonly name: string;
  readonly purpose: 'evidence' | SealedPurpose;
  readonly bytes: number;
}

/** What stands in the form; empty strings for what was left out. */
export interface Entry {
  /** One for each taking-down: sent twice over a bad line, or after a reload, it is one submission. */
  readonly token: string;
  readonly channel: (typeof entryChannels)[number];
  /** The wall clock of the officer's zone, `YYYY-MM-DDTHH:mm`. */
  readonly receivedAt: string;
  readonly enteredLate: string;
  readonly text: string;
  readonly urgent: boolean;
  readonly kind: CaseKind | '';
  readonly institution: string;
  readonly category: string;
  readonly areaCode: string | null;
  readonly areaName: string | null;
  readonly place: string;
  readonly occurredOn: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly nik: string;
  readonly familyCardNumber: string;
  readonly reach: (typeof reaches)[number];
  readonly letterNumber: string;
  readonly letterDate: string;
  readonly letterSender: string;
  readonly hasProxy: boolean;
  readonly proxyName: string;
  readonly proxyRelation: string;
  readonly proxyPhone: string;
  readonly others: readonly Other[];
  readonly scans: readonly Scan[];
  readonly secrecy: SecrecyLevel;
}

export function emptyEntry(institution: string, now: Date, zone: string): Entry {
  return {
    token: '',
    channel: 'counter',
    receivedAt: wallOf(now, zone),
    enteredLate: '',
    text: '',
    urgent: false,
    kind: '',
    institution,
    category: '',
    areaCode: null,
    areaName: null,
    place: '',
    occurredOn: '',
    name: '',
    phone: '',
    email: '',
    address: '',
    nik: '',
    familyCardNumber: '',
    reach: '',
    letterNumber: '',
    letterDate: '',
    letterSender: '',
    hasProxy: false,
    proxyName: '',
    proxyRelation: '',
    proxyPhone: '',
    others: [],
    scans: [],
    secrecy: 'L2',
  };
}

/** The body of `POST /entries`: the words untouched, everything left out really left out. */
export function toSubmission(entry: Entry, zone: string): EntryInput {
  return {
    text: entry.text,
    channel: entry.channel,
    secrecy: entry.secrecy,
    ...(entry.urgent ? { urgent: true } : {}),
    ...(entry.kind === '' ? {} : { kind: entry.kind }),
    ...given({ receivedAt: toInstant(entry.receivedAt, zone) }, entry.receivedAt),
    ...given({ enteredLate: entry.enteredLate.trim() }, entry.enteredLate),
    ...given({ institution: entry.institution }, entry.institution),
    ...given({ category: entry.category }, entry.category),
    ...given({ areaCode: entry.areaCode ?? '' }, entry.areaCode),
    ...given({ place: entry.place.trim() }, entry.place),
    ...given({ occurredOn: entry.occurredOn.trim() }, entry.occurredOn),
    ...whole('contact', contactOf(entry)),
    ...(entry.channel === 'letter' ? whole('letter', letterOf(entry)) : {}),
    ...proxyOf(entry),
    ...(entry.others.length === 0 ? {} : { others: entry.others.map(otherOf) }),
    ...(entry.scans.length === 0 ? {} : { attachments: entry.scans.map(({ id }) => id) }),
  };
}

function contactOf(entry: Entry): NonNullable<EntryInput['contact']> {
  return {
    ...line(entry, 'name'),
    ...line(entry, 'phone'),
    ...line(entry, 'email'),
    ...line(entry, 'address'),
    ...line(entry, 'nik'),
    ...line(entry, 'familyCardNumber'),
    ...(entry.reach === '' ? {} : { reach: entry.reach }),
  };
}

function letterOf({ letterNumber, letterDate, letterSender }: Entry): NonNullable<EntryInput['letter']> {
  return {
    ...given({ number: letterNumber.trim() }, letterNumber),
    ...given({ date: letterDate }, letterDate),
    ...given({ sender: letterSender.trim() }, letterSender),
  };
}

function proxyOf({ hasProxy, proxyName, proxyRelation, proxyPhone }: Entry): Pick<EntryInput, 'proxy'> {
  if (!hasProxy) return {};
  const phone = given({ phone: proxyPhone.trim() }, proxyPhone);
  return { proxy: { name: proxyName.trim(), relation: proxyRelation.trim(), ...phone } };
}

function otherOf({ name, phone, nik }: Other): NonNullable<EntryInput['others']>[number] {
  return {
    name: name.trim(),
    ...given({ phone: phone.trim() }, phone),
    ...given({ nik: nik.trim() }, nik),
  };
}

function line<K extends 'name' | 'phone' | 'email' | 'address' | 'nik' | 'familyCardNumber'>(
  entry: Entry,
  field: K,
): { readonly [P in K]?: string } {
  const value = entry[field].trim();
  return (value === '' ? {} : { [field]: value }) as { [P in K]?: string };
}

function given<T extends object>(part: T, value: string | null): T | Record<string, never> {
  return value === null || value.trim() === '' ? {} : part;
}

function whole<K extends string, T extends object>(name: K, part: T): { [P in K]?: T } {
  return Object.keys(part).length === 0 ? {} : ({ [name]: part } as { [P in K]: T });
}
