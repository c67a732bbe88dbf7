import { oneOf } from './one-of.ts';

/** The parts of the page of an SOP; each is an address of its own. */
export const procedureParts = ['bagan', 'tabel', 'versi', 'banding', 'simulasi'] as const;
export type ProcedurePart = (typeof procedureParts)[number];

export interface ProcedureSearch {
  readonly bagian?: ProcedurePart;
  /** The version shown; without it the one that new cases take. */
  readonly versi?: number;
  /** The version that it is compared with. */
  readonly dengan?: number;
}

/** Takes from an address what makes sense and drops the rest. */
export function readProcedureSearch(search: Readonly<Record<string, unknown>>): ProcedureSearch {
  return {
    ...oneOf('bagian', search.bagian, procedureParts),
    ...number('versi', search.versi),
    ...number('dengan', search.dengan),
  };
}

function number<K extends string>(name: K, value: unknown): { [P in K]?: number } {
  const isVersion = typeof value === 'number' && Number.isInteger(value) && value > 0;
  return isVersion ? ({ [name]: value } as { [P in K]: number }) : {};
}
