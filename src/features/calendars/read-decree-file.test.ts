import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Calendar } from '../../domain/clocks/calendar.ts';
import { root } from '../../main/root.ts';
import { type LineFault, readDecreeFile } from './read-decree-file.ts';

const calendar: Calendar = {
  years: new Map([[2026, { year: 2026, decree: 'SKB contoh', verified: false, provisional: false }]]),
  holidays: new Map([
    ['2026-08-17', { date: '2026-08-17', name: 'Kemerdekaan', kind: 'libur-nasional', decree: 'SKB contoh' }],
  ]),
  officeCloses: '16:00',
};

const amendment = { scope: 'amendment', year: 2026 } as const;

function read(content: string | Uint8Array, of: { scope: 'amendment' | 'year'; year: number } = amendment) {
  return readDecreeFile(typeof content === 'string' ? Buffer.from(content) : content, of, calendar);
}

/** Line and code of every fault. */
function faults(content: string | Uint8Array, of?: { scope: 'amendment' | 'year'; year: number }) {
  const result = read(content, of);
  assert.ok(!result.ok, 'refused');
  return result.error.map(({ line, code }: LineFault) => `${line} ${code}`);
}

const event = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  );

const added = (date: string, name: string, kind = 'cuti-bersama', area: string | null = null) => ({
  change: 'add',
  date,
  name,
  kind,
  area,
});

test('a table with a head, separated as spreadsheets do', () => {
  for (const sign of [',', ';', '\t']) {
    const rows = `${['tanggal', 'nama', 'jenis'].join(sign)}\r\n2026-08-18${sign}Cuti bersama${sign}Cuti Bersama\r\n`;
    const result = read(`\ufeff${rows}`);
    assert.ok(result.ok);
    assert.deepEqual(result.value.entries, [added('2026-08-18', 'Cuti bersama')]);
    assert.deepEqual(result.value.lines, [2]);
  }
});

test('several days, an area, a withdrawal and another kind', () => {
  const result = read(
    [
      'tanggal,sampai,nama,jenis,wilayah,perubahan',
      '2026-09-09,2026-09-10,"Pemungutan suara, putaran kedua",libur-pemilu,32.75,tambah',
      '2026-08-17,,,,,cabut',
    ].join('\n'),
  );
  assert.ok(result.ok);
  assert.deepEqual(result.value.entries, [
    added('2026-09-09', 'Pemungutan suara, putaran kedua', 'libur-pemilu', '32.75'),
    added('2026-09-10', 'Pemungutan suara, putaran kedua', 'libur-pemilu', '32.75'),
    { change: 'withdraw', date: '2026-08-17', area: null },
  ]);
  assert.deepEqual(result.value.lines, [2, 2, 3]);
});

test('every fault of a table is told by its line, and nothing is taken in', () => {
  const head = 'tanggal,nama,jenis\n';
  assert.deepEqual(
    faults(`${head}2027-01-02,Salah tahun,cuti-bersama\n2026-02-30,Tidak ada,cuti-bersama\n`),
    ['3 date-not-read'],
  );
  assert.deepEqual(faults(`${head}2027-01-02,Salah tahun,cuti-bersama\n`), ['2 date-of-other-year']);
  assert.deepEqual(
    faults(
      `${head}2026-09-01,Satu,cuti-bersama\n2026-09-01,Dua,libur-tambahan\n2026-08-17,Lagi,libur-nasional\n`,
    ),
    ['3 duplicate-date', '4 already-holiday'],
  );
  assert.deepEqual(faults(`${head}2026-09-01,,hari-besar\n17/08/2026,Nama,cuti-bersama\n`), [
    '2 kind-unknown',
    '2 name-missing',
    '3 date-not-read',
  ]);
  assert.deepEqual(faults(`${head}2026-09-01,Daerah,libur-daerah\n`), ['2 area-required']);
  assert.deepEqual(faults('tanggal,nama,warna,nama\n'), ['1 unknown-column', '1 column-twice']);
  assert.deepEqual(faults('nama,jenis\nX,cuti-bersama\n'), ['1 missing-column']);
  assert.deepEqual(faults(`${head}2026-09-01,Satu,cuti-bersama,lebih\n`), ['2 cells-too-many']);
  assert.deepEqual(faults(`${head}2026-09-01,"Tidak ditutup,cuti-bersama\n`), ['2 broken-csv']);
  assert.deepEqual(faults(head), ['null nothing-changes']);
});

