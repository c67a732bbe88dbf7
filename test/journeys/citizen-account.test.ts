import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holderAtHome, houseWithMail } from '../support/account-holder.ts';
import { polytechnic, polytechnicUnits } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';

/** A student of document B, whose report the system records by the member's identity; and without one. */
const { house, post } = await houseWithMail(instant('2026-11-23 09:00'));
const campus = await polytechnic(house);
const { admin, liaison, officer } = campus;

test('A student reports without an account, makes one, keeps the report in it, and answers and judges from there', async () => {
  const student = campus.citizen();
  const matter = await student.files('UKT saya ditagih dua kali semester ini.');
  const sari = holderAtHome(house, post, 'sari@mahasiswa.contoh.id');

  // Signed out, the page of the report says how it could be kept; nothing asks for it.
  const before = await sari.opens(`/lacak/${matter.code}`);
  assert.match(before.html, /Masuk atau buat akun/);

  // The address, the code from the mail, and the student is signed in; there is no password.
  await sari.signsIn();
  assert.match((await sari.opens('/akun')).html, /Anda masuk sebagai sari@mahasiswa\.contoh\.id/);
  assert.match((await sari.opens('/akun/perkara')).html, /Belum ada laporan/);

  // By its code the report is kept; then the code is not needed any more.
  await sari.sends(`/lacak/${matter.code}/simpan`);
  const [report = ''] = await sari.ownReports();
  const list = (await sari.opens('/akun/perkara')).html;
  assert.match(list, /UKT saya ditagih dua kali/);
  assert.match(list, /Sedang diperiksa\. Langkah berikutnya paling lambat Selasa, 24 November 2026/);

  // The office works as ever, and sees nothing of an account.
  await admin.asks(matter, 'Boleh sebutkan nomor tagihannya?');
  assert.match((await sari.opens('/akun/perkara')).html, /Menunggu jawaban Anda/);
  await sari.sends(`${report}/jawaban`, { text: 'Nomor tagihannya 77 dan 78.' });
  assert.doesNotMatch(JSON.stringify(await admin.sees(matter)), /akun|account|sari@/);
  const category = await house.database.kysely
    .selectFrom('categories')
    .select('id')
    .where('default_unit_id', '=', campus.unit(polytechnicUnits.finance))
    .executeTakeFirstOrThrow();
  await admin.verifies(matter, { title: 'UKT ditagih dua kali', categoryId: category.id });
  await liaison.sendsTo(matter, campus.unit(polytechnicUnits.finance));
  await officer.accepts(matter);
  await officer.answers(matter, 'Tagihan kedua sudah dibatalkan.');
  await liaison.releases(matter);

  // The answer is read and judged from the account.
  assert.match((await sari.opens(report)).html, /Tagihan kedua sudah dibatalkan/);
  await sari.sends(`${report}/tanggapan`, { verdict: 'confirmation', score: '5' });
  assert.match((await sari.opens('/akun/perkara')).html, /Selesai/);

  // The account goes; the report stays, by its code.
  await sari.sends('/akun/hapus');
  assert.deepEqual(await sari.ownReports(), []);
  assert.equal((await student.stands(matter)).status, 'closed');
});
