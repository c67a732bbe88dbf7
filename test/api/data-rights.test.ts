import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataRequestItem } from '../../src/features/privacy/contract.ts';
import type { OwnData } from '../../src/features/submissions/contract.ts';
import { testHouse } from '../support/house.ts';
import type { Matter, Officer } from '../support/office.ts';
import { openWorkplace } from '../support/office.ts';
import { codeOf, knock } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';

/** The reporter's rights over their data, by code: to see, to correct, to restrict, to object (UU 27/2022). */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const ministry = await openWorkplace(house, 'kemensos');
const campus = await openWorkplace(house, 'politeknik');
const verifier = await ministry.employ({ name: 'Vera', role: 'verifier' });
const officer = await ministry.employ({ name: 'Dewi', role: 'privacy-officer' });
const inspector = await ministry.employ({ name: 'Indra', role: 'inspectorate' });
const outsider = await campus.employ({ name: 'Togar', role: 'privacy-officer' });
const citizen = ministry.citizen();
const contact = { name: 'Sri Wahyuni', phone: '0812 3456 7890', email: 'sri@uji.test' };
const files = () => citizen.files('Bantuan belum cair sejak Juli.', { contact });

const own = async (matter: Matter) =>
  (await knock<OwnData>(house, { path: `/tracking/${matter.code}/data` })).body;
const correct = (matter: Matter, body: object) =>
  knock(house, { path: `/tracking/${matter.code}/contact-correction`, body });
const opens = (by: Officer, matter: Matter) =>
  by.tries(matter, 'reveal', { purpose: 'answer', reason: 'Menelepon.' });
const requests = async (by: Officer) =>
  (await by.ask<DataRequestItem[]>({ path: '/privacy/requests?institution=kemensos' })).body;

test('by code the reporter sees all that is kept about them, and who opened it', async () => {
  const matter = await files();
  await opens(verifier, matter);
  await citizen.writes(matter, 'Nomor saya 0812 3456 7890.');
  const data = await own(matter);
  assert.deepEqual(
    [data.identity?.name, data.identity?.phone, data.identity?.email],
    [contact.name, contact.phone, contact.email],
  );
  assert.equal(data.text, 'Bantuan belum cair sejak Juli.');
  assert.deepEqual(
    data.written.map(({ text }) => text),
    ['Nomor saya 0812 3456 7890.'],
  );
  assert.deepEqual(
    data.openedBy?.map(({ purpose }) => purpose),
    ['answer'],
  );
  assert.equal(codeOf(await knock(house, { path: '/tracking/7KQM-4XRT-9DWP/data' })), 'not-found');
  const file = await house.app.inject({ url: `/lacak/${matter.code}/data.json` });
  assert.match(String(file.headers['content-disposition']), /attachment/);
  assert.equal((file.json() as OwnData).identity?.name, contact.name);
  const page = await house.app.inject({ url: `/lacak/${matter.code}/data` });
  assert.match(page.body, /Sri Wahyuni/);
  assert.equal(page.headers['cache-control'], 'private, no-store');
});

test('a correction holds at once, stands in the log without its values, and keeps the earlier ones sealed', async () => {
  const matter = await files();
  assert.equal(codeOf(await correct(matter, { ...contact, phone: 'dua' })), 'invalid-input');
  const changed = { name: 'Sri Wahyuningsih', phone: '0813 0000 1111', email: '' };
  const done = await correct(matter, changed);
  assert.deepEqual(done.body, { fields: ['name', 'phone', 'email'] });
  assert.deepEqual((await correct(matter, changed)).body, { fields: [] }, 'a second press changes nothing');
  const data = await own(matter);
  assert.equal(data.identity?.email, null);
  assert.deepEqual(
    data.earlier.map(({ name, phone }) => [name, phone]),
    [[contact.name, contact.phone]],
  );
  const opened = await opens(verifier, matter);
  assert.equal(opened.body.identity?.phone, '0813 0000 1111');
  const log = await house.database.kysely
    .selectFrom('case_events')
    .select(['type', 'data'])
    .where('case_id', '=', matter.id)
    .execute();
  assert.equal(log.filter(({ type }) => type === 'ContactCorrected').length, 1);
  assert.doesNotMatch(JSON.stringify(log), /Wahyuni|0813|sri@/);
  const nameless = await citizen.files('Tanpa nama.');
  assert.equal(codeOf(await correct(nameless, changed)), 'not-found', 'a report without a name stays one');
});

