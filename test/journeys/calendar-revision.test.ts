import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listEvents } from '../../src/features/cases/index.ts';
import { explainClocks } from '../../src/main/explain-clocks.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { testHouse } from '../support/house.ts';
import { addedDay, calendarKeeperAtWork } from '../support/office-calendars.ts';
import { ministry, ministryUnits, polytechnic } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';

/**
 * Monday 3 August 2026. By hand from the decree (17 and 25 August are holidays): 1, 3 and 14 working days end on 4, 6
 * and 24 August; where 18 August is taken as well, fourteen end on the 26th.
 */
const house = await testHouse({ now: instant('2026-08-03 09:00') });
const office = await ministry(house);
const campus = await polytechnic(house);
const { verifier, liaison } = office;
const hire = async (name: string) =>
  calendarKeeperAtWork(await office.employ({ name, role: 'procedure-manager' }));
const [sari, budi] = [await hire('Sari'), await hire('Budi')];
await house.database.kysely
  .insertInto('areas')
  .values({
    code: '73',
    name: 'Contoh',
    level: 'province',
    parent_code: null,
    full_name: 'Contoh',
    search: '',
  })
  .execute();

const citizen = office.citizen();
const matter = await citizen.files('Bantuan belum cair.', {
  contact: { name: 'Ibu Contoh', email: 'ibu@contoh.test' },
});
const closes = (day: string, zone = 'WIB') => `running: ${day}, pukul 16.00 ${zone}`;
const movesOf = async (caseId: string) =>
  (await inTransaction(house.database.kysely, (tx) => listEvents(tx, caseId))).flatMap((event) =>
    event.type === 'ClockMoved' ? [event.data] : [],
  );

test('a day is drafted from a file, previewed and applied by a second person; promises move later, none earlier', async () => {
  assert.equal(await citizen.promise(matter, 'class-complaint'), closes('Senin, 24 Agustus 2026'));
  const read = await sari.reads('tanggal;nama;jenis\n2026-08-18;Cuti bersama tambahan;cuti-bersama\n');
  const draft = await sari.drafts(read.entries as never, { sourceName: 'perubahan.csv' });
  assert.deepEqual(draft.acts, ['change', 'discard'], 'an author applies nothing');

  const preview = await budi.previews(draft.id);
  const moved = preview.rows.find((row) => row.rule === 'class-complaint');
  assert.equal(moved?.number, matter.number);
  assert.equal(moved?.outcome, 'later');
  assert.equal(moved?.oldDue, instant('2026-08-24 16:00'));
  assert.equal(moved?.newDue, instant('2026-08-26 16:00'));
  assert.equal(preview.counts.kept, 0);
  assert.ok(!preview.rows.some((row) => row.rule === 'verification'), 'three days end before it');
  assert.equal(await citizen.promise(matter, 'class-complaint'), closes('Senin, 24 Agustus 2026'));

  const applied = await budi.applies(draft.id);
  assert.equal(applied.state, 'applied');
  const next = await citizen.files('Sesudah diterapkan.');
  assert.equal(await citizen.promise(next, 'class-complaint'), closes('Rabu, 26 Agustus 2026'));
  await house.runJobs();
  assert.equal(await citizen.promise(matter, 'class-complaint'), closes('Rabu, 26 Agustus 2026'));
  assert.equal(await citizen.promise(matter, 'verification'), closes('Kamis, 6 Agustus 2026'));

  const [event, ...others] = (await movesOf(matter.id)).filter(({ clock }) => clock === 'class-complaint');
  assert.deepEqual(event, {
    clock: 'class-complaint',
    from: instant('2026-08-24 16:00'),
    due: instant('2026-08-26 16:00'),
    provisional: false,
    reason: 'Keputusan contoh 7/2026',
  });
  assert.deepEqual(others, []);
  assert.equal((await budi.revision(draft.id)).recount?.doneAt, house.clock.now());
  assert.equal((await citizen.wasTold(matter)).filter((told) => told === 'deadline-moved').length, 1);
  const told = (await citizen.looks(matter)).timeline.find((entry) => entry.type === 'ClockMoved');
  assert.equal(told?.data.from, instant('2026-08-24 16:00'), 'the old promise can still be read');
});

test('the arithmetic names the decree, the revision and the promise before', async () => {
  const lines = (await explainClocks({ ...house, clock: house.clock.now }, matter.number))?.join('\n') ?? '';
  assert.match(lines, /18 Agu/);
  assert.match(lines, /Keputusan contoh 7\/2026/);
  assert.match(lines, /perubahan kalender 1/);
  assert.match(lines, /24 Agu 2026, 16\.00 WIB/);
});