test('periods: backwards, too long, overlapping', () => {
  const head = 'tanggal,sampai,nama,jenis\n';
  assert.deepEqual(faults(`${head}2026-09-05,2026-09-01,A,cuti-bersama\n`), ['2 period-ends-before']);
  assert.deepEqual(faults(`${head}2026-01-01,2026-12-31,A,cuti-bersama\n`), ['2 period-too-long']);
  assert.deepEqual(
    faults(`${head}2026-09-01,2026-09-03,A,cuti-bersama\n2026-09-03,2026-09-04,B,cuti-bersama\n`),
    ['3 duplicate-date'],
  );
});

test('what is no text in UTF-8 within the limits is refused unread', () => {
  assert.deepEqual(faults(''), ['1 file-empty']);
  assert.deepEqual(faults(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])), ['1 file-not-text']);
  assert.deepEqual(faults(gzipSync(Buffer.alloc(2_000_000))), ['1 file-not-text'], 'a bomb is not unpacked');
  assert.deepEqual(faults(Buffer.alloc(256 * 1024 + 1, 0x61)), ['1 file-too-large']);
  assert.deepEqual(faults(Buffer.from('\ufefftanggal', 'utf16le')), ['1 file-wrong-encoding']);
  assert.deepEqual(faults(Buffer.from('tanggal,nama\n2026-09-01,Caf\xe9\n', 'latin1')), [
    '2 file-wrong-encoding',
  ]);
  assert.deepEqual(faults('tanggal,nama\n2026-09-01,A\0B\n'), ['2 nul-byte']);
  assert.deepEqual(faults('tanggal,nama\n2026-09-01,A\u202eB\n'), ['2 control-character']);
  assert.deepEqual(faults(`tanggal,nama\n2026-09-01,${'x'.repeat(4001)}\n`), ['2 line-too-long']);
  const many = Array.from({ length: 60 }, () => '2026-02-30,A,cuti-bersama').join('\n');
  const told = faults(`tanggal,nama,jenis\n${many}`);
  assert.equal(told.length, 51);
  assert.equal(told.at(-1), '52 too-many-faults');
});

test('an event of whole days, folded and with CRLF', () => {
  const result = read(
    event(
      'DTSTART;VALUE=DATE:20261012',
      'DTEND;VALUE=DATE:20261014',
      'SUMMARY:Hari libur\\, yang nama',
      ' nya dilipat',
      'CATEGORIES:Libur Tambahan',
      'X-WILAYAH:51',
    ),
  );
  assert.ok(result.ok);
  assert.deepEqual(result.value.entries, [
    added('2026-10-12', 'Hari libur, yang namanya dilipat', 'libur-tambahan', '51'),
    added('2026-10-13', 'Hari libur, yang namanya dilipat', 'libur-tambahan', '51'),
  ]);
  assert.deepEqual(result.value.lines, [3, 3]);
});

test('an address in a file is noted and never fetched', (t) => {
  const fetched = t.mock.method(globalThis, 'fetch');
  const result = read(
    event(
      'DTSTART;VALUE=DATE:20261012',
      'SUMMARY:Libur',
      'CATEGORIES:libur-tambahan',
      'URL:http://127.0.0.1:9/kalender',
      'ATTACH:file:///rahasia',
      'BEGIN:VALARM',
      'ATTACH:http://127.0.0.1:9/bunyi',
      'END:VALARM',
    ),
  );
  assert.ok(result.ok);
  assert.deepEqual(
    result.value.notes.map(({ line, code }) => `${line} ${code}`),
    ['7 link-not-fetched', '8 link-not-fetched', '9 part-left-out', '10 link-not-fetched'],
  );
  assert.equal(fetched.mock.callCount(), 0);
});

