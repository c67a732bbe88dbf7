import { oneOf } from './one-of.ts';

/** The parts of the page of data protection; each is an address of its own. */
export const privacyParts = ['permintaan', 'retensi', 'kejadian', 'daftar'] as const;
export type PrivacyPart = (typeof privacyParts)[number];

export interface PrivacySearch {
  readonly bagian?: PrivacyPart;
}

/** Takes from an address what makes sense and drops the rest. */
export function readPrivacySearch(search: Readonly<Record<string, unknown>>): PrivacySearch {
  return oneOf('bagian', search.bagian, privacyParts);
}
