import type { Params } from '../notifications/index.ts';

/** Every notice that a reporter may get, in the order of a case's life, with words for those that hold some. */
export const samples: Readonly<Record<string, Params>> = {
  received: {},
  question: { text: 'Di desa mana Ibu tinggal, dan di bank apa bantuannya biasanya cair?' },
  message: { text: 'Kami sedang memeriksa datanya bersama bank. Kabar berikutnya paling lambat Jumat.' },
  referred: { body: 'Dinas Sosial Kabupaten', reason: 'Penetapan penerima ada di sana.' },
  archived: { reason: 'no-substance', explanation: 'Tidak ada hal yang dapat ditindaklanjuti.' },
  merged: {},
  'merge-undone': {},
  dispatched: { unit: 'Direktorat Rehabilitasi Sosial Anak' },
  delayed: {},
  'deadline-moved': {
    clock: 'class-complaint',
    from: '2026-11-27T09:00:00.000Z',
    due: '2026-12-01T09:00:00.000Z',
    zone: 'Asia/Jakarta',
    here: 'Asia/Makassar',
    decree: 'SKB 3 Menteri',
  },
  answered: { text: 'Kartu Anda sudah diganti dan bantuan bulan ini sudah dapat diambil.' },
  closed: { kind: 'confirmed' },
  reopened: {},
  'lowering-asked': {},
  lowered: {},
  'data-answered': { text: 'Data Anda sudah kami perbaiki.' },
  published: {},
  'taken-down': { cause: 'officer' },
  'other-way': {},
};