test('an event that repeats, has an hour, or cannot be read is refused by its line', () => {
  const named = ['SUMMARY:Libur', 'CATEGORIES:cuti-bersama'];
  assert.deepEqual(
    faults(event('DTSTART;VALUE=DATE:20261012', 'RRULE:FREQ=SECONDLY;COUNT=999999999', ...named)),
    ['5 recurring-event'],
  );
  assert.deepEqual(faults(event('DTSTART:20261012T000000', ...named)), ['4 floating-event']);
  assert.deepEqual(faults(event('DTSTART:20261012T000000Z', ...named)), ['4 timed-event']);
  assert.deepEqual(faults(event('DTSTART;TZID=Asia/Jakarta:20261012T000000', ...named)), ['4 timed-event']);
  assert.deepEqual(faults(event('DTSTART;VALUE=DATE:20261012', 'DURATION:P900D', ...named)), [
    '5 event-duration',
  ]);
  assert.deepEqual(faults(event('DTSTART;VALUE=DATE:20260230', ...named)), ['3 date-not-read']);
  assert.deepEqual(faults(event(...named)), ['3 date-missing']);
  assert.deepEqual(faults(event('DTSTART;VALUE=DATE:20261012', 'SUMMARY:Tanpa jenis')), ['3 kind-unknown']);
  assert.deepEqual(faults(event('DTSTART;VALUE=DATE:20261012', 'DTSTART;VALUE=DATE:20261013', ...named)), [
    '5 property-twice',
  ]);
  assert.deepEqual(faults(event('DTSTART;VALUE=DATE:20271012', ...named)), ['3 date-of-other-year']);
  assert.deepEqual(faults(event('DTSTART;VALUE=DATE:20261012', 'DTEND;VALUE=DATE:20261001', ...named)), [
    '3 period-ends-before',
  ]);
});

test('an iCalendar that is cut off or crossed is refused', () => {
  assert.deepEqual(faults('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:A\r\n'), ['2 not-finished']);
  assert.deepEqual(faults('BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n'), [
    '3 broken-ical',
    '4 broken-ical',
  ]);
  assert.ok(faults('BEGIN:VCALENDAR\nbukan baris\nEND:VCALENDAR\n').includes('2 broken-ical'));
});

test('a decree of a whole year lists its days and nothing else', () => {
  const year = { scope: 'year', year: 2028 } as const;
  assert.ok(read('tanggal,nama,jenis\n2028-01-01,Tahun Baru,libur-nasional\n', year).ok);
  assert.deepEqual(faults('tanggal,perubahan\n2028-01-01,cabut\n', year), ['2 year-lists-days-only']);
  assert.deepEqual(
    faults('tanggal,nama,jenis\n2028-01-01,A,libur-nasional\n', { scope: 'amendment', year: 2028 }),
    ['null year-not-decreed'],
  );
});

test('the example of the how-to is what is read', () => {
  const page = readFileSync(join(root, 'docs/how-to/keep-the-calendar.md'), 'utf8');
  const example = /```csv\n([^`]+)```/.exec(page)?.[1] ?? '';
  const withdrawn = { date: '2026-05-15', name: 'Contoh', kind: 'cuti-bersama', decree: 'SKB' } as const;
  const known = { ...calendar, holidays: new Map([...calendar.holidays, [withdrawn.date, withdrawn]]) };
  const result = readDecreeFile(Buffer.from(example), amendment, known);
  assert.ok(result.ok, JSON.stringify(result));
  assert.deepEqual(
    result.value.entries.map((entry) => entry.change),
    ['add', 'add', 'add', 'add', 'add', 'withdraw'],
  );
});
