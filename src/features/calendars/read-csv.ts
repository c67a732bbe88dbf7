import { CsvError, parse } from 'csv-parse/sync';
import { type DayRow, readRow } from './day-row.ts';
import { type DecreeFile, type FileFault, fileFault } from './decree-file.ts';

export interface ReadFile extends DecreeFile {
  readonly faults: readonly FileFault[];
}

/** The columns, by what their heads may say; the first two are the least a file must have. */
const columns = {
  date: ['tanggal', 'date'],
  name: ['nama', 'name', 'keterangan'],
  kind: ['jenis', 'kind'],
  until: ['sampai', 'until'],
  area: ['wilayah', 'area'],
  change: ['perubahan', 'change'],
} as const;
type Column = keyof typeof columns;

/**
 * A table of days: `tanggal,nama,jenis` and, where wanted, `sampai` (the last day), `wilayah` (area code), `perubahan`
 * (tambah, cabut, ubah). Separated by commas, semicolons or tabs, as the head is. Line numbers are those of the file.
 */
export function readCsv(text: string): ReadFile {
  const parsed = parseRecords(text);
  if ('line' in parsed) return { entries: [], lines: [], notes: [], faults: [parsed] };
  const [head, ...rows] = parsed.records;
  const layout = readHead(head);
  if (layout.faults.length > 0) return { entries: [], lines: [], notes: [], faults: layout.faults };
  const read = rows.map((record) => {
    if (
      record.cells.length > layout.places.length &&
      record.cells.slice(layout.places.length).some(Boolean)
    ) {
      const fault = fileFault(record.line, 'cells-too-many', { columns: layout.places.length });
      return { entries: [], faults: [fault], line: record.line };
    }
    return { ...readRow(rowOf(record, layout.places)), line: record.line };
  });
  return {
    entries: read.flatMap(({ entries }) => entries),
    lines: read.flatMap(({ entries, line }) => entries.map(() => line)),
    notes: [],
    faults: read.flatMap(({ faults }) => faults),
  };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRecords(text: string): { readonly records: readonly CsvRecord[] } | FileFault {
  try {
    const found = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 8000,
    }) as unknown as readonly { info: { lines: number }; record: string[] }[];
    return { records: found.map(({ info, record }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return fileFault(typeof error.lines === 'number' ? error.lines : 1, 'broken-csv');
  }
}

/** Spreadsheets set to Indonesian write semicolons. */
function delimiterOf(text: string): string {
  const head = text.split(/\r\n|\n|\r/, 1)[0] ?? '';
  return [';', '\t'].find((sign) => head.includes(sign)) ?? ',';
}

function readHead(head: CsvRecord | undefined): {
  readonly places: readonly (Column | null)[];
  readonly faults: readonly FileFault[];
} {
  const line = head?.line ?? 1;
  const heads = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const places = heads.map((word) => columnOf(word));
  const faults: FileFault[] = [];
  for (const [index, place] of places.entries()) {
    const word = (heads[index] ?? '').slice(0, 40);
    if (place === null) faults.push(fileFault(line, 'unknown-column', { column: word }));
    else if (places.indexOf(place) < index) faults.push(fileFault(line, 'column-twice', { column: word }));
  }
  const missing = places.includes('date') ? [] : [fileFault(line, 'missing-column', { column: 'tanggal' })];
  return { places, faults: [...missing, ...faults] };
}

function columnOf(word: string): Column | null {
  const names = Object.keys(columns) as Column[];
  return names.find((name) => (columns[name] as readonly string[]).includes(word)) ?? null;
}

function rowOf(record: CsvRecord, places: readonly (Column | null)[]): DayRow {
  const cell = (column: Column): string => record.cells[places.indexOf(column)] ?? '';
  return {
    line: record.line,
    date: cell('date'),
    until: cell('until'),
    name: cell('name'),
    kind: cell('kind'),
    area: cell('area'),
    change: cell('change'),
  };
}
