import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemActor } from '../../src/domain/access/actor.ts';
import { recountDeadlines } from '../../src/features/calendars/index.ts';
import type { Context } from '../../src/features/context/index.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { secondNode, testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { addedDay, calendarKeeperAtWork, decreeOfDay, faultsOf } from '../support/office-calendars.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

const house = await testHouse({ now: instant('2026-08-03 09:00') });
const ministry = await openWorkplace(house, 'kemensos');
const campus = await openWorkplace(house, 'politeknik');
const hire = async (name: string, role = 'procedure-manager', unit: string | null = null) =>
  calendarKeeperAtWork(await ministry.employ({ name, role, unit }));
const [sari, budi] = [await hire('Sari'), await hire('Budi')];
const stranger = await hire('Vera', 'verifier');
const narrow = await hire('Nina', 'procedure-manager', 'Direktorat Jaminan Sosial');
const outsider = calendarKeeperAtWork(await campus.employ({ name: 'Togar', role: 'procedure-manager' }));
const count = async (table: string): Promise<number> =>
  (await house.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;

test('the year is public, with its decree and its working days', async () => {
  const { status, body } = await fetchYear(2026);
  assert.equal(status, 200);
  assert.equal(body.state, 'decreed');
  assert.equal(body.workingDays, 240, 'domain.md, section 6');
  assert.equal(body.holidays.length, 25);
  assert.deepEqual(body.officeHours?.mondayToThursday, { opens: '07:30', closes: '16:00' });
  assert.equal((await fetchYear(2027)).body.state, 'provisional');
  assert.equal((await fetchYear(2031)).body.state, 'undecreed');
  assert.equal((await fetchYear(2031)).body.workingDays, null);

  async function fetchYear(year: number) {
    const response = await house.app.inject({ url: `/api/v1/calendars/years/${year}` });
    return { status: response.statusCode, body: response.json() };
  }
});

test('revisions are there for who keeps the calendar, and for nobody else', async () => {
  const draft = await sari.drafts([addedDay('2026-09-01')]);
  for (const keeper of [stranger, narrow]) {
    assert.equal(
      codeOf(await keeper.officer.ask({ path: '/calendars/revisions?state=draft' })),
      'not-authorized',
    );
    assert.equal(
      codeOf(await keeper.officer.ask({ path: `/calendars/revisions/${draft.id}` })),
      'not-authorized',
    );
    assert.equal(
      codeOf(await keeper.officer.ask({ path: `/calendars/revisions/${draft.id}/preview` })),
      'not-authorized',
    );
    assert.equal(
      codeOf(await keeper.triesDrafting({ ...decreeOfDay, entries: [addedDay('2026-09-02')] })),
      'not-authorized',
    );
    assert.equal(codeOf(await keeper.triesReading('tanggal\n')), 'not-authorized');
    assert.equal(codeOf(await keeper.triesApplying(draft.id)), 'not-authorized');
  }
  const visitor = await house.app.inject({ url: `/api/v1/calendars/revisions/${draft.id}` });
  assert.equal(visitor.statusCode, 401);
  const week = {
    change: 'week',
    unitId: campus.unit('Bagian Keuangan'),
    weekdays: [1, 2, 3],
    worksOnHolidays: false,
    from: '2026-09-01',
    to: null,
  };
  const body = { ...decreeOfDay, entries: [week] };
  assert.deepEqual(
    faultsOf(await sari.triesDrafting(body)),
    ['1 unit-unknown'],
    "another institution's unit",
  );
  const theirs = await outsider.triesDrafting(body);
  assert.equal(theirs.status, 201, theirs.text);
  assert.equal(codeOf(await budi.triesApplying(theirs.body.id)), 'not-authorized');
});

test('whoever wrote or changed a draft cannot apply it; of two who apply it one does', async () => {
  const draft = await sari.drafts([addedDay('2026-09-03')]);
  assert.equal(codeOf(await sari.triesApplying(draft.id)), 'own-revision');
  const changed = await budi.officer.ask<{ version: number }>({
    method: 'PUT',
    path: `/calendars/revisions/${draft.id}`,
    body: { version: 1, ...decreeOfDay, entries: [addedDay('2026-09-04')] },
  });
  assert.equal(changed.status, 200, changed.text);
  assert.equal(codeOf(await budi.triesApplying(draft.id, 2)), 'own-revision', 'a hand in it is authorship');
  assert.equal(codeOf(await outsider.triesApplying(draft.id, 1)), 'draft-changed');
  assert.equal(
    codeOf(await outsider.triesApplying(draft.id, 2)),
    'not-handed-over',
    'a change takes it back',
  );
  await budi.handsOver(draft.id, 2);
  const both = await Promise.all([outsider.triesApplying(draft.id, 2), outsider.triesApplying(draft.id, 2)]);
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409]);
  assert.equal(codeOf(await outsider.triesApplying(draft.id, 3)), 'already-decided');
  const fact = house.database.pool.query(`update calendar_revisions set reason = 'lain' where id = $1`, [
    draft.id,
  ]);
  await assert.rejects(fact, /append-only/);
});

