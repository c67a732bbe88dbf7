import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SubmissionInput } from '../../src/features/submissions/contract.ts';
import { testHouse } from '../support/house.ts';
import { type Matter, openWorkplace } from '../support/office.ts';
import { matterOf } from '../support/office-citizen.ts';
import { codeOf, faultsOf, knock } from '../support/office-door.ts';
import { handled } from '../support/office-officer.ts';
import { instant } from '../support/office-time.ts';

/** What people and machines may send. Nothing of it may break the server or come back as anything but data. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await openWorkplace(house, 'kemensos');
const verifier = await office.employ({ name: 'Vera', role: 'verifier' });

const send = (input: Partial<SubmissionInput>) => office.citizen().sends(input);

const empty: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', '   \n\t '],
  ['zero-width characters', '\u200b\u200c\u200d\ufeff'],
  ['control characters', '\u0001\u0002\u001b'],
  ['direction marks', '\u202e\u2066\u2069'],
  ['Hangul fillers', '\u3164\u115f'],
];
for (const [name, text] of empty) {
  test(`A text of ${name} only is no text`, async () => {
    const answer = await send({ text });
    assert.deepEqual([answer.status, faultsOf(answer)], [422, ['text']]);
  });
}

for (const length of [20_001, 1_000_000]) {
  test(`A text of ${length} characters is refused, never cut`, async () => {
    const answer = await send({ text: 'a'.repeat(length) });
    assert.deepEqual([answer.status, faultsOf(answer)], [422, ['text']]);
  });
}

test('A text of 20,000 characters is kept to the last one', async () => {
  const text = `${'a'.repeat(19_999)}z`;
  const answer = await send({ text });
  assert.equal(answer.status, 201);
  assert.equal((await office.citizen().looks({ code: answer.body.trackingCode })).text, text);
});

test('A body of five million characters is refused as too large', async () => {
  const answer = await send({ text: 'a'.repeat(5_000_000) });
  assert.deepEqual([answer.status, codeOf(answer)], [413, 'too-large']);
});

/** Every one of these is data: it comes back as it was sent. */
const strange: Readonly<Record<string, string>> = {
  sql: `'; drop table cases; -- " $1 \\' %_`,
  html: `<script>alert(1)</script><img src=x onerror=alert(2)>&amp;"'`,
  rightToLeft: 'مرحبا \u202ekebalik\u202c שלום',
  emoji: '👨‍👩‍👧‍👦 rumah 🏚️ 🇮🇩 é',
  control: 'satu\u0007dua\u001b[31mtiga',
  template: '{number} {{7*7}} ${process.env.SECRET_KEY} {kind, select, other {x}}',
  path: '../../../../etc/passwd\\..\\',
  formula: '=cmd|/c calc!A1',
  javanese: 'ꦱꦸꦒꦼꦁ 中文 \u{1F600}\u{E0041}',
};

for (const [name, text] of Object.entries(strange)) {
  test(`${name} in every field of a submission: kept to the letter, shown as data`, async () => {
    // Another name than the words of the matter, in which a reporter's own is hidden.
    const contact = {
      name: `${text.slice(0, 100)} Penutup`,
      phone: '0812 0000 0000',
      email: 'warga@contoh.test',
    };
    const sent = {
      text: `Laporan: ${text}`,
      title: text.slice(0, 200),
      place: text.slice(0, 200),
      institutionName: text.slice(0, 200),
      contact,
      occurredOn: '2026-11',
    };
    const answer = await send(sent);
    assert.equal(answer.status, 201, answer.text);
    const matter = await matterOf(house, answer.body);
    const view = await office.citizen().looks(matter);
    assert.equal(view.text, sent.text);
    assert.equal(view.title, sent.title.replace(/\s+/g, ' ').trim());
    const page = await verifier.sees(matter);
    assert.deepEqual(
      [page.text, page.place, page.institutionNamed],
      [sent.text, sent.place, sent.institutionName],
    );
    const { identity } = await verifier.reveals(matter, text);
    assert.equal(identity?.name, contact.name.trim());
    assert.equal((await office.citizen().looks(matter)).reveals[0]?.reason, text.trim());
    const raw = await verifier.ask({ path: `/cases/${matter.id}` });
    assert.match(String(raw.headers['content-type']), /^application\/json/);
    assert.equal(raw.headers['x-content-type-options'], 'nosniff');
  });

  test(`${name} in the words of officers: kept to the letter`, async () => {
    const matter = await office.citizen().files('Bantuan berhenti.');
    await verifier.notes(matter, text);
    await verifier.verifies(matter, { title: text.slice(0, 200), note: text });
    await verifier.writes(matter, text);
    await verifier.refers(matter, text.slice(0, 200), text);
    const page = await verifier.sees(matter);
    assert.equal(page.title, text.slice(0, 200).trim());
    assert.deepEqual(page.referral, { body: text.slice(0, 200).trim(), reason: text.trim() });
    const citizen = office.citizen();
    await citizen.objects(matter, text);
    assert.ok((await citizen.wasTold(matter)).includes('referred'));
    assert.ok((await verifier.wasTold(matter)).includes('objection'), 'a notice can be written of it');
  });
}

