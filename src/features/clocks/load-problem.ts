import { holidayKinds } from '../../domain/clocks/calendar.ts';
import { clockOwners, clockStarts, pauseReasons } from '../../domain/clocks/rules.ts';
import { limitUnits } from '../../domain/procedures/procedure.ts';

/** Something wrong in a calendar or rule file: where, what, and in plain Indonesian what to do about it. */
export interface LoadProblem {
  readonly code: LoadProblemCode;
  readonly file: string;
  /** From 1; of a whole file or folder: 1. */
  readonly line: number;
  readonly column: number;
  readonly params: Readonly<Record<string, string>>;
  /** What is wrong, and the remedy. */
  readonly message: string;
}

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export function loadProblem(
  code: LoadProblemCode,
  place: Place,
  params: LoadProblem['params'] = {},
): LoadProblem {
  const { file, line = 1, column = 1 } = place;
  const message = texts[code].replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  return { code, file, line, column, params, message };
}

/** Indonesian, since the files are and the people who edit them. */
const texts = {
  'folder-missing': 'Map “{name}” tidak ditemukan. Periksa jalur yang diberikan.',
  'file-missing': 'Berkas “{name}” tidak ditemukan. Kembalikan berkas itu ke map ini.',
  'not-yaml': 'Berkas ini bukan YAML yang benar ({detail}). Perbaiki penulisan pada baris ini.',
  'missing-key': 'Kunci “{key}” belum ada. Tambahkan.',
  'unknown-key': 'Kunci “{key}” tidak dikenal. Periksa ejaannya, atau hapus.',
  'wrong-value': 'Isi “{key}” tidak dapat dipakai ({detail}). Perbaiki isinya.',

  'no-calendar': 'Map ini belum berisi kalender. Tambahkan sedikitnya satu berkas, misalnya id-2026.yaml.',
  'bad-file-name': 'Nama berkas “{name}” tidak dikenal. Kalender satu tahun bernama id-TAHUN.yaml.',
  'year-not-of-file': 'Tahun {year} tidak cocok dengan nama berkasnya. Samakan keduanya.',
  'year-gap':
    'Kalender {year} tidak ada, padahal tahun sebelum dan sesudahnya ada. Tambahkan id-{year}.yaml supaya hitungan tidak terputus.',
  'bad-date':
    'Tanggal “{date}” tidak ada di penanggalan. Tulis sebagai TAHUN-BULAN-HARI, misalnya 2026-03-21.',
  'date-of-other-year':
    'Tanggal {date} bukan tahun {year}. Pindahkan ke id-{other}.yaml, atau perbaiki tahunnya.',
  'duplicate-date': 'Tanggal {date} ditulis dua kali. Hapus salah satu.',
  'unknown-kind': `Jenis “{kind}” tidak dikenal. Pilih salah satu: ${holidayKinds.join(', ')}.`,
  'nothing-to-remove':
    'Perubahan mencabut {date}, padahal hari itu tidak ada di daftar. Hapus, atau perbaiki tanggalnya.',
  'hours-backwards': 'Kantor tutup ({closes}) sebelum buka ({opens}). Perbaiki jamnya.',
  'closing-differs':
    'Tenggat jatuh pukul {closes}, di kalender lain pukul {other}. Satu jam berlaku untuk semua tahun; samakan.',

  'limit-without-unit': `Tenggat ditulis tanpa satuan. Tambahkan unit, salah satu dari: ${limitUnits.join(', ')}.`,
  'unknown-unit': `Satuan “{unit}” tidak dikenal. Pilih salah satu: ${limitUnits.join(', ')}.`,
  'limit-not-positive': 'Tenggat “{amount}” bukan bilangan bulat di atas nol. Perbaiki.',
  'unknown-start': `Peristiwa “{start}” tidak dikenal. Pilih salah satu: ${clockStarts.join(', ')}.`,
  'unknown-owner': `Penanggung “{owner}” tidak dikenal. Pilih salah satu: ${clockOwners.join(', ')}.`,
  'unknown-pause-reason': `Alasan berhenti “{reason}” tidak dikenal. Yang dikenal: ${pauseReasons.join(', ')}.`,
  'duplicate-id': '“{id}” ditulis dua kali. Hapus salah satu, atau beri id lain.',
  'missing-rule': 'Tenggat “{id}” tidak ada, padahal dipakai setiap laporan. Kembalikan.',
  'missing-reason': 'Alasan arsip “{id}” tidak ada. Kembalikan; daftar ini tertutup.',
  'unknown-reason': 'Alasan arsip “{id}” tidak dikenal. Hapus; daftar ini tertutup.',
  'nowhere-to-go': 'Alasan “{id}” harus menyebut ke mana pelapor dapat pergi. Tambahkan whereToGo.',
} as const;

export type LoadProblemCode = keyof typeof texts;
