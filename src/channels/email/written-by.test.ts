import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMail } from './read-mail.ts';
import { type Hand, writtenBy } from './written-by.ts';

const own = ['lapor@contoh.go.id'];

async function handOf(headers: readonly string[], text = 'Isi surat.'): Promise<Hand> {
  const from = headers.some((one) => one.startsWith('From:')) ? [] : ['From: ibu@rumah.test'];
  return writtenBy(await readMail(Buffer.from([...from, ...headers, '', text].join('\n'))), own);
}

const told: readonly (readonly [Hand, readonly string[]])[] = [
  ['automatic', ['Auto-Submitted: auto-replied; owner-email=ibu@rumah.test']],
  ['automatic', ['Auto-Submitted: auto-generated']],
  ['automatic', ['Precedence: bulk']],
  ['automatic', ['X-Autorespond: yes']],
  ['automatic', ['Subject: Sedang cuti sampai Senin']],
  ['automatic', ['Subject: Out of Office: Re: Laporan Anda']],
  ['automatic', ['Return-Path: <>', 'Subject: Terima kasih']],
  ['automatic', ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b']],
  ['automatic', ['Content-Type: multipart/report; report-type=feedback-report; boundary=b']],
  ['bounce', ['Content-Type: multipart/report; report-type=delivery-status; boundary=b']],
  ['bounce', ['From: MAILER-DAEMON@mx.test', 'Subject: apa pun']],
  ['bounce', ['From: <>', 'Subject: failure notice']],
  ['bounce', ['X-Failed-Recipients: a@b.test']],
  ['bounce', ['Return-Path: <>', 'Subject: Undelivered Mail Returned to Sender']],
  ['list', ['List-Id: <warga.contoh.test>']],
  ['list', ['Precedence: list']],
  ['loop', ['From: Tuntas <lapor@contoh.go.id>']],
  ['loop', ['X-Tuntas-Loop: lapor@contoh.go.id']],
  ['loop', ['Delivered-To: lapor@contoh.go.id', 'Delivered-To: lapor@contoh.go.id']],
];
for (const [hand, headers] of told)
  test(`${headers.join(', ')}: ${hand}`, async () => assert.equal(await handOf(headers), hand));

/** What people write may sound like what machines write. */
const people: readonly (readonly string[])[] = [
  ['Auto-Submitted: no'],
  ['Subject: Pengaduan: surel saya gagal terkirim ke dinas'],
  ['Subject: Delivery of rice failed in our village'],
  ['Subject: Kantor camat selalu di luar kantor'],
  ['Delivered-To: lapor@contoh.go.id', 'Return-Path: <ibu@rumah.test>'],
  ['From: postmasterjaya@rumah.test'],
  ['Subject: Mail service in our street'],
];
for (const headers of people)
  test(`${headers.join(', ')}: a person`, async () => assert.equal(await handOf(headers), 'person'));
