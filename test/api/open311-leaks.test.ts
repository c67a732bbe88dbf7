import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RedactionView } from '../../src/features/cases/contract.ts';
import { testHouse } from '../support/house.ts';
import type { Matter } from '../support/office.ts';
import { ministry, ministryUnits } from '../support/office-casts.ts';
import { ministryPaths } from '../support/office-paths.ts';
import { instant } from '../support/office-time.ts';
import { askOpen311, clientOf, matterBy } from '../support/open311-client.ts';

/** What must not leave by Open311: not to everybody, and not to the program that filed it. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const office = await ministry(house);
const { verifier, secondVerifier, liaison } = office;
const app = await clientOf(house, 'kemensos', 'Aplikasi A');
const nobodys = '01890000-0000-7000-8000-000000000000';

const about = {
  description: 'Beras cokelat ditimbun di gudang Melati.',
  first_name: 'Ratna',
  last_name: 'Kusuma',
  email: 'ratna.kusuma@warga.test',
  phone: '0812 3456 7890',
};
const words = /cokelat|Melati|Ratna|Kusuma|warga\.test|3456/;

/** Everything that the client can ask, in both formats, with this number where one is asked for. */
async function everyAnswer(id: string): Promise<readonly { way: string; status: number; text: string }[]> {
  const ways = [
    '/services',
    '/services/umum',
    '/requests',
    `/requests/${id}`,
    `/tokens/${id}`,
    '/servicerequestupdates',
  ].flatMap((way) => [`${way}.xml`, `${way}.json`]);
  const asked = ways.map(async (way) => ({ way, ...(await app.ask(way)) }));
  const listed = ['xml', 'json'].map(async (format) => ({
    way: `by id, ${format}`,
    ...(await app.ask(`/requests.${format}`, { service_request_id: id })),
  }));
  return Promise.all([...asked, ...listed]);
}

test('The program that filed it learns how it stands, and not one word of reporter, office or identity', async () => {
  const { id, code } = await app.files(about);
  const matter = await matterBy(house, code);
  await verifier.asks(matter, 'Di gudang yang mana persisnya?');
  await office.citizen().completes(matter, 'Gudang jingga dekat terminal.');
  await verifier.verifies(matter, { title: 'Penimbunan beras' });
  await verifier.sendsTo(matter, office.unit(ministryUnits.directorate));
  await liaison.accepts(matter);
  await liaison.writes(matter, 'Kami periksa lusa bersama Bu Ningsih.');
  const answers = await everyAnswer(id);
  assert.ok(
    answers.some(({ way, text }) => way.startsWith('/requests/') && text.includes(ministryUnits.directorate)),
  );
  assert.ok(
    answers.some(({ way, text }) => way.startsWith('/servicereq') && text.includes('menulis kepada Anda')),
  );
  const persons = [verifier, liaison].map(({ name }) => name);
  for (const { way, text } of answers) {
    assert.doesNotMatch(text, words, way);
    assert.doesNotMatch(text, /persisnya|jingga|Penimbunan|lusa|Ningsih/, way);
    for (const secret of [matter.id, matter.number, code, code.replaceAll('-', ''), ...persons])
      assert.ok(!text.includes(secret), `${way}: ${secret}`);
  }
});

const closings: readonly (readonly [string, (matter: Matter) => Promise<unknown>])[] = [
  ['closed to both sides (L3)', (matter) => office.citizen().makesSecret(matter, 'L3')],
  ['handed over to the inspectorate', (matter) => verifier.seals(matter, 'Menyangkut pejabat.')],
  ['restricted', (matter) => office.citizen().asksAboutData(matter, 'restriction', 'Saya khawatir.')],
];
for (const [how, close] of closings) {
  test(`What is ${how} is answered, by its own number and key, like one that was never filed`, async () => {
    const form = { ...about, service_code: 'umum', 'attribute[external_id]': how };
    const filed = await app.send('/requests.json', form);
    const { id, code } = await app.files(form);
    const matter = await matterBy(house, code);
    assert.ok(
      (await everyAnswer(id)).some(({ text }) => text.includes(id)),
      'before',
    );
    await close(matter);
    const [closed, never] = [await everyAnswer(id), await everyAnswer(nobodys)];
    assert.deepEqual(
      closed.map(({ way, status, text }) => [way.replace(id, 'X'), status, text]),
      never.map(({ way, status, text }) => [way.replace(nobodys, 'X'), status, text]),
    );
    assert.ok(closed.every(({ text }) => !text.includes(id) && !words.test(text)));
    assert.equal((await app.send('/requests.json', form)).text, filed.text, 'sent again');
    const update = { service_request_id: id, description: 'Masih terjadi.' };
    const [written, unknown] = [
      await app.send('/servicerequestupdates.json', update),
      await app.send('/servicerequestupdates.json', { ...update, service_request_id: nobodys }),
    ];
    assert.deepEqual([written.status, written.text], [404, unknown.text]);
  });
}

