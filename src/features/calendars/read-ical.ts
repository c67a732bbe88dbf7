import ICAL from 'ical.js';
import { formatDate, parseDate } from '../../domain/clocks/civil-date.ts';
import { type DayRow, readRow } from './day-row.ts';
import { type FileFault, type FileRemark, fileFault, fileLimits } from './decree-file.ts';
import { type ContentLine, unfold } from './ical-lines.ts';
import type { ReadFile } from './read-csv.ts';

/** Rules that would make one line into many days, or into days without end: a decree lists its days. */
const repeating = ['rrule', 'rdate', 'exrule', 'exdate', 'recurrence-id'];
/** Addresses of something elsewhere. Nothing in a file makes this server ask for anything. */
const links = ['attach', 'url', 'image', 'conference', 'source', 'structured-data'];

/**
 * The days of an iCalendar file: each VEVENT is a holiday of whole days. SUMMARY is its name, CATEGORIES its kind,
 * X-WILAYAH the area code, STATUS:CANCELLED withdraws it. DTEND is the day after the last, as RFC 5545 has it.
 */
export function readIcal(text: string): ReadFile {
  const reading: Reading = { rows: [], notes: [], faults: [], stack: [], event: null };
  const lines = unfold(text);
  for (const line of lines) readLine(reading, line);
  const open = reading.stack.at(-1);
  if (open !== undefined) {
    reading.faults.push(fileFault(open.line, 'not-finished', { part: open.name.toUpperCase() }));
  }
  if (lines.length > 0 && !/^BEGIN:VCALENDAR\s*$/i.test(lines[0]?.text ?? '')) {
    reading.faults.unshift(fileFault(lines[0]?.line ?? 1, 'broken-ical'));
  }
  const read = reading.rows.map((row) => ({ ...readRow(row), line: row.line }));
  return {
    entries: read.flatMap(({ entries }) => entries),
    lines: read.flatMap(({ entries, line }) => entries.map(() => line)),
    notes: reading.notes,
    faults: [...reading.faults, ...read.flatMap(({ faults }) => faults)].toSorted((a, b) => a.line - b.line),
  };
}

/** A file being read; local to `readIcal`. */
interface Reading {
  readonly rows: DayRow[];
  readonly notes: FileRemark[];
  readonly faults: FileFault[];
  readonly stack: { readonly name: string; readonly line: number }[];
  event: EventBegun | null;
}

interface EventBegun {
  readonly line: number;
  readonly values: Map<string, string>;
  /** A fault of the event was told already; its row is not read. */
  isRefused: boolean;
}

interface Property {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly type: string;
  readonly value: unknown;
}

function readLine(reading: Reading, { line, text }: ContentLine): void {
  if (text.length > fileLimits.lineLength) {
    refuse(reading, fileFault(line, 'line-too-long', { characters: fileLimits.lineLength }));
    return;
  }
  const [, mark, part] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(text) ?? [];
  if (mark !== undefined && part !== undefined) {
    const bracket = mark.toLowerCase() === 'begin' ? begin : end;
    bracket(reading, part.toLowerCase(), line);
    return;
  }
  const property = propertyOf(text);
  if (property === null) refuse(reading, fileFault(line, 'broken-ical'));
  else readProperty(reading, property, line);
}

function propertyOf(text: string): Property | null {
  try {
    const [name, params, type, value] = ICAL.parse.property(text) as [
      string,
      Record<string, unknown>,
      string,
      unknown,
    ];
    return { name, params, type, value };
  } catch {
    return null;
  }
}

function begin(reading: Reading, name: string, line: number): void {
  const { stack } = reading;
  const parent = stack.at(-1)?.name;
  const isFirst = name === 'vcalendar' && parent === undefined;
  if (!isFirst && parent === undefined) reading.faults.push(fileFault(line, 'broken-ical'));
  if (name === 'vevent' && parent === 'vcalendar') {
    reading.event = { line, values: new Map(), isRefused: false };
  } else if (!isFirst && (parent === 'vcalendar' || parent === 'vevent')) {
    reading.notes.push({ line, code: 'part-left-out', params: { part: name.slice(0, 40).toUpperCase() } });
  }
  stack.push({ name, line });
}

function end(reading: Reading, name: string, line: number): void {
  const begun = reading.stack.pop();
  if (begun?.name !== name) {
    refuse(reading, fileFault(line, 'broken-ical'));
    return;
  }
  const { event } = reading;
  if (name !== 'vevent' || event === null || reading.stack.length !== 1) return;
  if (!event.isRefused) reading.rows.push(rowOf(event));
  reading.event = null;
}

function readProperty(reading: Reading, property: Property, line: number): void {
  const { name } = property;
  if (links.includes(name)) {
    reading.notes.push({ line, code: 'link-not-fetched', params: { property: name.toUpperCase() } });
    return;
  }
  const { event } = reading;
  if (event === null || reading.stack.at(-1)?.name !== 'vevent') return;
  const fault = eventFault(event, property, line);
  if (fault !== null) refuse(reading, fault);
  else event.values.set(name, String(property.value));
}

function eventFault(
  event: EventBegun,
  { name, params, type, value }: Property,
  line: number,
): FileFault | null {
  if (repeating.includes(name)) return fileFault(line, 'recurring-event', { property: name.toUpperCase() });
  if (name === 'duration') return fileFault(line, 'event-duration');
  if (!['dtstart', 'dtend', 'summary', 'categories', 'status', 'x-wilayah'].includes(name)) return null;
  if (event.values.has(name)) return fileFault(line, 'property-twice', { property: name.toUpperCase() });
  if ((name === 'dtstart' || name === 'dtend') && type === 'date-time') {
    // Neither the day in some zone nor the day of the reader: a holiday is a whole day wherever the office stands.
    const isFloating = params.tzid === undefined && !String(value).endsWith('Z');
    return fileFault(line, isFloating ? 'floating-event' : 'timed-event', {
      value: String(value).slice(0, 40),
    });
  }
  return null;
}

function refuse(reading: Reading, fault: FileFault): void {
  reading.faults.push(fault);
  if (reading.event !== null) reading.event.isRefused = true;
}

function rowOf({ line, values }: EventBegun): DayRow {
  const value = (name: string): string => values.get(name) ?? '';
  const date = value('dtstart');
  return {
    line,
    date,
    until: values.has('dtend') ? dayBefore(value('dtend'), date) : '',
    name: value('summary'),
    kind: value('categories'),
    area: value('x-wilayah'),
    change: value('status').toUpperCase() === 'CANCELLED' ? 'cabut' : 'tambah',
  };
}

function dayBefore(date: string, start: string): string {
  const day = parseDate(date);
  // An event that ends on the day it begins is written so by some programs, and means that day.
  if (day === undefined || date === start) return date;
  return formatDate(day - 1);
}
