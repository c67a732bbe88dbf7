import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BreachInput, BreachListItem, BreachView } from '../../src/features/breaches/contract.ts';
import { testHouse } from '../support/house.ts';
import { kindsIn } from '../support/ledger.ts';
import { openWorkplace } from '../support/office.ts';
import { type Answer, codeOf, type Problem } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** The register of breaches: the 3 × 24 hours, both notices, and who may do what with it. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const ministry = await openWorkplace(house, 'kemensos');
const campus = await openWorkplace(house, 'politeknik');
const officer = await ministry.employ({ name: 'Dewi', role: 'privacy-officer' });
const inspector = await ministry.employ({ name: 'Indra', role: 'inspectorate' });
const verifier = await ministry.employ({ name: 'Vera', role: 'verifier' });
const outsider = await campus.employ({ name: 'Togar', role: 'privacy-officer' });

const facts: BreachInput = {
  institution: 'kemensos',
  noticedAt: instant('2026-11-23 16:00'),
  title: 'Surel jawaban ke alamat yang salah',
  course: 'Senin sore sebuah jawaban terkirim ke alamat orang lain.',
  data: ['contact', 'national-number'],
  people: null,
  measures: '',
  caseNumbers: [],
};
const record = (by: typeof officer, body: BreachInput = facts) =>
  by.ask<BreachView>({ path: '/privacy/breaches', body });
const act = (by: typeof officer, id: string, noun: string, body: object) =>
  by.ask<BreachView>({ path: `/privacy/breaches/${id}/${noun}`, body });
const faults = (answer: Answer<unknown>) => Object.keys((answer.body as Problem).fields ?? {});

test('three times 24 hours run from when it was noticed, through nights, and stop with the second notice', async () => {
  const matter = await ministry.citizen().files('Bantuan belum cair.');
  const recorded = await record(officer, { ...facts, caseNumbers: [matter.number] });
  assert.equal(recorded.status, 201, recorded.text);
  const { id, clock, notices } = recorded.body;
  assert.equal(clock.due, instant('2026-11-26 16:00'));
  assert.deepEqual(recorded.body.caseNumbers, [matter.number]);
  assert.match(notices.affected.id, /nama dan kontak pelapor dan NIK atau nomor KK/);
  assert.match(notices.authority.en, /reporters’ names and contacts and NIK or family card numbers/);
  assert.match(notices.authority.id, /jumlah orangnya belum diketahui/);

  const change = { ...facts, people: 1200, measures: 'Penerima diminta menghapusnya.', version: 1 };
  const path = `/privacy/breaches/${id}`;
  const changed = await officer.ask<BreachView>({ method: 'PUT', path, body: change });
  assert.match(changed.body.notices.authority.id, /1\.200 orang/);
  assert.match(changed.body.notices.affected.en, /Penerima diminta menghapusnya/);
  assert.equal(codeOf(await officer.ask({ method: 'PUT', path, body: change })), 'changed-meanwhile');

  const notice = { means: 'letter', sentAt: house.clock.now(), text: 'Naskah yang disunting.' };
  assert.equal(codeOf(await act(officer, id, 'closing', { text: 'Selesai.' })), 'notices-missing');
  const one = await act(officer, id, 'notice', { ...notice, audience: 'authority' });
  assert.equal(one.body.clock.outcome, 'running', 'one of two');
  house.clock.set(instant('2026-11-26 16:01'));
  const both = await act(officer, id, 'notice', {
    ...notice,
    audience: 'affected',
    sentAt: house.clock.now(),
  });
  assert.equal(both.body.clock.outcome, 'late', 'a minute too late');
  await act(inspector, id, 'note', { text: 'Sudah kami periksa.' });
  const closed = await act(officer, id, 'closing', { text: 'Selesai.' });
  assert.deepEqual(
    closed.body.entries.map(({ kind, audience, by }) => `${by} ${kind} ${audience ?? ''}`.trim()),
    [
      'Dewi recorded',
      'Dewi changed',
      'Dewi told authority',
      'Dewi told affected',
      'Indra noted',
      'Dewi closed',
    ],
  );
  assert.equal(closed.body.entries[2]?.words, 'Naskah yang disunting.');
  assert.deepEqual(closed.body.acts, []);
  assert.equal(codeOf(await act(officer, id, 'note', { text: 'Lagi.' })), 'already-decided');
});

test('both notices sent in time keep the promise, by the moment they were sent', async () => {
  const { id } = (await record(officer, { ...facts, noticedAt: instant('2026-11-24 10:00') })).body;
  const sentAt = instant('2026-11-25 09:00');
  const notice = { means: 'email', sentAt, text: 'Naskah.' };
  await act(officer, id, 'notice', { ...notice, audience: 'affected' });
  const told = await act(officer, id, 'notice', { ...notice, audience: 'authority' });
  assert.equal(told.body.clock.outcome, 'met');
  assert.equal(told.body.clock.stoppedAt, sentAt);
});

test('only the privacy officer records and tells; the inspectorate reads and notes; others do not know of it', async () => {
  const { id } = (await record(officer)).body;
  assert.equal(codeOf(await record(inspector)), 'not-authorized');
  assert.equal(codeOf(await record(verifier)), 'not-authorized');
  assert.equal(codeOf(await record(outsider)), 'not-authorized', 'of another institution');
  const path = `/privacy/breaches/${id}`;
  assert.deepEqual((await inspector.ask<BreachView>({ path })).body.acts, ['note']);
  assert.equal(codeOf(await verifier.ask({ path })), 'not-authorized');
  assert.equal(codeOf(await outsider.ask({ path })), 'not-found');
  assert.equal(codeOf(await act(outsider, id, 'note', { text: 'x' })), 'not-found');
  const list = await inspector.ask<BreachListItem[]>({ path: '/privacy/breaches?institution=kemensos' });
  assert.equal(list.body.length, 3);
});

test('what is missing or impossible is told by field; a sealed case gives no sign of itself', async () => {
  const wrong = { ...facts, title: ' ', course: '', data: [], noticedAt: '2027-01-01T00:00:00Z' };
  assert.deepEqual(faults(await record(officer, wrong)).toSorted(), ['course', 'data', 'noticedAt', 'title']);
  assert.deepEqual(faults(await record(officer, { ...facts, noticedAt: 'kemarin' })), ['noticedAt']);
  const matter = await ministry.citizen().files('Ada pungutan liar oleh pejabat.');
  await verifier.does(matter, 'seal', { reason: 'Menyangkut pejabat.' });
  const sealed = await record(officer, { ...facts, caseNumbers: [matter.number] });
  const unknown = await record(officer, { ...facts, caseNumbers: ['2611-99999'] });
  assert.deepEqual([faults(sealed), faults(unknown)], [['caseNumbers'], ['caseNumbers']]);
});

test('nobody can take a line out of what was done', async () => {
  await assert.rejects(house.database.kysely.deleteFrom('privacy_breach_entries').execute(), /append-only/);
});

test('every line of the register of breaches stands in the ledger too', async () => {
  const { rows } = await house.database.pool.query<{ kind: string }>(
    `select 'breach.' || kind as kind from privacy_breach_entries`,
  );
  const entered = await kindsIn(house, 'breach.');
  assert.deepEqual(entered.toSorted(), rows.map(({ kind }) => kind).toSorted());
  assert.deepEqual([...new Set(entered)].toSorted(), [
    'breach.changed',
    'breach.closed',
    'breach.noted',
    'breach.recorded',
    'breach.told',
  ]);
});
