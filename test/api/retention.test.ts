import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RetentionPage, RunDone } from '../../src/features/retention/contract.ts';
import { listRetention } from '../../src/main/list-retention.ts';
import { testHouse } from '../support/house.ts';
import { kindsIn } from '../support/ledger.ts';
import type { Matter, Officer } from '../support/office.ts';
import { openWorkplace } from '../support/office.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** Identities kept long enough: dry run, hold, a proposal, a second person, and a register without personal data. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const ministry = await openWorkplace(house, 'kemensos');
const campus = await openWorkplace(house, 'politeknik');
const verifier = await ministry.employ({ name: 'Vera', role: 'verifier' });
const officer = await ministry.employ({ name: 'Dewi', role: 'privacy-officer' });
const inspector = await ministry.employ({ name: 'Indra', role: 'inspectorate' });
const outsider = await campus.employ({ name: 'Togar', role: 'privacy-officer' });
const citizen = ministry.citizen();
const contact = { name: 'Sri Wahyuni', phone: '0812 3456 7890' };

const path = '/privacy/retention?institution=kemensos';
const page = async (by: Officer = officer) => (await by.ask<RetentionPage>({ path })).body;
const propose = (by: Officer = officer) =>
  by.ask<{ id: string }>({ method: 'POST', path: '/privacy/retention/runs?institution=kemensos' });
const end = (by: Officer, id: string, how: 'confirmation' | 'withdrawal') =>
  by.ask<RunDone>({ method: 'POST', path: `/privacy/retention/runs/${id}/${how}` });
const numbers = (of: RetentionPage) => of.items.map(({ caseNumber }) => caseNumber);
const sealedKeys = async (matter: Matter) =>
  (
    await house.database.kysely
      .selectFrom('vault.keys')
      .select('subject')
      .where('subject', '=', matter.id)
      .execute()
  ).length;

async function withdrawn(): Promise<Matter> {
  const matter = await citizen.files('Bantuan belum cair.', { contact });
  await citizen.withdraws(matter, 'Sudah beres.');
  return matter;
}

const [gone, held, kept] = [await withdrawn(), await withdrawn(), await withdrawn()];
const open = await citizen.files('Masih ditangani.', { contact });
const nameless = await citizen.files('Tanpa nama.');
await citizen.withdraws(nameless, '');
await officer.does(held, 'legal-hold', { reason: 'Diminta pengadilan.' });

test('the dry run lists what was kept long enough, why each would go or stay, and changes nothing', async () => {
  assert.deepEqual((await page()).items, [], 'not before a year is over');
  assert.equal(codeOf(await propose()), 'nothing-to-destroy');
  house.clock.set(instant('2027-11-24 08:16'));
  const now = await page();
  assert.deepEqual(numbers(now).toSorted(), [gone, held, kept].map(({ number }) => number).toSorted());
  const stays = now.items.find(({ caseNumber }) => caseNumber === held.number);
  assert.equal(stays?.left?.code, 'legal-hold');
  assert.deepEqual(
    now.held.map(({ reason }) => reason),
    ['Diminta pengadilan.'],
  );
  assert.equal(await sealedKeys(gone), 1);
  const lines = await listRetention({ ...house, clock: house.clock.now }, 'kemensos');
  assert.match(lines[0] ?? '', /^kemensos: 2 would be destroyed, kept 1 year/);
  assert.ok(lines.some((line) => line.includes(held.number) && line.includes('left:')));
  assert.doesNotMatch(lines.join(), /Wahyuni|0812/);
});

test('the institution sets its own period, with what it rests on', async () => {
  const set = (by: Officer, body: object) =>
    by.ask({ method: 'PUT', path: '/privacy/retention/period?institution=kemensos', body });
  const two = { amount: 2, unit: 'year', basis: 'JRA 2026' };
  assert.equal(codeOf(await set(inspector, two)), 'not-authorized');
  assert.equal(codeOf(await set(outsider, two)), 'not-authorized');
  assert.equal(codeOf(await set(officer, { ...two, basis: ' ' })), 'invalid-input');
  assert.equal((await set(officer, two)).status, 200);
  const longer = await page();
  assert.deepEqual([longer.items, longer.setting?.basis], [[], 'JRA 2026']);
  house.clock.set(instant('2027-11-24 08:20'));
  await set(officer, { ...two, amount: 12, unit: 'month' });
  assert.equal((await page()).items.length, 3);
});

