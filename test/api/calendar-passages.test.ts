import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { addedDay, calendarKeeperAtWork, decreeOfDay } from '../support/office-calendars.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** A draft of the calendar between two people, and what a preview lets each of them open. */
const house = await testHouse({ now: instant('2026-08-03 09:00') });
const ministry = await openWorkplace(house, 'kemensos');
const campus = await openWorkplace(house, 'politeknik');
const hire = async (name: string, role = 'procedure-manager') =>
  calendarKeeperAtWork(await ministry.employ({ name, role }));
const [sari, budi] = [await hire('Sari'), await hire('Budi')];
const stranger = await hire('Vera', 'verifier');
const outsider = calendarKeeperAtWork(await campus.employ({ name: 'Togar', role: 'procedure-manager' }));

test('a draft goes to a second person and back, each way with its words; nobody passes on for others', async () => {
  const day = addedDay('2026-09-10');
  const draft = await sari.writes([day]);
  assert.deepEqual(draft.acts, ['change', 'hand-over', 'discard']);
  assert.deepEqual(
    (await budi.revision(draft.id)).acts,
    ['change', 'discard'],
    'not before it is handed over',
  );
  assert.equal(codeOf(await budi.triesHandingOver(draft.id)), 'not-authorized');
  assert.equal(codeOf(await budi.triesApplying(draft.id)), 'not-handed-over');
  assert.equal(codeOf(await budi.triesReturning(draft.id, 'Tidak.')), 'not-handed-over');
  await sari.handsOver(draft.id, 1, 'Mohon dicocokkan dengan keputusannya.');
  assert.equal(codeOf(await sari.triesHandingOver(draft.id)), 'already-decided');
  assert.equal(codeOf(await sari.triesReturning(draft.id, 'Tidak.')), 'own-revision');
  assert.equal(codeOf(await budi.triesReturning(draft.id, '   ')), 'invalid-input');
  assert.equal(codeOf(await stranger.triesReturning(draft.id, 'Tidak.')), 'not-authorized');
  const asked = await budi.revision(draft.id);
  assert.deepEqual(asked.acts, ['change', 'apply', 'return', 'discard']);
  const returned = await budi.triesReturning(draft.id, 'Tanggalnya lain di lampiran.');
  assert.equal(returned.status, 200, returned.text);
  assert.equal(returned.body.isHandedOver, false);
  assert.equal(codeOf(await budi.triesApplying(draft.id)), 'not-handed-over');
  const body = { version: 1, ...decreeOfDay, entries: [addedDay('2026-09-11')] };
  await sari.officer.ask({ method: 'PUT', path: `/calendars/revisions/${draft.id}`, body });
  await sari.handsOver(draft.id, 2);
  const applied = await budi.applies(draft.id, 2);
  assert.deepEqual(
    applied.passages.map(({ kind, by, words }) => `${by.name} ${kind}: ${words}`),
    [
      'Sari handed-over: Mohon dicocokkan dengan keputusannya.',
      'Budi returned: Tanggalnya lain di lampiran.',
      'Sari handed-over: ',
    ],
  );
  assert.equal(applied.isHandedOver, false);
});

test('a preview names every case of the institution, and opens those the reader may read', async () => {
  const matter = await ministry.citizen().files('Bantuan belum cair.');
  const draft = await sari.writes([addedDay('2026-08-04')]);
  const reader = calendarKeeperAtWork(
    await ministry.employ({ name: 'Rangkap', role: 'procedure-manager', also: ['verifier'] }),
  );
  const caseIdSeenBy = async (keeper: typeof sari) =>
    (await keeper.previews(draft.id)).rows.find((row) => row.number === matter.number)?.caseId;
  assert.equal(await caseIdSeenBy(sari), null);
  assert.equal(await caseIdSeenBy(reader), matter.id);
  assert.equal(await caseIdSeenBy(outsider), undefined);
});

test("a unit's week comes back with the id by which it is changed", async () => {
  const unitId = ministry.unit('Direktorat Jaminan Sosial');
  const week = {
    change: 'week',
    unitId,
    weekdays: [1, 2],
    worksOnHolidays: false,
    from: '2026-09-01',
    to: null,
  };
  const draft = await sari.writes([week as never]);
  const [entry] = (await sari.revision(draft.id)).entries;
  assert.equal(entry?.change === 'week' && entry.unitId, unitId);
});
