import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';

/** Document A, step 9: the citizen's judgement. Begins on Tuesday 24 November 2026. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const { officer, liaison, reviewer, secondReviewer, head } = office;
const path = ministryPaths(office);

test('Only a confirmed case counts as settled; the reporter may still rate a case closed without words', async () => {
  const citizen = office.citizen();
  const matter = await path.answered(citizen);
  assert.equal((await citizen.confirms(matter)).closure?.kind, 'confirmed');
  assert.deepEqual((await citizen.rates(matter, 4, 'Cukup cepat.')).rating, {
    score: 4,
    comment: 'Cukup cepat.',
  });
  assert.equal(await citizen.isRefused(matter, 'rating', { score: 1, comment: '' }), 'already-decided');
});

test('What could not be met is never counted as settled, even where the reporter confirms', async () => {
  const citizen = office.citizen();
  const matter = await path.answered(citizen, {
    outcome: 'cannot-be-met',
    answer: 'Kuota tahun ini sudah habis. Anda dapat mendaftar lagi pada Januari.',
  });
  assert.equal((await citizen.looks(matter)).answer?.outcome, 'cannot-be-met');
  assert.equal((await citizen.confirms(matter, 3)).closure?.kind, 'cannot-be-met');
});

test('Withdrawn at any time before the end: the clocks are neither met nor late', async () => {
  const citizen = office.citizen();
  const matter = await path.accepted(citizen);
  assert.equal((await citizen.withdraws(matter, 'Sudah selesai sendiri.')).closure?.kind, 'withdrawn');
  assert.match(await citizen.promise(matter, 'class-complaint'), /^cancelled/);
  assert.equal(await citizen.isRefused(matter, 'objection', { reason: 'Batal.' }), 'not-this-status');
  assert.equal(await citizen.isRefused(matter, 'withdrawal', { reason: '' }), 'not-this-status');
  assert.deepEqual(await officer.workList(`queue=mine&q=${matter.number}`), []);
});

test('An objection opens the case again: under another reviewer, with the clocks where they stood', async () => {
  const citizen = office.citizen();
  const matter = await path.answered(citizen);
  assert.equal(
    await citizen.promise(matter, 'class-complaint'),
    'met: Senin, 14 Desember 2026, pukul 16.00 WIB',
  );
  await office.until('2026-11-26 09:00');
  await citizen.objects(matter, 'Kartu baru saya tidak bisa dipakai.');
  assert.deepEqual(await citizen.stands(matter), {
    status: 'reopened',
    step: '6',
    with: ministryUnits.directorate,
    due: 'Senin, 30 November 2026',
  });
  assert.equal(
    await citizen.promise(matter, 'class-complaint'),
    'running: Selasa, 15 Desember 2026, pukul 16.00 WIB',
  );
  assert.ok((await officer.wasTold(matter)).includes('objection'));

  await officer.writesReport(matter, { findings: 'Kartu baru belum diaktifkan bank.' });
  assert.equal((await citizen.stands(matter)).status, 'in-review');
  assert.equal(await reviewer.isRefused(matter, 'report-approval', { note: '' }), 'same-person');
  await secondReviewer.approves(matter);
  await head.closesReport(matter);
  await liaison.finishes(matter, 'Kartu sudah aktif.');
  const view = await citizen.confirms(matter, 4);
  assert.deepEqual([view.closure?.kind, view.answer?.text], ['confirmed', 'Kartu sudah aktif.']);
  assert.ok((await citizen.wasTold(matter)).includes('reopened'));
});

test('A closed case opens again once; a second objection after closing is refused', async () => {
  const citizen = office.citizen();
  const matter = await path.answered(citizen);
  await citizen.confirms(matter, 2);
  await citizen.objects(matter, 'Ternyata bulan ini tidak cair lagi.');
  assert.equal((await citizen.stands(matter)).status, 'reopened');
  await officer.writesReport(matter);
  await secondReviewer.approves(matter);
  await head.closesReport(matter);
  await liaison.finishes(matter);
  await citizen.confirms(matter);
  assert.equal(await citizen.isRefused(matter, 'objection', { reason: 'Lagi.' }), 'reopened-already');
  assert.equal((await citizen.looks(matter)).acts.includes('objection'), false);
});

test('Silence: ten working days after the answer the case closes without response, not a second sooner', async () => {
  const citizen = office.citizen();
  const matter = await path.answered(citizen);
  assert.equal((await citizen.stands(matter)).due, 'Kamis, 10 Desember 2026');
  await office.until('2026-12-10 23:59:59');
  assert.equal((await citizen.stands(matter)).status, 'answered');
  await office.until('2026-12-11 00:00:00');
  const view = await citizen.looks(matter);
  assert.deepEqual([view.status, view.closure?.kind], ['closed', 'no-response']);
  assert.ok((await citizen.wasTold(matter)).includes('closed'));

  // The reporter comes back within thirty days, for instance from hospital.
  await office.until('2027-01-05 09:00');
  assert.equal((await citizen.objects(matter, 'Saya baru bisa membaca jawabannya.')).status, 'reopened');
});

test('Thirty days after closing, and one second more', async () => {
  const [inTime, tooLate] = [office.citizen(), office.citizen()];
  const first = await path.answered(inTime);
  const second = await path.answered(tooLate);
  await inTime.confirms(first);
  await tooLate.confirms(second);
  await office.until('2027-02-04 09:00:00');
  assert.equal((await inTime.objects(first, 'Belum cair.')).status, 'reopened');
  await office.until('2027-02-04 09:00:01');
  assert.equal(await tooLate.isRefused(second, 'objection', { reason: 'Belum cair.' }), 'window-closed');
});
