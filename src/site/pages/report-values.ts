import { randomUUID } from 'node:crypto';
import { type CaseKind, caseKinds, type SecrecyLevel } from '../../domain/cases/words.ts';

/** How answers may reach the reporter; empty: not chosen. */
export const ways = ['email', 'whatsapp', 'sms', 'none'] as const;
export type Way = (typeof ways)[number];

/** Whether the report is kept in the account of whoever is signed in; `auto`: unless they stay without a name. */
export const keepChoices = ['auto', 'yes', 'no'] as const;

/** The secrecy levels a reporter may choose; the first is recommended. L4 has a door of its own. */
export const choosableSecrecy = ['L2', 'L3', 'L1', 'L0'] as const satisfies readonly SecrecyLevel[];

/** Everything a citizen may have typed or chosen, as it goes back into the form. Nothing is trimmed. */
export interface ReportValues {
  /** One-time key of this form and name of its kept files: a UUID that nobody can guess. */
  readonly key: string;
  readonly text: string;
  readonly kind: CaseKind | '';
  /** What was typed to look for a village. */
  readonly area: string;
  /** What was looked for the last time. */
  readonly areaAsked: string;
  readonly areaCode: string;
  /** Chosen from the list of what lies in `areaCode`. */
  readonly within: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** An id, `other`, or empty for "I don't know". */
  readonly institution: string;
  readonly institutionName: string;
  /** Of the chosen institution. */
  readonly category: string;
  readonly via: Way | '';
  readonly phone: string;
  readonly email: string;
  readonly name: string;
  readonly secrecy: (typeof choosableSecrecy)[number];
  readonly keep: (typeof keepChoices)[number];
}

/** Reads the fields of a form; what is not one of the offered choices counts as not chosen. */
export function valuesFrom(fields: ReadonlyMap<string, string>): ReportValues {
  const field = (name: string): string => fields.get(name) ?? '';
  const institution = field('institution');
  return {
    key: isUuid(field('key')) ? field('key') : randomUUID(),
    text: field('text'),
    kind: caseKinds.find((one) => one === field('kind')) ?? '',
    area: field('area'),
    areaAsked: field('areaAsked'),
    areaCode: field('areaCode'),
    within: field('within'),
    day: field('day'),
    month: field('month'),
    year: field('year'),
    institution,
    institutionName: field('institutionName'),
    category: field(`category.${institution}`),
    via: ways.find((one) => one === field('via')) ?? '',
    phone: field('phone'),
    email: field('email'),
    name: field('name'),
    secrecy: choosableSecrecy.find((one) => one === field('secrecy')) ?? 'L2',
    keep: keepChoices.find((one) => one === field('keep')) ?? 'auto',
  };
}

/** The way chosen; for who typed an address and chose nothing, the one it stands for. */
export function wayOf(values: ReportValues): Way {
  if (values.via !== '') return values.via;
  if (values.email.trim() !== '') return 'email';
  return values.phone.trim() === '' ? 'none' : 'whatsapp';
}

/** Whether it goes into the account. */
export function isToBeKept(values: ReportValues): boolean {
  return values.keep === 'yes' || (values.keep === 'auto' && wayOf(values) !== 'none');
}

export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(text);
}