test('the day is withdrawn again: what was promised stays, what is new counts as before', async () => {
  const draft = await budi.drafts([{ change: 'withdraw', date: '2026-08-18', area: null }], {
    decreeNumber: 'Keputusan contoh 8/2026',
  });
  const preview = await sari.previews(draft.id, '?outcome=kept');
  const kept = preview.rows.filter((row) => row.number === matter.number);
  assert.deepEqual(
    kept.map(({ rule, newDue, counted }) => ({ rule, newDue, counted })),
    [
      {
        rule: 'class-complaint',
        newDue: instant('2026-08-26 16:00'),
        counted: instant('2026-08-24 16:00'),
      },
    ],
  );
  assert.equal(preview.counts.later, 0);
  await sari.applies(draft.id);
  await house.runJobs();
  assert.equal(await citizen.promise(matter, 'class-complaint'), closes('Rabu, 26 Agustus 2026'));
  assert.equal((await citizen.wasTold(matter)).filter((told) => told === 'deadline-moved').length, 1);
  const fresh = await citizen.files('Sesudah dicabut.');
  assert.equal(await citizen.promise(fresh, 'class-complaint'), closes('Senin, 24 Agustus 2026'));
});

test('a holiday of an area moves what a unit there owes, in its own zone, and nothing else', async () => {
  const [there, elsewhere] = [await citizen.files('Di Makassar.'), await citizen.files('Di Jakarta.')];
  for (const one of [there, elsewhere]) await verifier.verifies(one);
  await verifier.sendsTo(there, office.unit(ministryUnits.makassar));
  await verifier.sendsTo(elsewhere, office.unit(ministryUnits.jakarta));
  assert.equal(await citizen.promise(there, 'acceptance'), closes('Selasa, 4 Agustus 2026', 'WITA'));
  const draft = await sari.drafts([addedDay('2026-08-04', '73')], { decreeNumber: 'Pergub contoh 1' });
  const preview = await budi.previews(draft.id);
  assert.ok(preview.rows.every((row) => row.unit === ministryUnits.makassar && row.outcome === 'later'));
  await budi.applies(draft.id);
  await house.runJobs();
  assert.equal(await citizen.promise(there, 'acceptance'), closes('Rabu, 5 Agustus 2026', 'WITA'));
  assert.equal(await citizen.promise(elsewhere, 'acceptance'), closes('Selasa, 4 Agustus 2026'));
  const item = (await office.makassar.list('limit=50')).items.find((one) => one.number === there.number);
  assert.equal(item?.clock?.daysLeft, 1, 'the list counts as the case does');
});

test('a unit that serves on Saturdays owes its own days; the promise to the reporter keeps the common week', async () => {
  const unitId = office.unit(ministryUnits.directorate);
  const draft = await sari.drafts(
    [
      {
        change: 'week',
        unitId,
        weekdays: [1, 2, 3, 4, 5, 6],
        worksOnHolidays: false,
        from: '2026-08-03',
        to: null,
      },
    ],
    { decreeNumber: 'Keputusan kepala contoh 2' },
  );
  await budi.applies(draft.id);
  house.clock.set(instant('2026-08-07 10:00'));
  const friday = await citizen.files('Diserahkan pada hari Jumat.');
  await verifier.verifies(friday);
  await verifier.sendsTo(friday, unitId);
  assert.equal(await citizen.promise(friday, 'acceptance'), closes('Sabtu, 8 Agustus 2026'));
  assert.equal(await citizen.promise(friday, 'class-complaint'), closes('Senin, 31 Agustus 2026'));
  await liaison.accepts(friday);
});

test('in the season of shorter hours new deadlines fall earlier in the day, promised ones stay', async () => {
  const before = await citizen.files('Sebelum jam kantor berubah.');
  const promised = await citizen.promise(before, 'verification');
  const draft = await sari.drafts(
    [
      {
        change: 'hours',
        from: '2026-08-10',
        to: '2026-08-31',
        name: 'Masa contoh',
        mondayToThursday: { opens: '08:00', closes: '15:00' },
        friday: { opens: '08:00', closes: '15:30' },
        deadlinesFallAt: '15:00',
      },
    ],
    { decreeNumber: 'Surat edaran contoh 3' },
  );
  const preview = await budi.previews(draft.id);
  assert.equal(preview.counts.later, 0);
  assert.ok(preview.counts.kept > 0);
  await budi.applies(draft.id);
  await house.runJobs();
  assert.equal(await citizen.promise(before, 'verification'), promised);
  const after = await citizen.files('Sesudah jam kantor berubah.');
  assert.equal(
    await citizen.promise(after, 'verification'),
    'running: Rabu, 12 Agustus 2026, pukul 15.00 WIB',
  );
});

test('another institution stands on the same national calendar; its cases are a number only', async () => {
  await campus.citizen().files('Beasiswa terlambat.');
  const draft = await sari.drafts([addedDay('2026-08-11')], { decreeNumber: 'Keputusan contoh 9/2026' });
  const preview = await budi.previews(draft.id);
  assert.ok(preview.elsewhere > 0);
  const { rows } = await house.database.pool.query(
    "select number from cases where institution_id = 'politeknik'",
  );
  assert.ok(rows.every(({ number }) => !preview.rows.some((row) => row.number === number)));
});