test('one proposes, another confirms; what was held meanwhile stays, and what is gone stands in the register', async () => {
  assert.equal(codeOf(await propose(inspector)), 'not-authorized');
  assert.equal(codeOf(await propose(outsider)), 'not-authorized');
  const first = (await propose()).body.id;
  assert.equal(codeOf(await propose()), 'already-decided', 'one at a time');
  assert.equal(codeOf(await end(officer, first, 'confirmation')), 'same-person');
  assert.equal(codeOf(await end(outsider, first, 'confirmation')), 'not-found');
  assert.equal((await end(officer, first, 'withdrawal')).status, 200);
  assert.equal(codeOf(await end(inspector, first, 'confirmation')), 'already-decided');

  const { id } = (await propose()).body;
  await officer.does(kept, 'legal-hold', { reason: 'Sengketa baru.' });
  const done = await end(inspector, id, 'confirmation');
  assert.equal(done.status, 200, done.text);
  assert.deepEqual(
    [done.body.destroyed, done.body.left.map(({ caseNumber }) => caseNumber)],
    [1, [kept.number]],
  );
  assert.deepEqual([await sealedKeys(gone), await sealedKeys(kept), await sealedKeys(open)], [0, 1, 1]);
  const { deletions } = await page(inspector);
  assert.deepEqual(
    deletions.map(({ caseNumber, proposedBy, confirmedBy }) => [caseNumber, proposedBy, confirmedBy]),
    [[gone.number, 'Dewi', 'Indra']],
  );
  assert.match(deletions[0]?.rule ?? '', /12 bulan.*JRA 2026/);
  assert.equal(
    codeOf(await verifier.tries(gone, 'reveal', { purpose: 'answer', reason: 'x' })),
    'identity-destroyed',
  );
});

test('one that is destroyed by itself stands in the register too, and no line can be taken out', async () => {
  house.clock.set(instant('2027-11-24 08:25'));
  await officer.does(held, 'hold-lifting', { reason: 'Perkara selesai.' });
  await officer.does(held, 'identity-destruction', { reason: 'Diminta pelapor.' });
  const { deletions } = await page();
  assert.deepEqual(
    deletions.map(({ caseNumber, rule, confirmedBy }) => [caseNumber, rule, confirmedBy]).at(0),
    [held.number, 'Diminta pelapor.', null],
  );
  await assert.rejects(house.database.kysely.deleteFrom('deletions').execute(), /append-only/);
});

test('a case that is about whoever reads is not listed, and is not destroyed by their confirmation', async () => {
  const named = await ministry.employ({ name: 'Rudi Hartawan', role: 'privacy-officer' });
  const about = await citizen.files('Rudi Hartawan meminta uang.', { contact });
  await citizen.withdraws(about, 'Sudah beres.');
  await officer.does(about, 'legal-hold', { reason: 'Diminta pengadilan.' });
  const heldFor = async (by: Officer) => (await page(by)).held.some(({ caseId }) => caseId === about.id);
  assert.deepEqual([await heldFor(officer), await heldFor(named)], [true, false]);
  await officer.does(about, 'hold-lifting', { reason: 'Selesai.' });

  house.clock.set(instant('2028-12-24 08:25'));
  assert.deepEqual(
    [numbers(await page()).includes(about.number), numbers(await page(named)).includes(about.number)],
    [true, false],
  );
  const { id } = (await propose()).body;
  const runOf = async (by: Officer) => (await page(by)).runs.find((run) => run.id === id)?.cases ?? 0;
  assert.equal((await runOf(officer)) - (await runOf(named)), 1);
  const byNamed = await end(named, id, 'confirmation');
  assert.equal(byNamed.status, 200, byNamed.text);
  assert.equal(await sealedKeys(about), 1, 'waits for somebody else');
  assert.equal((await end(inspector, (await propose()).body.id, 'confirmation')).body.destroyed, 1);
  assert.equal(await sealedKeys(about), 0);
  const goneFor = async (by: Officer) =>
    (await page(by)).deletions.some(({ caseNumber }) => caseNumber === about.number);
  assert.deepEqual([await goneFor(officer), await goneFor(named)], [true, false]);
});

test('the period, what is proposed and what becomes of it stand in the ledger', async () => {
  assert.ok((await kindsIn(house, 'retention.')).length > 0);
  const ended = await kindsIn(house, 'destruction.');
  const { rows } = await house.database.pool.query<{ n: number }>(
    'select count(*)::int as n from destruction_runs',
  );
  assert.equal(ended.filter((kind) => kind === 'destruction.proposed').length, rows[0]?.n);
  assert.ok(ended.includes('destruction.confirmed') && ended.includes('destruction.withdrawn'));
});
