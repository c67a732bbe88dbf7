import { oneOf } from './one-of.ts';

/** The parts of a draft's page; each is an address of its own, so that it can be sent to who releases. */
export const draftParts = [
  'langkah',
  'identitas',
  'pelaksana',
  'bagan',
  'temuan',
  'banding',
  'simulasi',
  'rilis',
] as const;
export type DraftPart = (typeof draftParts)[number];

export interface DraftSearch {
  readonly bagian?: DraftPart;
}

/** Takes from an address what makes sense and drops the rest. */
export function readDraftSearch(search: Readonly<Record<string, unknown>>): DraftSearch {
  return oneOf('bagian', search.bagian, draftParts);
}