test('a draft that something else has overtaken is not applied, and says where', async () => {
  const [first, second] = [
    await sari.drafts([addedDay('2026-09-07'), addedDay('2026-09-08')]),
    await sari.drafts([addedDay('2026-09-09'), addedDay('2026-09-08')]),
  ];
  await budi.applies(first.id);
  assert.deepEqual(faultsOf(await budi.triesApplying(second.id)), ['2 already-holiday']);
  assert.deepEqual(faultsOf(await budi.officer.ask({ path: `/calendars/revisions/${second.id}/preview` })), [
    '2 already-holiday',
  ]);
  assert.equal((await sari.revision(second.id)).state, 'draft');
});

test('bad files are refused with line and reason, and nothing is saved', async () => {
  const before = await count('calendar_revisions');
  const ical = (...lines: string[]) =>
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  assert.deepEqual(faultsOf(await sari.triesReading('tanggal,nama,jenis\n2027-01-02,A,cuti-bersama\n')), [
    '2 date-of-other-year',
  ]);
  assert.deepEqual(
    faultsOf(
      await sari.triesReading(
        ical('DTSTART;VALUE=DATE:20261012', 'RRULE:FREQ=SECONDLY', 'SUMMARY:A', 'CATEGORIES:cuti-bersama'),
      ),
    ),
    ['4 recurring-event'],
  );
  assert.deepEqual(faultsOf(await sari.triesReading(Buffer.from('PK\u0003\u0004'))), ['1 file-not-text']);
  assert.deepEqual(faultsOf(await sari.triesReading(Buffer.from([0xff, 0xfe, 0x41, 0x00]))), [
    '1 file-wrong-encoding',
  ]);
  assert.deepEqual(faultsOf(await sari.triesReading('a'.repeat(300 * 1024))), ['1 file-too-large']);
  assert.deepEqual(
    faultsOf(await sari.triesReading('tanggal,nama,jenis,wilayah\n2026-10-01,A,libur-daerah,99\n')),
    ['2 area-unknown'],
  );
  const broken = await sari.officer.ask({
    path: '/calendars/readings',
    body: { scope: 'amendment', year: 2026, content: '%%%' },
  });
  assert.equal(codeOf(broken), 'invalid-input');
  const wide = await sari.officer.ask({
    path: '/calendars/readings',
    body: { scope: 'amendment', year: 2026, content: 'QUFB'.repeat(200_000) },
  });
  assert.equal(codeOf(wide), 'invalid-input');
  assert.equal(await count('calendar_revisions'), before);
});

