/** How answers reach the reporter; `none` means only by the tracking code. */
export type Reach = 'none' | 'email' | 'sms' | 'whatsapp';

/** What lies sealed apart from the case. The tracking code is the reporter's secret; staff never see it. */
export interface Identity {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** National numbers, digits only: of the person, of the family card. */
  readonly nik: string | null;
  readonly familyCardNumber: string | null;
  readonly address: string | null;
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
  readonly shown: string;
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
    requestHash: null,
  };
  return { ...blank, written: [], earlier: [], ...kept };
}

/** The reporter's words as they were written, for the reporter; as the office reads them where nothing was hidden. */
export function asWritten(identity: Pick<Identity, 'written'> | undefined, shown: string): string {
  return identity?.written.findLast((one) => one.shown === shown)?.original ?? shown;
}
