import type { CaseKind, SecrecyLevel } from '../../../src/domain/cases/words.ts';
import type { SubmissionInput } from '../../../src/features/submissions/contract.ts';
import { toInstant, wallOf } from '../../text/wall-clock.ts';

export const entryChannels = ['phone', 'counter', 'letter'] as const;
export const reaches = ['', 'sms', 'whatsapp', 'email', 'none'] as const;

/** What stands in the form; empty strings for what was left out. */
export interface Entry {
  readonly channel: (typeof entryChannels)[number];
  /** The wall clock of the officer's zone, `YYYY-MM-DDTHH:mm`. */
  readonly receivedAt: string;
  readonly text: string;
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
  readonly reach: (typeof reaches)[number];
  readonly secrecy: SecrecyLevel;
}

export function emptyEntry(institution: string, now: Date, zone: string): Entry {
  return {
    channel: 'phone',
    receivedAt: wallOf(now, zone),
    text: '',
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
    reach: '',
    secrecy: 'L2',
  };
}

/** The body of `POST /submissions`: the words untouched, everything left out really left out. */
export function toSubmission(entry: Entry, zone: string): SubmissionInput {
  const given = <T extends object>(part: T, value: string | null): T | Record<string, never> =>
    value === null || value.trim() === '' ? {} : part;
  const contact = {
    ...given({ name: entry.name.trim() }, entry.name),
    ...given({ phone: entry.phone.trim() }, entry.phone),
    ...given({ email: entry.email.trim() }, entry.email),
    ...(entry.reach === '' ? {} : { reach: entry.reach }),
  };
  return {
    text: entry.text,
    channel: entry.channel,
    secrecy: entry.secrecy,
    ...(entry.kind === '' ? {} : { kind: entry.kind }),
    ...given({ receivedAt: toInstant(entry.receivedAt, zone) }, entry.receivedAt),
    ...given({ institution: entry.institution }, entry.institution),
    ...given({ category: entry.category }, entry.category),
    ...given({ areaCode: entry.areaCode ?? '' }, entry.areaCode),
    ...given({ place: entry.place.trim() }, entry.place),
    ...given({ occurredOn: entry.occurredOn.trim() }, entry.occurredOn),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  };
}
