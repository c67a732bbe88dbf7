import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { cityUnits, theCity } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';

/** The national reference, added as data alone. Begins on Monday 23 November 2026, 09.00 WIT (07.00 WIB). */
const house = await testHouse({ now: instant('2026-11-23 07:00') });
const city = await theCity(house);
const { admin, secondAdmin, officer, reviewer, secondReviewer, head, liaison } = city;
const roads = city.unit(cityUnits.roads);
const text = 'Lubang besar di depan pasar, sudah dua motor jatuh.';
const classified = { title: 'Lubang di depan pasar' };

/** Up to the answer, each row by the person whom the form names. */
async function answered(citizen = city.citizen()) {
  const matter = await citizen.files(text);
  await admin.verifies(matter, classified);
  await admin.sendsTo(matter, roads);
  await officer.accepts(matter);
  await officer.writesReport(matter, { answer: 'Lubang ditutup dengan aspal pada 26 November.' });
  await reviewer.approves(matter);
  await head.closesReport(matter);
  await liaison.finishes(matter, 'Lubang sudah ditutup.');
  return { citizen, matter };
}

test('From the submission to the rating: 3 working days, 5 working days, 10 working days', async () => {
  const citizen = city.citizen();
  const matter = await citizen.files(text);
  assert.deepEqual(await citizen.stands(matter), {
    status: 'verifying',
    step: '3',
    with: cityUnits.front,
    due: 'Rabu, 25 November 2026',
  });
  await city.until('2026-11-24 08:00');
  await admin.verifies(matter, classified);
  assert.equal((await citizen.stands(matter)).step, '4');
  await city.until('2026-11-25 08:00');
  await admin.sendsTo(matter, roads);
  assert.match(await citizen.promise(matter, 'verification'), /^met/);
  assert.equal(
    await citizen.promise(matter, 'first-answer'),
    'running: Rabu, 2 Desember 2026, pukul 16.00 WIT',
  );
  await city.until('2026-11-26 08:00');
  await officer.accepts(matter);
  assert.deepEqual(await citizen.stands(matter), {
    status: 'in-progress',
    step: '6',
    with: cityUnits.roads,
    due: 'Jumat, 27 November 2026',
  });
  await city.until('2026-11-27 08:00');
  await officer.writesReport(matter);
  assert.equal(await officer.isRefused(matter, 'report-approval', { note: '' }), 'not-authorized');
  await city.until('2026-11-30 08:00');
  await reviewer.approves(matter);
  await city.until('2026-12-01 08:00');
  await head.closesReport(matter);
  await city.until('2026-12-02 08:00');
  await liaison.finishes(matter, 'Lubang sudah ditutup.');
  const view = await citizen.looks(matter);
  assert.deepEqual([view.status, view.answer?.text], ['answered', 'Lubang sudah ditutup.']);
  assert.match(await citizen.promise(matter, 'class-complaint'), /^met/);
  assert.match(await citizen.promise(matter, 'first-answer'), /^met/);
  assert.match(await citizen.promise(matter, 'reporter-confirms'), /^running: Rabu, 16 Desember 2026/);
  for (const step of ['3', '4', '5', '6', '7', '8', '9'])
    assert.match(await citizen.promise(matter, `step:${step}`), /^met/, `step ${step}`);

  await city.until('2026-12-04 17:00');
  const closed = await citizen.confirms(matter, 5, 'Cepat.');
  assert.deepEqual([closed.status, closed.closure?.kind, closed.rating?.score], ['closed', 'confirmed', 5]);
  assert.equal(await citizen.walked(matter), '1 2 3 4 5 6 7 8 9 10 11');
});

test('Not ours: referred to a body by its name, and the reporter may rate that', async () => {
  const citizen = city.citizen();
  const matter = await citizen.files('Tarif listrik rumah saya naik dua kali lipat.');
  await admin.refers(matter, 'PT PLN (Persero) UP3 Ternate', 'Listrik bukan wewenang kota.');
  const view = await citizen.looks(matter);
  assert.equal(view.status, 'referred');
  assert.match(JSON.stringify(view), /PT PLN \(Persero\) UP3 Ternate/);
  assert.equal((await citizen.rates(matter, 4)).rating?.score, 4);
  assert.equal(view.closure, null, 'and it does not count as settled');
});

