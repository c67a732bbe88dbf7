import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { handled } from '../support/office-officer.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { hour, instant } from '../support/office-time.ts';

/** Document A, steps 5 to 9: the unit, the UPT, the field workers, the report on its way up. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const { verifier, officer, liaison, reviewer, secondReviewer, head, makassar, fieldWorker } = office;
const { directorate, other } = ministryUnits;
const sentra = (city: 'jakarta' | 'makassar' | 'ternate') => office.unit(ministryUnits[city]);
const path = ministryPaths(office);
const twoDays = { amount: 2, unit: 'workingDay' } as const;
const oneDay = { amount: 1, unit: 'workingDay' } as const;

test('Returned by two units with a reason: the third disposition binds, and nothing was won by it', async () => {
  const citizen = office.citizen();
  const matter = await path.sent(citizen);
  const promised = await citizen.promise(matter, 'first-answer');
  await liaison.returns(matter, 'Ini tugas Direktorat Jaminan Sosial.');
  assert.equal((await citizen.stands(matter)).step, '4');
  assert.ok((await verifier.wasTold(matter)).includes('disposition-returned'));

  await verifier.sendsTo(matter, office.unit(other));
  assert.equal((await citizen.stands(matter)).with, other);
  await office.otherOfficer.returns(matter, 'Penerimanya anak: tugas direktorat anak.');

  await verifier.sendsTo(matter, office.unit(directorate));
  assert.equal((await liaison.mayDo(matter)).includes('disposition-return'), false);
  const refused = await liaison.isRefused(matter, 'disposition-return', { reason: 'Tetap bukan kami.' });
  assert.equal(refused, 'returned-too-often');
  await liaison.accepts(matter);
  assert.equal((await citizen.stands(matter)).step, '6');
  assert.equal(await citizen.promise(matter, 'first-answer'), promised);
  assert.match(await citizen.promise(matter, 'overall'), /^running: Jumat, 27 November 2026/);
});

test('A return without a reason is refused', async () => {
  const matter = await path.sent(office.citizen());
  assert.equal(await liaison.isRefused(matter, 'disposition-return', { reason: '  ' }), 'invalid-input');
});

test('Copies to UPT: they know of the case and may not act on it; another UPT does not know it', async () => {
  const matter = await path.verified(office.citizen());
  await verifier.sendsTo(matter, office.unit(directorate), [sentra('makassar')]);
  assert.deepEqual(
    (await makassar.sees(matter)).copies.map((unit) => unit.name),
    [ministryUnits.makassar],
  );
  assert.deepEqual(await makassar.mayDo(matter), []);
  assert.ok((await makassar.wasTold(matter)).includes('copied'));
  assert.equal((await makassar.workList('queue=mine')).includes(matter.number), false);
  assert.equal((await makassar.workList('')).includes(matter.number), true);
  assert.equal(await office.jakarta.cannotFind(matter), true);

  await liaison.accepts(matter);
  await officer.copies(matter, sentra('ternate'));
  await officer.copies(matter, office.unit(other));
  const { otherOfficer } = office;
  assert.ok((await otherOfficer.workList('')).includes(matter.number), 'to know');
  assert.equal((await otherOfficer.workList('queue=mine')).includes(matter.number), false, 'not to act');
  assert.equal((await office.ternate.sees(matter)).copies.length, 3);
});

test('Three UPT at once, one of them with a field worker: each has a clock of its own in its own zone', async () => {
  const citizen = office.citizen();
  const matter = await path.accepted(citizen);
  const inJakarta = await officer.assigns(matter, {
    unitId: sentra('jakarta'),
    task: 'Periksa data keluarga',
    limit: twoDays,
  });
  const inMakassar = await officer.assigns(matter, {
    unitId: sentra('makassar'),
    task: 'Kunjungi keluarga',
    limit: twoDays,
  });
  const inTernate = await officer.assigns(matter, {
    unitId: sentra('ternate'),
    task: 'Tanyakan bank penyalur',
    limit: { amount: 3, unit: 'workingDay' },
  });
  assert.equal((await citizen.stands(matter)).step, '7');
  const visit = await makassar.assigns(matter, {
    person: fieldWorker,
    under: inMakassar,
    task: 'Datang ke rumah',
    limit: oneDay,
  });
  assert.equal((await citizen.stands(matter)).step, '7a');
  const zones = { [inJakarta]: 'Asia/Jakarta', [inMakassar]: 'Asia/Makassar', [inTernate]: 'Asia/Jayapura' };
  const due = async (id: string) => {
    const one = (await officer.sees(matter)).assignments.find((assignment) => assignment.id === id);
    return hour(one?.due ?? '', zones[id] ?? 'Asia/Makassar');
  };
  assert.equal(await due(inJakarta), 'Kamis, 26 November 2026, pukul 16.00 WIB');
  assert.equal(await due(inMakassar), 'Kamis, 26 November 2026, pukul 16.00 WITA');
  assert.equal(await due(inTernate), 'Jumat, 27 November 2026, pukul 16.00 WIT');
  assert.equal(await due(visit), 'Rabu, 25 November 2026, pukul 16.00 WITA');

  // The UPT cannot report while its field worker is still out.
  const early = { assignmentId: inMakassar, content: handled };
  assert.equal(await makassar.isRefused(matter, 'assignment-report', early), 'assignments-open');

  await fieldWorker.reports(matter, visit, { findings: 'Ibu Sri ditemui di rumah.' });
  await makassar.reports(matter, inMakassar, { findings: 'Kartu tertelan mesin.' });
  assert.equal((await citizen.stands(matter)).step, '8');

  // Returned: its clock goes on, it does not begin anew.
  await officer.returnsTask(matter, inMakassar, 'Sertakan tanda terima.');
  assert.equal(await due(inMakassar), 'Kamis, 26 November 2026, pukul 16.00 WITA');
  assert.ok((await makassar.wasTold(matter)).includes('assignment-returned'));
  await makassar.reports(matter, inMakassar, { findings: 'Kartu tertelan mesin; tanda terima terlampir.' });

  // Late: Jakarta misses its hour by a second. The head hears of it; the status stays.
  const before = await citizen.stands(matter);
  await office.until('2026-11-26 16:00:01');
  assert.ok((await head.wasTold(matter)).includes('deadline-missed'));
  assert.deepEqual({ ...(await citizen.stands(matter)), due: before.due }, before);
  await office.jakarta.reports(matter, inJakarta, { findings: 'Data keluarga masih berlaku.' });

  // Cancelled: the rest is there, the unit puts the report together.
  await officer.cancelsTask(matter, inTernate, 'Bank sudah menjawab.');
  assert.equal(await office.ternate.cannotFind(matter), true);
  const clocks = (await officer.sees(matter)).clocks;
  const outcome = (id: string) => clocks.find((clock) => clock.id === `assignment:${id}`)?.outcome;
  assert.deepEqual([inJakarta, inMakassar, inTernate, visit].map(outcome), [
    'late',
    'met',
    'cancelled',
    'met',
  ]);
  await officer.writesReport(matter, { findings: 'Keluarga dikunjungi, kartu diganti.' });
  assert.equal((await citizen.stands(matter)).step, '8a');
});

test("A field worker sees the one task: not the rest of the case, not the task of the UPT, not a colleague's", async () => {
  const matter = await path.accepted(office.citizen());
  const ofUpt = await officer.assigns(matter, {
    unitId: sentra('makassar'),
    task: 'Kunjungi keluarga',
    limit: twoDays,
  });
  assert.deepEqual(await fieldWorker.wasTold(matter), []);
  assert.equal(await fieldWorker.cannotFind(matter), true);
  await makassar.assigns(matter, {
    person: fieldWorker,
    under: ofUpt,
    task: 'Datang ke rumah',
    limit: oneDay,
  });
  assert.ok((await fieldWorker.workList('queue=assigned')).includes(matter.number));
  assert.ok((await fieldWorker.wasTold(matter)).includes('assigned'));
  const task = await fieldWorker.sees(matter);
  assert.equal(task.report, null);
  assert.deepEqual(
    task.assignments.map((one) => one.task),
    ['Datang ke rumah'],
  );
  assert.equal(task.clocks.filter((clock) => clock.rule === 'assignment').length, 1, 'and its time only');
  assert.equal(await office.secondFieldWorker.cannotFind(matter), true);
});

test('When the last assignment reports, the reports go up together under the names of their units', async () => {
  const matter = await path.accepted(office.citizen());
  const one = await officer.assigns(matter, {
    unitId: sentra('jakarta'),
    task: 'Periksa data',
    limit: twoDays,
  });
  const two = await officer.assigns(matter, {
    unitId: sentra('makassar'),
    task: 'Kunjungi',
    limit: twoDays,
  });
  await office.jakarta.reports(matter, one, { findings: 'Data berlaku.', answer: 'Data Anda berlaku.' });
  await makassar.reports(matter, two, { findings: 'Kartu rusak.', answer: 'Kartu Anda diganti.' });
  const { report, step } = await reviewer.sees(matter);
  assert.equal(step?.no, '8a');
  assert.equal(
    report?.versions[0]?.content.findings,
    `${ministryUnits.jakarta}: Data berlaku.\n\n${ministryUnits.makassar}: Kartu rusak.`,
  );
  assert.equal(report?.versions[0]?.content.answer, 'Data Anda berlaku.\n\nKartu Anda diganti.');
});

test('A task for somebody whom the SOP does not name is refused', async () => {
  const matter = await path.accepted(office.citizen());
  const body = { parentId: null, unitId: null, task: 'Kunjungi', limit: { ...oneDay } };
  const toHead = await officer.isRefused(matter, 'assignment', { ...body, personId: head.id });
  assert.equal(toHead, 'assignee-not-allowed');
  const toNobody = await officer.isRefused(matter, 'assignment', { ...body, personId: null });
  assert.equal(toNobody, 'assignee-not-allowed');
});

test('The report is corrected: what was written before stays readable beside what was made of it', async () => {
  const citizen = office.citizen();
  const matter = await path.reported(citizen);
  assert.equal(await officer.isRefused(matter, 'report-approval', { note: '' }), 'same-person');
  await reviewer.corrects(matter, { findings: 'Kartu tertelan mesin sejak 3 Agustus.' }, 'Tanggal ditambah.');
  const { report } = await officer.sees(matter);
  assert.deepEqual(
    report?.versions.map(({ number, author, content, note }) => [
      number,
      author.name,
      content.findings,
      note,
    ]),
    [
      [1, 'Ujang', handled.findings, null],
      [2, 'Rini', 'Kartu tertelan mesin sejak 3 Agustus.', 'Tanggal ditambah.'],
    ],
  );
  await reviewer.approves(matter);
  assert.equal((await citizen.stands(matter)).step, '8b');
});

test('The report is sent back, written again, approved; sent back by the head, approved again, closed', async () => {
  const citizen = office.citizen();
  const matter = await path.reported(citizen);
  await reviewer.sendsReportBack(matter, 'Belum menjawab keluhan.');
  assert.deepEqual(
    [(await citizen.stands(matter)).status, (await citizen.stands(matter)).step],
    ['in-progress', '8'],
  );
  assert.ok((await officer.wasTold(matter)).includes('report-returned'));
  await officer.writesReport(matter, { actions: 'Kartu baru diserahkan 24 November.' });
  await reviewer.approves(matter);
  assert.ok((await head.wasTold(matter)).includes('to-close'));
  await head.sendsClosureBack(matter, 'Lampirkan bukti.');
  assert.equal((await citizen.stands(matter)).step, '8a');
  assert.ok((await reviewer.wasTold(matter)).includes('closure-returned'));
  await reviewer.approves(matter);
  await head.closesReport(matter);
  assert.equal((await officer.sees(matter)).report?.versions.length, 2);
  await liaison.finishes(matter);
  assert.equal((await citizen.stands(matter)).status, 'answered');
});

test('One assignment is sent back from the examination and reports again', async () => {
  const citizen = office.citizen();
  const matter = await path.accepted(citizen);
  const id = await officer.assigns(matter, {
    unitId: sentra('makassar'),
    task: 'Kunjungi',
    limit: twoDays,
  });
  await makassar.reports(matter, id);
  await reviewer.sendsReportBack(matter, 'Foto kurang.', id);
  assert.equal((await citizen.stands(matter)).step, '8');
  await makassar.reports(matter, id, { evidence: 'Foto dan tanda terima.' });
  assert.equal((await citizen.stands(matter)).step, '8a');
  assert.equal((await reviewer.sees(matter)).assignments[0]?.reports.length, 2);
});

test('Handler, reviewer and closer are different people, whatever roles somebody holds', async () => {
  const everything = await office.employ({
    name: 'Semua',
    role: 'unit-officer',
    also: ['reviewer', 'unit-head'],
    unit: directorate,
  });
  const own = await path.accepted(office.citizen());
  await everything.writesReport(own);
  assert.equal(await everything.isRefused(own, 'report-approval', { note: '' }), 'same-person');
  await secondReviewer.approves(own);
  assert.equal(await everything.isRefused(own, 'closure', { note: '' }), 'same-person');
  await head.closesReport(own);

  const examined = await path.reported(office.citizen());
  await everything.approves(examined);
  assert.equal(await everything.isRefused(examined, 'closure', { note: '' }), 'same-person');
  assert.equal(await office.otherHead.cannotFind(examined), true);
  await head.closesReport(examined);
});

test('The control centre reads every handling report that goes up', async () => {
  const matter = await path.reported(office.citizen());
  assert.ok((await office.controlCentre.wasTold(matter)).includes('report-up'));
  assert.equal((await office.controlCentre.sees(matter)).report?.versions.length, 1);
  // And enters what the reporter says to it by telephone; the report is others'.
  assert.deepEqual(await office.controlCentre.mayDo(matter), ['relay']);
});

test('The case cannot be finished before the head has closed the report', async () => {
  const matter = await path.approved(office.citizen());
  assert.equal(await liaison.isRefused(matter, 'finish', { answer: 'Selesai.' }), 'not-this-step');
});
