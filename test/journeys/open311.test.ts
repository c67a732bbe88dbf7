import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { polytechnic, polytechnicUnits, theCity } from '../support/office-casts.ts';
import { instant } from '../support/office-time.ts';
import { askOpen311, clientOf, keyFor, matterBy } from '../support/open311-client.ts';
import { fieldsOf, readXml } from '../support/xml.ts';

/** An app files for people over Open311 and follows it to the end, in both formats. Begins on a Tuesday, 08.15 WIB. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });

interface Request {
  readonly service_request_id: string;
  readonly status: string;
  readonly status_notes: string;
  readonly service_code: string;
  readonly description: string | null;
  readonly agency_responsible: string;
  readonly requested_datetime: string;
  readonly expected_datetime: string | null;
}
interface Update {
  readonly update_id: string;
  readonly status: string;
  readonly updated_datetime: string;
  readonly description: string;
}

test('A campus app files in JSON, is asked, answers for the student, and follows the report until it is closed', async () => {
  const campus = await polytechnic(house);
  const { admin, liaison, officer } = campus;
  const app = await clientOf(house, 'politeknik', 'Kampus Kita');

  const services = await askOpen311(house, '/services.json', { query: { jurisdiction_id: 'politeknik' } });
  const fees = services
    .json<{ service_code: string; service_name: string }[]>()
    .find(({ service_name }) => service_name === 'UKT dan keuangan');
  assert.ok(fees !== undefined, services.text);

  const { id, code } = await app.files({
    service_code: fees.service_code,
    description: 'UKT saya ditagih dua kali semester ini.',
    first_name: 'Sari',
    last_name: 'Lestari',
    email: 'sari@mahasiswa.contoh.id',
    device_id: 'telepon-77',
    address_string: 'Gedung A lantai 2',
    lat: '5.12',
    long: '97.15',
    media_url: 'https://foto.contoh.id/kuitansi.jpg',
    'attribute[kind]': 'complaint',
    'attribute[external_id]': 'KK-1',
  });
  const matter = await matterBy(house, code);
  const seen = await admin.sees(matter);
  assert.match(JSON.stringify(seen), /https:\/\/foto\.contoh\.id\/kuitansi\.jpg/);
  assert.match(JSON.stringify(seen), /Gedung A lantai 2 \(5\.12, 97\.15\)/);
  assert.doesNotMatch(JSON.stringify(seen), /Lestari|sari@|telepon-77/, 'who reports lies sealed');

  const stands = async (): Promise<Request> => {
    const answer = await app.ask(`/requests/${id}.json`);
    assert.equal(answer.status, 200, answer.text);
    const [request] = answer.json<Request[]>();
    assert.ok(request !== undefined);
    return request;
  };
  const first = await stands();
  assert.equal(first.status, 'open');
  assert.equal(first.service_code, fees.service_code);
  assert.equal(first.requested_datetime, '2026-11-24T08:15:00+07:00');
  assert.equal(first.description, null);
  assert.match(first.status_notes, /sedang diperiksa oleh/);
  assert.match(first.expected_datetime ?? '', /^2026-1\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);

  await admin.asks(matter, 'Boleh sebutkan nomor tagihannya?');
  assert.match((await stands()).status_notes, /menunggu jawaban Anda/);
  const answer = await app.send('/servicerequestupdates.json', {
    service_request_id: id,
    update_id: 'u-1',
    status: 'closed',
    updated_datetime: '2026-11-24T08:20:00+07:00',
    description: 'Nomor tagihannya 77 dan 78.',
  });
  assert.equal(answer.status, 200, answer.text);
  assert.match(JSON.stringify(await admin.sees(matter)), /Nomor tagihannya 77 dan 78/);
  assert.equal((await stands()).status, 'open', 'a client closes nothing');

  await admin.verifies(matter, { title: 'UKT ditagih dua kali', categoryId: fees.service_code });
  await liaison.sendsTo(matter, campus.unit(polytechnicUnits.finance));
  await officer.accepts(matter);
  await officer.answers(matter, 'Tagihan kedua sudah dibatalkan.');
  await liaison.releases(matter);
  const answered = await stands();
  assert.equal(answered.status, 'open', 'the reporter has the last word');
  assert.equal(answered.agency_responsible, polytechnicUnits.finance);
  await campus.citizen().confirms(matter, 5);
  const last = await stands();
  assert.equal(last.status, 'closed');
  assert.equal(last.expected_datetime, null);
  assert.match(last.status_notes, /selesai/i);

  const updates = (await app.ask('/servicerequestupdates.json')).json<Update[]>();
  const told = updates.map(({ description }) => description).join('\n');
  for (const words of [
    /kami terima lewat Open311/,
    /bertanya kepada Anda/,
    /Anda menjawab/,
    /Jawaban disampaikan/,
  ])
    assert.match(told, words);
  assert.doesNotMatch(told, /77|dibatalkan|nomor tagihan/, 'what was written stays on the reporter’s page');
  assert.deepEqual(
    updates.map(({ status }) => status).filter((status, place, all) => status !== all[place - 1]),
    ['open', 'closed'],
  );
  assert.ok(updates.some(({ update_id }) => update_id === answer.json<Update[]>()[0]?.update_id));
  const none = await app.ask('/servicerequestupdates.json', { start_date: '2026-11-25T00:00:00Z' });
  assert.deepEqual(none.json(), []);
});

test('A city’s platform files in XML by a form, in another zone, and sees the referral', async () => {
  const city = await theCity(house);
  const key = await keyFor(house, 'kota-ternate', 'LaporJalan');
  const say = (path: string, form: Record<string, string>) =>
    askOpen311(house, path, { form: { api_key: key, jurisdiction_id: 'kota-ternate', ...form } });

  const definition = await askOpen311(house, '/services/umum.xml', {
    query: { jurisdiction_id: 'kota-ternate' },
  });
  assert.equal(definition.type, 'text/xml; charset=utf-8');
  const [, attributes] = readXml(definition.text).children;
  assert.deepEqual(
    attributes?.children.map((one) => fieldsOf(one).code),
    ['kind', 'occurred_on', 'secrecy', 'external_id'],
  );

  const filed = await say('/requests.xml', {
    service_code: 'umum',
    description: 'Jalan berlubang & lampu <mati> di depan pasar.',
    lat: '0.79',
    long: '127.38',
  });
  assert.equal(filed.status, 200, filed.text);
  const [request] = readXml(filed.text).children;
  assert.ok(request !== undefined && request.name === 'request');
  const {
    service_request_id: id = '',
    tracking_code: code = '',
    service_notice: notice = '',
  } = fieldsOf(request);
  assert.match(notice, /paling lambat Jumat, 27\s+November\s+2026/);

  const token = await askOpen311(house, `/tokens/${id}.xml`, { query: { api_key: key } });
  assert.deepEqual(fieldsOf(readXml(token.text).children[0] ?? request), {
    service_request_id: id,
    token: id,
  });

  const matter = await matterBy(house, code);
  await city.admin.refers(matter, 'Balai Jalan Nasional', 'Jalan nasional.');
  const asked = await askOpen311(house, `/requests/${id}.xml`, { headers: { 'x-api-key': key } });
  const stands = fieldsOf(readXml(asked.text).children[0] ?? request);
  assert.equal(stands.status, 'closed');
  assert.match(stands.status_notes ?? '', /Yang berwenang: Balai Jalan Nasional/);
  assert.equal(stands.requested_datetime, '2026-11-24T10:15:00+09:00');
  assert.equal(stands.description, '');

  const updates = await askOpen311(house, '/servicerequestupdates.xml', { query: { api_key: key } });
  const root = readXml(updates.text);
  assert.equal(root.name, 'service_request_updates');
  const last = fieldsOf(root.children.at(-1) ?? request);
  assert.deepEqual([last.service_request_id, last.status], [id, 'closed']);
});
