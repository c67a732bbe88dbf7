import type { Limit, LimitUnit } from '../procedures/procedure.ts';
import type { ClockOutcome } from './clock.ts';
import type { ClockLocale } from './date-words.ts';

/** The words around a clock's sum. Small on purpose: the sum itself is data (`Explanation`). */
export interface ExplanationTexts {
  limit(limit: Limit): string;
  day0(start: string): string;
  day0Moved(start: string, day0: string): string;
  counted(from: string, amount: string): string;
  elapsed(start: string, amount: string): string;
  readonly skipped: string;
  readonly weekends: string;
  readonly holiday: string;
  readonly nothingSkipped: string;
  readonly noHoliday: string;
  due(at: string): string;
  kept(computed: string): string;
  provisional(years: string): string;
  gap(year: number): string;
  readonly neverPaused: string;
  readonly paused: string;
  pausedFromTo(from: string, to: string): string;
  pausedSince(from: string, left: string | null): string;
  readonly notCounted: string;
  ended(at: string, outcome: ClockOutcome): string;
  readonly source: string;
  /** The deadline of a task is its giver's. */
  readonly assigned: string;
  procedure(id: string, version: string): string;
}

const indonesianUnits: Readonly<Record<LimitUnit, string>> = {
  workingDay: 'HK',
  calendarDay: 'hari kalender',
  hour: 'jam',
  minute: 'menit',
};

const indonesian: ExplanationTexts = {
  limit: ({ amount, unit }) => `${amount} ${indonesianUnits[unit]}`,
  day0: (start) => `${start} (hari ke-0)`,
  day0Moved: (start, day0) => `${start} (bukan hari kerja, hari ke-0 ${day0})`,
  counted: (from, amount) => `Dihitung dari ${from} + ${amount}`,
  elapsed: (start, amount) => `Dihitung dari ${start} + ${amount}, siang malam, hari libur ikut dihitung.`,
  skipped: 'dilewati',
  weekends: 'akhir pekan',
  holiday: 'libur',
  nothingSkipped: 'tidak ada hari yang dilewati',
  noHoliday: 'tidak ada hari libur',
  due: (at) => `Jatuh tempo ${at}.`,
  kept: (computed) =>
    `Hitungan sekarang memberi ${computed}, tetapi tanggal yang sudah dijanjikan tidak dimajukan.`,
  provisional: (years) => `Tanggal ini sementara: hari libur ${years} belum pasti.`,
  gap: (year) => `Belum dapat diberi tanggal: keputusan hari libur ${year} belum dimuat.`,
  neverPaused: 'Hitungan tidak pernah berhenti.',
  paused: 'Hitungan berhenti',
  pausedFromTo: (from, to) => `${from} sampai ${to}`,
  pausedSince: (from, left) => `sejak ${from}${left === null ? '' : `, tersisa ${left}`}`,
  notCounted: 'tidak dihitung:',
  ended: (at, outcome) =>
    outcome === 'cancelled'
      ? `Tidak berlaku lagi sejak ${at}.`
      : `Selesai ${at}, ${outcome === 'late' ? 'terlambat' : 'tepat waktu'}.`,
  source: 'Sumber',
  assigned: 'tenggat yang ditetapkan saat tugas diberikan',
  procedure: (id, version) => `SOP ${id}, versi ${version}`,
};

const englishUnits: Readonly<Record<LimitUnit, readonly [string, string]>> = {
  workingDay: ['working day', 'working days'],
  calendarDay: ['calendar day', 'calendar days'],
  hour: ['hour', 'hours'],
  minute: ['minute', 'minutes'],
};

const english: ExplanationTexts = {
  limit: ({ amount, unit }) => `${amount} ${englishUnits[unit][amount === 1 ? 0 : 1]}`,
  day0: (start) => `${start} (day 0)`,
  day0Moved: (start, day0) => `${start} (not a working day, day 0 is ${day0})`,
  counted: (from, amount) => `Counted from ${from} + ${amount}`,
  elapsed: (start, amount) => `Counted from ${start} + ${amount}, day and night, holidays included.`,
  skipped: 'skipped',
  weekends: 'weekends',
  holiday: 'holiday',
  nothingSkipped: 'no day was skipped',
  noHoliday: 'no holiday',
  due: (at) => `Due ${at}.`,
  kept: (computed) => `The count now gives ${computed}, but a promised date is not moved earlier.`,
  provisional: (years) => `This date is provisional: the holidays of ${years} are not settled.`,
  gap: (year) => `No date can be given yet: the holiday decree of ${year} is not loaded.`,
  neverPaused: 'It never stopped counting.',
  paused: 'Counting stopped',
  pausedFromTo: (from, to) => `${from} to ${to}`,
  pausedSince: (from, left) => `since ${from}${left === null ? '' : `, ${left} left`}`,
  notCounted: 'not counted:',
  ended: (at, outcome) =>
    outcome === 'cancelled'
      ? `No longer applies since ${at}.`
      : `Done ${at}, ${outcome === 'late' ? 'late' : 'on time'}.`,
  source: 'Source',
  assigned: 'the deadline set when the task was given',
  procedure: (id, version) => `SOP ${id}, version ${version}`,
};

export const explanationTexts: Readonly<Record<ClockLocale, ExplanationTexts>> = {
  id: indonesian,
  en: english,
};
