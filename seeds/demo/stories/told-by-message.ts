import { emailChannel } from '../../../src/channels/email/channel.ts';
import { smsChannel } from '../../../src/channels/sms/channel.ts';
import { ok } from '../../../src/domain/shared/result.ts';
import { discard } from '../../../src/features/traffic/index.ts';
import { type PretendedLine, readAndAnswer } from '../message-desk.ts';
import type { Plot, Stage } from '../stage.ts';
import type { Book } from '../telling.ts';

interface ToldMessage {
  readonly name: string;
  readonly time: string;
  readonly channel: 'sms' | 'email';
  readonly from: string;
  readonly text: string;
  /** Further headers of a mail. */
  readonly headers?: readonly string[];
  /** What became of the answer. */
  readonly line?: PretendedLine;
  readonly isDiscarded?: boolean;
}

/** What came by SMS and e-mail on the last working day: reports, and what waits for somebody who looks at it. */
export function toldByMessage(book: Book): void {
  for (const message of messages) {
    const at = book.moments.on(-1, message.time);
    const plot: Plot = {
      name: message.name,
      institution: 'kemensos',
      caseId: '',
      trackingCode: '',
      assignments: new Map(),
    };
    const what = `arrives by ${message.channel}`;
    book.scenes.push({ at, plot, what, by: null, play: (stage) => play(stage, plot, message) });
  }
}

const messages: readonly ToldMessage[] = [
  {
    name: 'SMS: beras bantuan berkutu',
    time: '08:12',
    channel: 'sms',
    from: '+6281200002101',
    text: 'LAPOR beras bantuan yang dibagi di balai desa kami berkutu dan bau apek, sekitar 30 karung. Mohon ditukar.',
    line: 'delivered',
  },
  {
    name: 'SMS: petugas minta uang muka',
    time: '09:40',
    channel: 'sms',
    from: '+6281200002102',
    text: 'LAPOR ada yang mengaku petugas minta uang muka 50 ribu supaya nama kami masuk daftar penerima. Warga lain sudah bayar.',
    line: 'refused',
  },
  {
    name: 'SMS: undian palsu',
    time: '10:05',
    channel: 'sms',
    from: '+6281200002103',
    text: 'SELAMAT! Nomor Anda pemenang undian, hadiah uang tunai. Klik www.hadiah.example.com untuk klaim',
  },
  {
    name: 'SMS: promo kuota',
    time: '10:31',
    channel: 'sms',
    from: '+6281200002104',
    text: 'Promo murah! Paket kuota internetan akhir pekan, aktifkan segera di gerai terdekat.',
  },
  {
    name: 'SMS: promo bonus',
    time: '10:58',
    channel: 'sms',
    from: '+6281200002105',
    text: 'Diskon besar dan bonus paket nelpon, dapatkan segera, persediaan terbatas.',
    isDiscarded: true,
  },
  {
    name: 'SMS dari nama, bukan nomor',
    time: '11:20',
    channel: 'sms',
    from: 'INFOTOKO',
    text: 'Pesanan Anda sudah dikirim. Terima kasih telah berbelanja.',
  },
  {
    name: 'Surel: kursi roda balai rusak',
    time: '13:15',
    channel: 'email',
    from: 'sekar@warga.example.org',
    text: 'Kursi roda pinjaman di balai sudah dua bulan rusak remnya dan belum diganti. Ibu saya jadi tidak bisa ikut terapi. Mohon diperbaiki.',
    line: 'sent',
  },
  {
    name: 'Surel dari milis',
    time: '13:50',
    channel: 'email',
    from: 'milis@komunitas.example.org',
    text: 'Buletin bulan ini: jadwal pertemuan dan catatan rapat warga.',
    headers: ['List-Id: <warga.komunitas.example.org>'],
  },
  {
    name: 'Surel yang terenkripsi',
    time: '14:25',
    channel: 'email',
    from: 'bagas@warga.example.org',
    text: '-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA0contoh0peragaan\r\n-----END PGP MESSAGE-----',
    line: 'sent',
  },
];

async function play(stage: Stage, plot: Plot, message: ToldMessage) {
  const { channel, from, text, name, headers = [], line = 'sent' } = message;
  const to = channel === 'sms' ? '1708' : 'lapor@kemensos.example.org';
  const mail = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${name}`,
    `Message-ID: <${message.time.replace(':', '')}@warga.example.org>`,
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  ];
  const original =
    channel === 'email' ? { raw: Buffer.from(mail.join('\r\n')), institution: plot.institution } : {};
  const reader =
    channel === 'sms'
      ? smsChannel(null)
      : emailChannel({ boxes: [], publicUrl: 'https://tuntas.example.org', own: [to], sender: null });
  const arrived = { from, to, text: channel === 'sms' ? text : '', part: null, ...original };
  const read = await readAndAnswer(stage, reader, arrived, line);
  plot.caseId = read.caseId ?? '';
  if (message.isDiscarded !== true) return ok(null);
  const verifier = stage.as(stage.person('verifier'));
  return discard(verifier, read.id, { reason: 'advertising' });
}
