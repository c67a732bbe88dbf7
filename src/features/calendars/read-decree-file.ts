import type { Calendar } from '../../domain/clocks/calendar.ts';
import { checkRevision, type RevisionFault } from '../../domain/clocks/check-revision.ts';
import type { Revision } from '../../domain/clocks/revision.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { decodeFile } from './decode-file.ts';
import { type DecreeFile, type FileFault, fileFault, fileLimits } from './decree-file.ts';
import { readCsv } from './read-csv.ts';
import { readIcal } from './read-ical.ts';

/** A fault by line: of the writing, or of what the days would do to the calendar. */
export interface LineFault {
  readonly line: number | null;
  readonly code: FileFault['code'] | RevisionFault['code'] | 'area-unknown';
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Reads an uploaded decree, CSV or iCalendar by its content, and holds it against the calendar it would change.
 * Either every day of it or every fault by line; nothing is fetched, unpacked or saved.
 */
export function readDecreeFile(
  bytes: Uint8Array,
  of: Pick<Revision, 'scope' | 'year'>,
  calendar: Calendar,
): Result<DecreeFile, readonly LineFault[]> {
  const text = decodeFile(bytes);
  if (!text.ok) return text;
  const isIcal = /^\ufeff?\s*BEGIN:VCALENDAR/i.test(text.value);
  const { faults, ...file } = isIcal ? readIcal(text.value) : readCsv(text.value);
  if (faults.length > 0) return err(atMost(faults));
  if (file.entries.length > fileLimits.entries) {
    return err([
      fileFault(file.lines[fileLimits.entries] ?? 1, 'too-many-entries', { most: fileLimits.entries }),
    ]);
  }
  const wrong = checkRevision(calendar, { ...of, decree: '', decreedOn: '', entries: file.entries });
  if (wrong.length > 0) return err(atMost(byLine(wrong, file.lines)));
  return ok(file);
}

/** The domain counts entries; a person looks for lines. */
export function byLine(faults: readonly RevisionFault[], lines: readonly number[]): readonly LineFault[] {
  return faults.map(({ entry, code, params }) => ({
    line: entry === null ? null : (lines[entry] ?? entry + 1),
    code,
    params: typeof params.first === 'number' ? { ...params, first: lines[params.first - 1] ?? 0 } : params,
  }));
}

function atMost(faults: readonly LineFault[]): readonly LineFault[] {
  const { faults: most } = fileLimits;
  if (faults.length <= most) return faults;
  return [
    ...faults.slice(0, most),
    fileFault(faults[most]?.line ?? 1, 'too-many-faults', { more: faults.length - most }),
  ];
}