/** What PostgreSQL cannot store must not make the server fail, whoever sends it and wherever. */
const unstorable = ['\0', 'a\0b', '\ud800', 'a\udfffb'];
const probes: readonly (readonly [string, (text: string, matter: Matter) => Promise<unknown>])[] = [
  ['text', (text) => send({ text: `Laporan ${text}` })],
  ['title', (title) => send({ text: 'Laporan', title })],
  ['place', (place) => send({ text: 'Laporan', place })],
  ['institutionName', (institutionName) => send({ text: 'Laporan', institutionName })],
  ['institution', (institution) => send({ text: 'Laporan', institution })],
  ['category', (category) => send({ text: 'Laporan', category })],
  ['areaCode', (areaCode) => send({ text: 'Laporan', areaCode })],
  ['contact name', (name) => send({ text: 'Laporan', contact: { name } })],
  ['contact email', (name) => send({ text: 'Laporan', contact: { email: `${name}@a.test` } })],
  ['tracking code', (text) => knock(house, { path: `/tracking/${escaped(text)}` })],
  ['search', (text) => verifier.ask({ path: `/cases?q=${escaped(text)}` })],
  ['area of a list', (text) => verifier.ask({ path: `/cases?area=${escaped(text)}` })],
  ['cursor of a list', (text) => verifier.ask({ path: `/cases?cursor=${escaped(text)}` })],
  ['area search', (text) => knock(house, { path: `/areas?q=${escaped(text)}` })],
  ['area parent', (text) => knock(house, { path: `/areas?parent=${escaped(text)}` })],
  ['institution in the path', (text) => knock(house, { path: `/institutions/${escaped(text)}/units` })],
  ['procedure in the path', (text) => knock(house, { path: `/procedures/${escaped(text)}/x` })],
  ['statistics', (text) => verifier.ask({ path: `/statistics/units?institution=${escaped(text)}` })],
  ['notices', (text) => verifier.ask({ path: `/notifications?cursor=${escaped(text)}` })],
  ['sign-in', (email) => knock(house, { path: '/session', body: { email, password: 'x' } })],
  ['password', (password) => knock(house, { path: '/session', body: { email: 'a@b.test', password } })],
  ['note', (text, matter) => verifier.tries(matter, 'note', { text: `x${text}` })],
  ['message', (text, matter) => verifier.tries(matter, 'message', { text: `x${text}`, substantive: false })],
  ['merger', (intoNumber, matter) => verifier.tries(matter, 'merger', { intoNumber })],
  [
    'handling report',
    (findings, matter) => verifier.tries(matter, 'handling-report', { content: { ...handled, findings } }),
  ],
  ['classified area', (areaCode, matter) => verifier.ask(classifying(matter, { areaCode }))],
  ['classified category', (categoryId, matter) => verifier.ask(classifying(matter, { categoryId }))],
  ['reporter message', (text, matter) => office.citizen().tries(matter, 'message', { text: `x${text}` })],
];

function classifying(matter: Matter, given: object) {
  const base = { kind: 'complaint', oversight: false, urgent: false, title: 'x', note: '' };
  return {
    path: `/cases/${matter.id}/verification`,
    body: { ...base, categoryId: null, areaCode: null, ...given },
  };
}

function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%EF%BF%BD', '%EF%BF%BD');
}

for (const [name, probe] of probes) {
  test(`NUL and half characters in ${name} break nothing`, async () => {
    const matter = await office.citizen().files('Bantuan berhenti.');
    for (const text of unstorable) await probe(text, matter);
  });
}

test('An unknown area, category or institution is named as the field at fault, each by itself', async () => {
  const wrong = { areaCode: '99.99', category: 'tidak-ada', occurredOn: '2026-02-30' };
  assert.deepEqual(faultsOf(await send({ text: 'x', ...wrong })), ['areaCode', 'category', 'occurredOn']);
  assert.deepEqual(faultsOf(await send({ text: 'x', institution: 'tidak-ada' })), ['institution']);
  const matter = await office.citizen().files('Bantuan berhenti.');
  const answer = await verifier.ask(classifying(matter, { areaCode: '99.99' }));
  assert.equal(answer.status, 422, 'an officer cannot name what does not exist either');
  const category = await verifier.ask(classifying(matter, { categoryId: 'tidak-ada' }));
  assert.equal(category.status, 422);
});

const dates: readonly (readonly [string, boolean])[] = [
  ['2026-11-24', true],
  ['2026-11-25', false],
  ['2026-12', false],
  ['2027', false],
  ['1945', true],
  ['1944', false],
  ['1944-12-31', false],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2026-13', false],
  ['2026-00-10', false],
  ['2026-11-31', false],
  ['24-11-2026', false],
  ['kemarin', false],
  ['', false],
];
for (const [occurredOn, taken] of dates) {
  test(`It happened on "${occurredOn}": ${taken ? 'taken' : 'refused'}`, async () => {
    const answer = await send({ text: 'Bantuan berhenti.', occurredOn });
    assert.deepEqual(
      [answer.status, faultsOf(answer)],
      taken ? [201, []] : [422, ['occurredOn']],
      answer.text,
    );
  });
}

const arrivals: readonly (readonly [string, boolean])[] = [
  ['2026-11-24T01:00:00Z', true],
  ['2026-11-24T01:15:00.001Z', false],
  ['2025-01-01T00:00:00Z', false],
  ['2026-02-30T10:00:00Z', false],
  ['besok', false],
  ['+275761-01-01T00:00:00Z', false],
];
for (const [receivedAt, taken] of arrivals) {
  test(`A letter that arrived at "${receivedAt}": ${taken ? 'taken' : 'refused'}`, async () => {
    const answer = await verifier.ask({
      path: '/submissions',
      body: { text: 'Surat.', institution: 'kemensos', channel: 'letter', receivedAt },
    });
    assert.equal(answer.status, taken ? 201 : 422, answer.text);
  });
}

test('Nobody but an officer says through which channel and when something came', async () => {
  assert.deepEqual(faultsOf(await send({ text: 'x', channel: 'phone' })), ['channel']);
  assert.deepEqual(faultsOf(await send({ text: 'x', receivedAt: '2026-11-23T02:00:00Z' })), ['channel']);
});
