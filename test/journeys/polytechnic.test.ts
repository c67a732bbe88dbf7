import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { polytechnic, polytechnicUnits } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';

/** Document B, the polytechnic's seven steps. Begins on Monday 23 November 2026, 09.00 WIB. */
const house = await testHouse({ now: instant('2026-11-23 09:00') });
const campus = await polytechnic(house);
const { admin, liaison, secondLiaison, officer, secondOfficer, head, academicOfficer } = campus;
const finance = campus.unit(polytechnicUnits.finance);
const academic = campus.unit(polytechnicUnits.academic);
const { front } = polytechnicUnits;
const text = 'UKT saya ditagih dua kali.';
const classified = { title: 'UKT ditagih dua kali' };

async function category(): Promise<string> {
  const row = await house.database.kysely
    .selectFrom('categories')
    .select('id')
    .where('institution_id', '=', 'politeknik')
    .where('default_unit_id', '=', finance)
    .executeTakeFirstOrThrow();
  return row.id;
}

test('The seven steps within their times: one day, one minute, one day each', async () => {
  const citizen = campus.citizen();
  const matter = await citizen.files(text, { category: await category() });
  assert.deepEqual(await citizen.stands(matter), {
    status: 'verifying',
    step: '2',
    with: front,
    due: 'Selasa, 24 November 2026',
  });
  await campus.until('2026-11-23 10:00');
  await admin.verifies(matter, { ...classified, categoryId: await category() });
  assert.equal((await citizen.stands(matter)).step, '3');
  assert.equal(await citizen.promise(matter, 'step:3'), 'running: Senin, 23 November 2026, pukul 10.01 WIB');
  assert.equal((await liaison.sees(matter)).category, 'UKT dan keuangan');

  await campus.until('2026-11-23 10:01:00');
  await liaison.sendsTo(matter, finance);
  assert.match(await citizen.promise(matter, 'step:3'), /^met/);
  assert.deepEqual(await citizen.stands(matter), {
    status: 'dispatched',
    step: '4',
    with: polytechnicUnits.finance,
    due: 'Selasa, 24 November 2026',
  });

  await campus.until('2026-11-23 13:00');
  await officer.accepts(matter);
  assert.equal((await citizen.stands(matter)).step, '5');
  await campus.until('2026-11-24 11:00');
  await officer.answers(matter, 'Tagihan kedua sudah dibatalkan.');
  assert.equal((await citizen.stands(matter)).status, 'in-review');
  assert.equal((await citizen.looks(matter)).answer, null, 'not before the liaison officer passes it on');
  await campus.until('2026-11-24 15:00');
  await liaison.releases(matter);
  const view = await citizen.looks(matter);
  assert.deepEqual([view.status, view.answer?.text], ['answered', 'Tagihan kedua sudah dibatalkan.']);
  assert.equal(await citizen.walked(matter), '1 2 3 4 5 6 7');
  for (const step of ['2', '3', '4', '5', '6', '7'])
    assert.match(await citizen.promise(matter, `step:${step}`), /^met/, `step ${step}`);
  assert.equal((await citizen.confirms(matter, 5)).closure?.kind, 'confirmed');
});

test('The liaison officer hears at once of what the central administrator recorded (step 2)', async () => {
  const citizen = campus.citizen();
  const matter = await citizen.files(text);
  await admin.verifies(matter, { ...classified, categoryId: await category() });
  assert.deepEqual(await liaison.wasTold(matter), ['to-dispatch']);
});

test('A liaison officer of one category hears of that category only', async () => {
  const ofFinance = await campus.employ({
    name: 'Fitri',
    role: 'liaison-officer',
    categoryId: await category(),
  });
  const citizen = campus.citizen();
  const [fees, grades] = [await citizen.files(text), await citizen.files('Nilai saya belum keluar.')];
  await admin.verifies(fees, { ...classified, categoryId: await category() });
  await admin.verifies(grades, { title: 'Nilai' });
  assert.deepEqual(await ofFinance.wasTold(fees), ['to-dispatch']);
  assert.deepEqual(await ofFinance.wasTold(grades), []);
  assert.equal(await ofFinance.cannotFind(grades), true);
});

test('One minute and one second: the step is late, somebody hears of it, and the status stays', async () => {
  const citizen = campus.citizen();
  const matter = await citizen.files(text);
  await campus.until('2026-11-25 09:00:00');
  await admin.verifies(matter, classified);
  await campus.until('2026-11-25 09:01:00');
  assert.equal((await admin.wasTold(matter)).includes('deadline-missed'), false);
  await campus.until('2026-11-25 09:01:01');
  assert.equal((await admin.wasTold(matter)).includes('deadline-missed'), true);
  assert.deepEqual(
    [(await citizen.stands(matter)).status, (await citizen.stands(matter)).step],
    ['verifying', '3'],
  );
  await liaison.sendsTo(matter, finance);
  assert.match(await citizen.promise(matter, 'step:3'), /^late/);
});

