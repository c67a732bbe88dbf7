import type { RevisionEntry } from '../../domain/clocks/revision.ts';

/** What a file of holidays says; the line (from 1) of each entry stands at the same index of `lines`. */
export interface DecreeFile {
  readonly entries: readonly RevisionEntry[];
  readonly lines: readonly number[];
  /** What was left out, and why it does not matter. */
  readonly notes: readonly FileRemark[];
}

/** Something to say about one line; `code` is a key of `locales` under `calendar.fault` or `calendar.note`. */
export interface FileRemark {
  /** From 1; 1 where it is the file as a whole. */
  readonly line: number;
  readonly code: FileFaultCode | FileNoteCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface FileFault extends FileRemark {
  readonly code: FileFaultCode;
}

export const fileFaultCodes = [
  'file-empty',
  'file-too-large',
  'file-not-text',
  'file-wrong-encoding',
  'nul-byte',
  'control-character',
  'line-too-long',
  'too-many-entries',
  'too-many-faults',
  'broken-csv',
  'missing-column',
  'unknown-column',
  'column-twice',
  'cells-too-many',
  'broken-ical',
  'not-finished',
  'recurring-event',
  'timed-event',
  'floating-event',
  'event-duration',
  'property-twice',
  'date-missing',
  'date-not-read',
  'name-missing',
  'name-too-long',
  'kind-unknown',
  'change-unknown',
  'area-not-a-code',
  'period-ends-before',
  'period-too-long',
] as const;
export type FileFaultCode = (typeof fileFaultCodes)[number];

export const fileNoteCodes = ['link-not-fetched', 'part-left-out'] as const;
export type FileNoteCode = (typeof fileNoteCodes)[number];

export const fileLimits = { bytes: 256 * 1024, lineLength: 4000, entries: 400, faults: 50 } as const;

export function fileFault(line: number, code: FileFaultCode, params: FileRemark['params'] = {}): FileFault {
  return { line, code, params };
}
