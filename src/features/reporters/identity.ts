import type { Own } from '../../domain/privacy/sealed-words.ts';

/** How answers reach the reporter; `none` means only by the tracking code, `letter` on paper that the office prints. */
export type Reach = 'none' | 'email' | 'sms' | 'whatsapp' | 'letter';

/** Who files for the reporter (kuasa), and as what: "anak", "kuasa hukum". */
export interface ReporterProxy {
  readonly name: string;
  readonly phone: string | null;
  readonly relation: string;
}

/** Somebody who reports the same matter in the same submission; the first, whose contact it is, stands apart. */
export interface OtherReporter {
  readonly name: string;
  readonly phone: string | null;
  readonly nik: string | null;
  readonly address: string | null;
}

/** The letter by which it came. The sender may be an office or a society; `date` is `YYYY-MM-DD`. */
export interface LetterFacts {
  readonly number: string | null;
  readonly date: string | null;
  readonly sender: string | null;
}

/** What lies sealed apart from the case. The tracking code is the reporter's secret; staff never see it. */
export interface Identity {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** National numbers, digits only: of the person, of the family card. */
  readonly nik: string | null;
  readonly familyCardNumber: string | null;
  readonly address: string | null;
  readonly proxy: ReporterProxy | null;
  readonly others: readonly OtherReporter[];
  readonly letter: LetterFacts | null;
  readonly trackingCode: string;
  /** Keyed hash of the whole request, base64: tells a repeated one. Here, since a telephone number could be tried against it. */
  readonly requestHash: string | null;
  /** What stood there before the reporter corrected it, oldest first. */
  readonly earlier: readonly Earlier[];
  /** The reporter's own words where the office reads them with something hidden. */
  readonly written: readonly Written[];
}

/** A contact that was corrected, with the moment until which it held (ISO 8601 UTC). */
export interface Earlier extends Correctable {
  readonly until: string;
}

/** What a reporter may correct of it. */
export interface Correctable {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Words of the reporter: as the office reads them, and as they were written. */
export interface Written {
  /** Null where the office reads nothing of it: what was quoted and signed below a mail. */
  readonly shown: string | null;
  readonly original: string;
}

/** What was sealed before some of it was asked for opens all the same. */
export function readIdentity(plain: string): Identity {
  const kept = JSON.parse(plain) as Partial<Identity> & Pick<Identity, 'trackingCode'>;
  const blank = {
    name: null,
    phone: null,
    email: null,
    nik: null,
    familyCardNumber: null,
    address: null,
    proxy: null,
    letter: null,
    requestHash: null,
  };
  return { ...blank, others: [], written: [], earlier: [], ...kept };
}

/** Everybody by whom a text would tell who reports: the reporter, the proxy, those who report along. */
export function everybodyIn(identity: Own & Pick<Identity, 'proxy' | 'others' | 'letter'>): readonly Own[] {
  const { proxy, others, letter } = identity;
  const named = (name: string, phone: string | null, address: string | null): Own => ({
    name,
    phone,
    email: null,
    address,
  });
  return [
    identity,
    ...(proxy === null ? [] : [named(proxy.name, proxy.phone, null)]),
    ...others.map(({ name, phone, address }) => named(name, phone, address)),
    ...(letter?.sender == null ? [] : [named(letter.sender, null, null)]),
  ];
}

/** Who stands beside the reporter in one list, as whoever may read the identity is told. */
export interface Beside {
  readonly as: 'proxy' | 'reporter' | 'letter';
  readonly name: string | null;
  readonly phone: string | null;
  readonly nik: string | null;
  readonly address: string | null;
  /** As what somebody files for the reporter; of a letter its number and date. */
  readonly about: string | null;
}

export function besideReporter({
  proxy,
  others,
  letter,
}: Pick<Identity, 'proxy' | 'others' | 'letter'>): Beside[] {
  const blank = { phone: null, nik: null, address: null, about: null };
  const { number = null, date = null, sender = null } = letter ?? {};
  return [
    ...(proxy === null
      ? []
      : [{ ...blank, as: 'proxy' as const, name: proxy.name, phone: proxy.phone, about: proxy.relation }]),
    ...others.map((one) => ({ ...blank, ...one, as: 'reporter' as const })),
    ...(letter === null
      ? []
      : [{ ...blank, as: 'letter' as const, name: sender, about: numberAndDate(number, date) }]),
  ];
}

function numberAndDate(number: string | null, date: string | null): string | null {
  const given = [number, date].filter((one) => one !== null);
  return given.length === 0 ? null : given.join(', ');
}

/** The reporter's words as they were written, for the reporter; as the office reads them where nothing was hidden. */
export function asWritten(identity: Pick<Identity, 'written'> | undefined, shown: string): string {
  return identity?.written.findLast((one) => one.shown === shown)?.original ?? shown;
}