test('Chosen closed to both sides from the start, it is taken in and spoken of to nobody', async () => {
  const { id, code } = await app.files({ ...about, 'attribute[secrecy]': 'L3' });
  assert.match(code, /^\w{4}-\w{4}-\w{4}$/);
  assert.equal((await app.ask(`/requests/${id}.json`)).status, 404);
});

test('Everybody reads what two people passed, in their words, and it is gone when it is taken down', async () => {
  const path = ministryPaths(office);
  const contact = { name: 'Sri Wahyuni', email: 'sri.wahyuni@warga.test' };
  const citizen = office.citizen();
  const matter = await path.settled(
    citizen,
    { text: 'Kata Pak Slamet Riyadi beras belum dikirim.', secrecy: 'L0', contact },
    { answer: 'Ibu Sri Wahyuni, beras sudah dikirim.' },
  );
  const list = (format: string, query: Record<string, string> = {}) =>
    askOpen311(house, `/requests.${format}`, { query: { jurisdiction_id: 'kemensos', ...query } });
  assert.deepEqual((await list('json')).json(), [], 'open to everybody is a wish until it was passed');

  const seen = await verifier.ask<RedactionView>({ path: `/cases/${matter.id}/redaction` });
  const parts = seen.body.parts.map(({ part, masks }) => ({ part, masks }));
  await verifier.does(matter, 'redaction', { parts });
  const saved = await verifier.ask<RedactionView>({ path: `/cases/${matter.id}/redaction` });
  await secondVerifier.does(matter, 'publication', { redaction: saved.body.saved?.number ?? 0 });

  const [request] = (await list('json')).json<Record<string, string>[]>();
  assert.ok(request !== undefined);
  assert.match(request.description ?? '', /Kata Pak \[nama\] beras belum dikirim/);
  assert.equal(request.status_notes, 'Ibu [nama], beras sudah dikirim.');
  assert.deepEqual(
    [request.status, request.requested_datetime, request.updated_datetime],
    ['closed', '2026-11-01T00:00:00+07:00', '2026-11-24T00:00:00+07:00'],
  );
  const one = `/requests/${request.service_request_id}`;
  for (const text of [
    (await list('xml')).text,
    (await askOpen311(house, `${one}.xml`)).text,
    (await askOpen311(house, `${one}.json`)).text,
  ]) {
    assert.doesNotMatch(text, /Slamet|Wahyuni|warga\.test|08:15/);
    for (const secret of [matter.id, matter.number, matter.code]) assert.ok(!text.includes(secret));
  }
  assert.deepEqual((await list('json', { status: 'open' })).json(), []);
  assert.deepEqual((await list('json', { end_date: '2026-10-31T00:00:00Z' })).json(), []);
  assert.deepEqual((await list('json', { page: '2' })).json(), []);
  assert.equal((await list('json', { service_code: 'tidak-ada' })).status, 404);
  const elsewhere = await askOpen311(house, `${one}.json`, { query: { jurisdiction_id: 'politeknik' } });
  assert.equal(elsewhere.status, 404);

  assert.equal((await citizen.tries(matter, 'publication-objection', { reason: '' })).status, 200);
  assert.equal((await askOpen311(house, `${one}.json`)).status, 404);
  assert.deepEqual((await list('json')).json(), []);
});