test('a restriction holds from the moment it is asked for; only the privacy officer opens the identity', async () => {
  const matter = await files();
  await citizen.asksAboutData(matter, 'restriction', 'Saya diancam.');
  assert.equal(
    await citizen.isRefused(matter, 'data-request', { kind: 'restriction', reason: 'Lagi.' }),
    'already-asked',
  );
  assert.equal(codeOf(await opens(verifier, matter)), 'processing-restricted');
  assert.ok(!(await verifier.sees(matter)).acts.includes('reveal'));
  assert.equal((await opens(officer, matter)).status, 200);
  const [waiting] = await requests(officer);
  assert.deepEqual(
    [waiting?.caseNumber, waiting?.kind, waiting?.due, waiting?.isLate],
    [matter.number, 'restriction', instant('2026-11-27 08:15'), false],
  );
  await officer.does(matter, 'data-answer', {
    kind: 'restriction',
    outcome: 'granted',
    words: 'Kami batasi.',
  });
  assert.equal(codeOf(await opens(verifier, matter)), 'processing-restricted');
  assert.ok((await citizen.wasTold(matter)).includes('data-answered'));
  await citizen.liftsRestriction(matter);
  assert.equal((await opens(verifier, matter)).status, 200);

  await citizen.asksAboutData(matter, 'restriction', 'Sekali lagi.');
  const refusal = {
    kind: 'restriction',
    outcome: 'refused',
    words: 'Diperlukan untuk keselamatan.',
  } as const;
  await officer.does(matter, 'data-answer', refusal);
  assert.equal(codeOf(await officer.tries(matter, 'data-answer', refusal)), 'not-this-status');
  assert.equal((await opens(verifier, matter)).status, 200, 'ended by the answer');
});

test('who answers: the privacy officer of the institution, of a sealed case the inspectorate alone', async () => {
  const matter = await files();
  await citizen.asksAboutData(matter, 'objection', 'Jangan diteruskan.');
  const answer = { kind: 'objection', outcome: 'granted', words: 'Tidak diteruskan.' } as const;
  for (const other of [verifier, inspector]) {
    assert.equal(codeOf(await other.tries(matter, 'data-answer', answer)), 'not-authorized');
  }
  assert.equal(codeOf(await outsider.tries(matter, 'data-answer', answer)), 'not-found');
  assert.equal(
    codeOf(await outsider.ask({ path: '/privacy/requests?institution=kemensos' })),
    'not-authorized',
  );
  await verifier.does(matter, 'seal', { reason: 'Menyangkut pejabat.' });
  const seenBy = async (one: Officer) =>
    (await requests(one)).some(({ caseNumber }) => caseNumber === matter.number);
  assert.deepEqual([await seenBy(officer), await seenBy(inspector)], [false, true]);
  assert.equal(codeOf(await officer.tries(matter, 'data-answer', answer)), 'not-found');
  assert.equal((await own(matter)).openedBy, null, 'who looks into it is not told');
  await inspector.does(matter, 'data-answer', answer);
  const [request] = (await own(matter)).requests;
  assert.equal(request?.answer?.words, 'Tidak diteruskan.');
});

test('one that nobody answered in time stands as late', async () => {
  const matter = await files();
  await citizen.asksAboutData(matter, 'objection', 'Jangan.');
  house.clock.set(instant('2026-11-27 08:16'));
  const late = (await requests(officer)).find(({ caseNumber }) => caseNumber === matter.number);
  assert.equal(late?.isLate, true);
});