test('bad entries are refused by their place, and nothing is saved', async () => {
  const before = await count('calendar_revisions');
  const sent = {
    ...decreeOfDay,
    entries: [addedDay('2026-10-01'), addedDay('2026-10-01'), addedDay('2027-01-02')],
  };
  assert.deepEqual(faultsOf(await sari.triesDrafting(sent)), ['2 duplicate-date', '3 date-of-other-year']);
  const odd = [
    { ...decreeOfDay, entries: [] },
    { ...decreeOfDay, entries: [{ ...addedDay('2026-10-01'), kind: 'hari-besar' }] },
    { ...decreeOfDay, entries: [{ ...addedDay('2026-10-01'), fetch: 'http://127.0.0.1' }] },
    { ...decreeOfDay, entries: [addedDay('2026-10-01')], decreeDate: '2026-02-30' },
    { ...decreeOfDay, entries: [addedDay('2026-10-01')], decreeNumber: '   ' },
    { ...decreeOfDay, entries: [addedDay('2026-10-01')], signatories: [] },
    { ...decreeOfDay, entries: Array.from({ length: 401 }, () => addedDay('2026-10-01')) },
  ];
  for (const body of odd) assert.equal(codeOf(await sari.triesDrafting(body)), 'invalid-input');
  assert.equal(await count('calendar_revisions'), before);
});

test('a year without decree gets one: undated deadlines are dated, and the year is settled', async () => {
  const year = { scope: 'year', year: 2028, decreeNumber: 'SKB contoh 2028' } as const;
  assert.deepEqual(
    faultsOf(
      await sari.triesDrafting({
        ...decreeOfDay,
        ...year,
        scope: 'amendment',
        entries: [addedDay('2028-05-01')],
      }),
    ),
    ['null year-not-decreed'],
  );
  const read = await sari.reads('tanggal,nama,jenis\n2028-01-01,Tahun Baru,libur-nasional\n', year);
  const draft = await sari.drafts(read.entries as never, year);
  await budi.applies(draft.id);
  const view = await sari.year(2028);
  assert.equal(view.state, 'decreed');
  assert.equal(view.decree, 'SKB contoh 2028');
  assert.equal(view.holidays[0]?.revision !== null, true);
});

test('another server counts by the new calendar at once, and a recount that breaks off goes on', async (t) => {
  const citizen = ministry.citizen();
  const matters = [];
  for (let index = 0; index < 3; index += 1) matters.push(await citizen.files('Perkara berjalan.'));
  await house.runJobs();
  const other = await secondNode(house, t);
  const draft = await sari.drafts([addedDay('2026-08-05')], { decreeNumber: 'Keputusan contoh 12' });
  await budi.applies(draft.id);
  const there = await openWorkplace(other, 'kemensos');
  const fresh = await there.citizen().files('Di server lain.');
  assert.equal(
    await citizen.promise(fresh, 'verification'),
    'running: Jumat, 7 Agustus 2026, pukul 16.00 WIB',
    'no case is opened by a calendar that is no longer in force',
  );

  let calls = 0;
  const work = <T>(job: (ctx: Context) => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls === 3) throw new Error('the power went');
    return inTransaction(house.database.kysely, (tx) =>
      job({
        tx,
        actor: systemActor,
        now: house.clock.now(),
        requestId: 'job',
        locale: 'id',
        office: house.office,
      }),
    );
  };
  await assert.rejects(recountDeadlines(work, draft.id), /the power went/);
  const partly = (await sari.revision(draft.id)).recount;
  assert.equal(partly?.doneAt, null);
  assert.equal(partly?.movedCases, 1);
  await house.runJobs();
  for (const matter of matters) {
    assert.equal(
      await citizen.promise(matter, 'verification'),
      'running: Jumat, 7 Agustus 2026, pukul 16.00 WIB',
    );
    const { rows } = await house.database.pool.query(
      `select count(*)::int as n from case_events where case_id = $1 and type = 'ClockMoved' and data->>'clock' = 'verification'`,
      [matter.id],
    );
    assert.equal(rows[0].n, 1, 'moved once, however often it was counted');
  }
  const whole = (await sari.revision(draft.id)).recount;
  assert.notEqual(whole?.doneAt, null);
  assert.equal(whole?.movedCases, 3);
});