test('The unit returns what is not its own; the liaison officer sends it to another', async () => {
  const citizen = campus.citizen();
  const matter = await citizen.files(text);
  await admin.verifies(matter, classified);
  await liaison.sendsTo(matter, academic);
  await academicOfficer.returns(matter, 'Ini urusan keuangan.');
  assert.equal((await citizen.stands(matter)).step, '3');
  assert.ok((await liaison.wasTold(matter)).includes('disposition-returned'));
  await liaison.sendsTo(matter, finance);
  await officer.accepts(matter);
  assert.equal((await citizen.stands(matter)).with, polytechnicUnits.finance);
  assert.equal(await academicOfficer.cannotFind(matter), true);
});

test('The third disposition binds here as well', async () => {
  const matter = await campus.citizen().files(text);
  await admin.verifies(matter, classified);
  for (const reason of ['Bukan kami.', 'Tetap bukan kami.']) {
    await liaison.sendsTo(matter, finance);
    await officer.returns(matter, reason);
  }
  await liaison.sendsTo(matter, finance);
  assert.equal(
    await officer.isRefused(matter, 'disposition-return', { reason: 'Bukan.' }),
    'returned-too-often',
  );
});

test('The liaison officer sends an answer back; the unit writes a better one', async () => {
  const citizen = campus.citizen();
  const matter = await citizen.files(text);
  await admin.verifies(matter, classified);
  await liaison.sendsTo(matter, finance);
  await officer.accepts(matter);
  await officer.answers(matter, 'Silakan datang ke loket.');
  await liaison.sendsAnswerBack(matter, 'Belum menjawab pertanyaannya.');
  assert.equal((await citizen.stands(matter)).step, '5');
  assert.ok((await officer.wasTold(matter)).includes('answer-returned'));
  await secondOfficer.answers(matter, 'Tagihan kedua dibatalkan hari ini.');
  await secondLiaison.releases(matter);
  assert.equal((await citizen.looks(matter)).answer?.text, 'Tagihan kedua dibatalkan hari ini.');
});

test('Who wrote the answer does not pass it on', async () => {
  const both = await campus.employ({ name: 'Dua', role: 'liaison-officer', also: ['unit-officer'] });
  const matter = await campus.citizen().files(text);
  await admin.verifies(matter, classified);
  await liaison.sendsTo(matter, finance);
  await both.accepts(matter);
  await both.answers(matter, 'Tagihan dibatalkan.');
  assert.equal(await both.isRefused(matter, 'release', {}), 'same-person');
  await liaison.releases(matter);
});

test('One working day for the unit: missed by a second, its head hears, the answer still goes out', async () => {
  const citizen = campus.citizen();
  const matter = await citizen.files(text);
  await admin.verifies(matter, classified);
  await liaison.sendsTo(matter, finance);
  await officer.accepts(matter);
  await campus.until('2026-11-26 16:00:00');
  assert.equal((await head.wasTold(matter)).includes('deadline-missed'), false);
  await campus.until('2026-11-26 16:00:01');
  assert.equal((await head.wasTold(matter)).includes('deadline-missed'), true);
  assert.equal((await citizen.stands(matter)).status, 'in-progress');
  await officer.answers(matter, 'Tagihan dibatalkan.');
  await liaison.releases(matter);
  assert.match(await citizen.promise(matter, 'step:5'), /^late/);
  assert.match(await citizen.promise(matter, 'step:6'), /^met/);
});

test('An objection brings the answer back to the unit, and another liaison officer releases the next one', async () => {
  const citizen = campus.citizen();
  const matter = await citizen.files(text);
  await admin.verifies(matter, classified);
  await liaison.sendsTo(matter, finance);
  await officer.accepts(matter);
  await officer.answers(matter, 'Tagihan dibatalkan.');
  await liaison.releases(matter);
  await citizen.objects(matter, 'Tagihannya masih ada.');
  assert.deepEqual(
    [(await citizen.stands(matter)).status, (await citizen.stands(matter)).step],
    ['reopened', '5'],
  );
  await officer.answers(matter, 'Sekarang sudah hilang; kami lampirkan bukti.');
  assert.equal(await liaison.isRefused(matter, 'release', {}), 'same-person');
  await secondLiaison.releases(matter);
  assert.equal((await citizen.confirms(matter, 4)).closure?.kind, 'confirmed');
});

test('What the ministry has, the polytechnic does not: no handling report, no assignment', async () => {
  const matter = await campus.citizen().files(text);
  await admin.verifies(matter, classified);
  await liaison.sendsTo(matter, finance);
  await officer.accepts(matter);
  const acts = await officer.mayDo(matter);
  for (const act of ['handling-report', 'assignment', 'closure', 'finish'])
    assert.equal(acts.includes(act), false, act);
});

test('Two institutions, two procedures, one installation: neither sees the cases of the other', async () => {
  const matter = await campus.citizen().files(text);
  const ministry = await openWorkplace(house, 'kemensos');
  const stranger = await ministry.employ({ name: 'Vera', role: 'verifier' });
  assert.equal(await stranger.cannotFind(matter), true);
  assert.deepEqual(await stranger.workList(`q=${matter.number}`), []);
  const theirs = await ministry.citizen().files('Bantuan saya berhenti.');
  assert.equal(await admin.cannotFind(theirs), true);
  assert.deepEqual((await ministry.citizen().looks(theirs)).procedure.printedSteps, 9);
  assert.deepEqual((await campus.citizen().looks(matter)).procedure.printedSteps, 7);
});
