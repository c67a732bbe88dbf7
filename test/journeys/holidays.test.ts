import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';

/**
 * Nyepi and Idul Fitri 2026: offices are shut from Wednesday 18 to Tuesday 24 March. All dates here were
 * counted by hand from the decree: from 17 March, 1, 3, 5, 10, 14 and 60 working days end on 25, 27,
 * 31 March, 8, 14 April and 26 June; 60 calendar days on 16 May.
 */
const house = await testHouse({ now: instant('2026-03-17 10:00') });
const office = await ministry(house);
const campus = await polytechnic(house);
const { verifier, officer, liaison, reviewer, head } = office;
const directorate = office.unit(ministryUnits.directorate);
const closes = (day: string) => `running: ${day}, pukul 16.00 WIB`;

test('Opened the day before the holidays: every promise falls after them', async () => {
  const citizen = office.citizen();
  const matter = await citizen.files('Bantuan tidak cair menjelang Lebaran.');
  assert.equal((await citizen.stands(matter)).due, 'Jumat, 27 Maret 2026');
  assert.equal(await citizen.promise(matter, 'verification'), closes('Jumat, 27 Maret 2026'));
  assert.equal(await citizen.promise(matter, 'overall'), closes('Jumat, 27 Maret 2026'));
  assert.equal(await citizen.promise(matter, 'completeness-notice'), closes('Selasa, 31 Maret 2026'));
  assert.equal(await citizen.promise(matter, 'class-complaint'), closes('Selasa, 14 April 2026'));
  await verifier.verifies(matter);
  await verifier.sendsTo(matter, directorate);
  assert.equal(await citizen.promise(matter, 'acceptance'), closes('Rabu, 25 Maret 2026'));
  assert.equal(await citizen.promise(matter, 'first-answer'), closes('Selasa, 31 Maret 2026'));
  assert.equal(await citizen.promise(matter, 'first-answer-hard'), closes('Rabu, 8 April 2026'));
  await liaison.accepts(matter);
  await officer.writesReport(matter);
  await reviewer.approves(matter);
  await head.closesReport(matter);
  await liaison.finishes(matter);
  assert.equal(
    await citizen.promise(matter, 'reporter-confirms'),
    'running: Rabu, 8 April 2026, pukul 23.59 WIB',
  );
});

test('Information requests and aspirations: five working days', async () => {
  const citizen = office.citizen();
  const request = await citizen.files('Kapan pencairan?', { kind: 'information-request' });
  assert.equal(await citizen.promise(request, 'class-information-request'), closes('Selasa, 31 Maret 2026'));
  const aspiration = await citizen.files('Sebaiknya loket buka pagi.', { kind: 'aspiration' });
  assert.equal(await citizen.promise(aspiration, 'class-aspiration'), closes('Selasa, 31 Maret 2026'));
});

test('Oversight: sixty working days and sixty calendar days run side by side', async () => {
  const citizen = office.citizen();
  const matter = await citizen.files('Pendamping memotong bantuan.');
  await verifier.verifies(matter, { oversight: true });
  assert.equal(await citizen.promise(matter, 'class-oversight'), closes('Jumat, 26 Juni 2026'));
  assert.equal(await citizen.promise(matter, 'class-oversight-calendar'), closes('Sabtu, 16 Mei 2026'));
  assert.match(await citizen.promise(matter, 'class-complaint'), /^cancelled/);
});

test('Filed on Lebaran itself: the moment is kept, the count begins on the first working day', async () => {
  const citizen = office.citizen();
  await office.until('2026-03-21 08:00');
  const matter = await citizen.files('Laporan pada hari raya.');
  assert.equal((await citizen.looks(matter)).receivedAt, instant('2026-03-21 08:00'));
  assert.equal((await citizen.stands(matter)).due, 'Senin, 30 Maret 2026');
});

test('The polytechnic: one working day becomes eight calendar days', async () => {
  const citizen = campus.citizen();
  const sent = await campus.admin.ask<{ trackingCode: string; receipt: { number: string } }>({
    path: '/submissions',
    body: {
      text: 'Nilai saya belum keluar.',
      kind: 'complaint',
      institution: 'politeknik',
      channel: 'counter',
      receivedAt: '2026-03-17T14:00:00+07:00',
      enteredLate: 'Loket tutup selama cuti bersama.',
    },
  });
  assert.equal(sent.status, 201);
  const standing = await citizen.stands({ code: sent.body.trackingCode });
  assert.equal(standing.step, '2');
  const view = await citizen.looks({ code: sent.body.trackingCode });
  assert.equal(view.receivedAt, instant('2026-03-17 14:00'));
  assert.equal(
    view.clocks.find((clock) => clock.rule === 'verification')?.due,
    instant('2026-03-27 16:00'),
    'the law counts from the arrival',
  );
});

test('Reclassified after the holidays: the new class counts from the first day, so nothing is won', async () => {
  const citizen = office.citizen();
  await office.until('2026-03-25 08:00');
  const matter = await citizen.files('Petugas desa meminta uang.');
  assert.equal(await citizen.promise(matter, 'class-complaint'), closes('Rabu, 15 April 2026'));
  await verifier.verifies(matter);
  await verifier.sendsTo(matter, directorate);
  await office.until('2026-04-14 09:00');
  const change = { title: 'Pungutan', reason: 'Menyangkut perilaku petugas.' };
  await verifier.reclassifies(matter, { ...change, oversight: true });
  // 25 March + 60 calendar days = 24 May, a Sunday; never moved, since the law counts calendar days.
  assert.equal(await citizen.promise(matter, 'class-oversight-calendar'), closes('Minggu, 24 Mei 2026'));
  await verifier.reclassifies(matter, { ...change, oversight: false, reason: 'Ternyata salah paham.' });
  assert.equal(await citizen.promise(matter, 'class-complaint#2'), closes('Rabu, 15 April 2026'));
  await verifier.reclassifies(matter, { ...change, kind: 'information-request', reason: 'Hanya bertanya.' });
  assert.equal(
    await citizen.promise(matter, 'class-information-request'),
    closes('Rabu, 1 April 2026'),
    'already missed: a smaller class does not begin today',
  );
});