test('Incomplete: the reporter completes, and the counting waits for it', async () => {
  const citizen = city.citizen();
  const matter = await citizen.files('Jalan rusak.');
  await admin.asks(matter, 'Di jalan apa?');
  assert.equal((await citizen.stands(matter)).status, 'awaiting-reporter');
  assert.match(await citizen.promise(matter, 'verification'), /^paused/);
  await citizen.completes(matter, 'Jalan Pahlawan, depan pasar.');
  assert.equal((await citizen.stands(matter)).status, 'verifying');
  assert.match(await citizen.promise(matter, 'verification'), /^running/);
});

test('A duplicate is merged and its reporter gets the answer of the first', async () => {
  const [first, second] = [city.citizen(), city.citizen()];
  const [one, two] = [await first.files(text), await second.files('Jalan berlubang di pasar.')];
  await admin.verifies(one, classified);
  await admin.merges(two, one);
  assert.equal((await second.stands(two)).status, 'merged');
  await admin.sendsTo(one, roads);
  await officer.accepts(one);
  await officer.writesReport(one);
  await reviewer.approves(one);
  await head.closesReport(one);
  await liaison.finishes(one, 'Lubang sudah ditutup.');
  await house.runJobs();
  assert.equal((await second.looks(two)).answer?.text, 'Lubang sudah ditutup.');
});

test('A question is answered at the desk and let out by a second person, within five working days', async () => {
  const citizen = city.citizen();
  const matter = await citizen.files('Jam berapa loket perizinan buka?', { kind: 'information-request' });
  await admin.verifies(matter, { title: 'Jam buka loket', kind: 'information-request' });
  await admin.answers(matter, 'Senin sampai Jumat, 08.00 sampai 15.00 WIT.');
  assert.equal(await admin.isRefused(matter, 'release', {}), 'same-person');
  await secondAdmin.releases(matter);
  const view = await citizen.looks(matter);
  assert.equal(view.status, 'answered');
  assert.equal((await citizen.stands(matter)).step, '10', 'the rating follows here, too');
  assert.match(await citizen.promise(matter, 'class-information-request'), /^met/);
  assert.equal((await citizen.confirms(matter, 5)).closure?.kind, 'confirmed');
});

test('The unit returns twice; the third disposition binds', async () => {
  const matter = await city.citizen().files(text);
  await admin.verifies(matter, classified);
  for (const reason of ['Bukan jalan kota.', 'Tetap bukan.']) {
    await admin.sendsTo(matter, roads);
    await officer.returns(matter, reason);
  }
  await admin.sendsTo(matter, roads);
  assert.equal(
    await officer.isRefused(matter, 'disposition-return', { reason: 'Bukan.' }),
    'returned-too-often',
  );
});

test('An objection is the No of step 10: back to the unit, examined by another person', async () => {
  const { citizen, matter } = await answered();
  await citizen.objects(matter, 'Lubangnya terbuka lagi.');
  assert.deepEqual(
    [(await citizen.stands(matter)).status, (await citizen.stands(matter)).step],
    ['reopened', '6'],
  );
  assert.match(await citizen.promise(matter, 'step:10'), /^met/);
  await officer.writesReport(matter);
  assert.equal(await reviewer.isRefused(matter, 'report-approval', { note: '' }), 'same-person');
  await secondReviewer.approves(matter);
  await head.closesReport(matter);
  await liaison.finishes(matter, 'Lubang ditutup ulang.');
  assert.equal((await citizen.confirms(matter, 4)).closure?.kind, 'confirmed');
  assert.equal(await citizen.walked(matter), '1 2 3 4 5 6 7 8 9 10 11');
});

test('Silence closes without counting as settled, and nobody of the office is late for it', async () => {
  const { citizen, matter } = await answered();
  await city.until('2027-01-31 09:00');
  const view = await citizen.looks(matter);
  assert.deepEqual([view.status, view.closure?.kind], ['closed', 'no-response']);
  assert.equal((await head.wasTold(matter)).includes('deadline-missed'), false);
});
