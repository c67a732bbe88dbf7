import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHouse } from '../support/house.ts';
import { statementsOf, work } from '../support/office-statements.ts';
import { instant } from '../support/office-time.ts';
import { askOpen311, clientOf, countRows } from '../support/open311-client.ts';
import { fieldsOf, readXml } from '../support/xml.ts';

/** What is refused over Open311 and how it is said, that nothing is taken twice, and that nothing typed is lost. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const app = await clientOf(house, 'kemensos', 'Aplikasi A');
const neighbour = await clientOf(house, 'kemensos', 'Aplikasi C');
const least = { service_code: 'umum', description: 'Bantuan belum cair.' };

const faultsIn = (text: string) => JSON.parse(text) as { code: number; description: string }[];
const faulty: readonly (readonly [string, Record<string, string>, readonly (readonly [number, RegExp])[]])[] =
  [
    [
      'nothing',
      { service_code: '', description: '' },
      [
        [400, /^service_code/],
        [400, /^description/],
      ],
    ],
    ['an unknown service', { service_code: 'tidak-ada' }, [[404, /service_code/]]],
    [
      'an unknown service and a bad place',
      { service_code: 'tidak-ada', lat: '1' },
      [
        [404, /service_code/],
        [400, /^long/],
      ],
    ],
    ['only a latitude', { lat: '-6.2' }, [[400, /^long/]]],
    [
      'a place outside the world',
      { lat: '-96', long: '200' },
      [
        [400, /^lat/],
        [400, /^long/],
      ],
    ],
    [
      'a place in words',
      { lat: 'selatan', long: '1e2' },
      [
        [400, /^lat/],
        [400, /^long/],
      ],
    ],
    ['an e-mail that is none', { email: 'sri@' }, [[400, /^email/]]],
    ['a telephone that is none', { phone: '12' }, [[400, /^phone/]]],
    ['a kind we do not know', { 'attribute[kind]': 'graffiti' }, [[400, /^attribute\[kind\]/]]],
    ['a secrecy we do not know', { 'attribute[secrecy]': 'L9' }, [[400, /^attribute\[secrecy\]/]]],
    ['a day to come', { 'attribute[occurred_on]': '2027-01-01' }, [[400, /^attribute\[occurred_on\]/]]],
    ['a text too long', { description: 'a'.repeat(20_001) }, [[400, /^description/]]],
    ['a name too long', { first_name: 'a'.repeat(61) }, [[400, /^first_name/]]],
    ['an institution that is not here', { jurisdiction_id: 'tidak-ada' }, [[403, /jurisdiction_id/]]],
  ];
for (const [what, form, expected] of faulty) {
  test(`Refused in both formats, with everything that is wrong at once: ${what}`, async () => {
    const before = await countRows(house, 'submissions');
    const json = await app.send('/requests.json', { ...least, ...form });
    const xml = await app.send('/requests.xml', { ...least, ...form });
    const faults = faultsIn(json.text);
    assert.equal(faults.length, expected.length, json.text);
    for (const [place, [code, words]] of expected.entries()) {
      assert.equal(faults[place]?.code, code);
      assert.match(faults[place]?.description ?? '', words);
    }
    assert.deepEqual([json.status, xml.status], [expected[0]?.[0], expected[0]?.[0]]);
    const root = readXml(xml.text);
    assert.equal(root.name, 'errors');
    assert.deepEqual(
      root.children.map(fieldsOf),
      faults.map(({ code, description }) => ({ code: String(code), description })),
    );
    assert.equal(await countRows(house, 'submissions'), before);
  });
}

test('What does not reach a way is told in the same shape: no such address, no form, too large, XML', async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>';
  const answers = [
    [404, await askOpen311(house, '/tidak-ada.json')],
    [
      400,
      await askOpen311(house, '/requests.json', { payload: bomb, headers: { 'content-type': 'text/xml' } }),
    ],
    [
      400,
      await askOpen311(house, '/requests.json', {
        payload: '{',
        headers: { 'content-type': 'application/json' },
      }),
    ],
    [413, await app.send('/requests.json', { ...least, description: 'a'.repeat(5 * 1024 * 1024) })],
  ] as const;
  for (const [status, answer] of answers) {
    assert.equal(answer.status, status, answer.text);
    assert.equal(faultsIn(answer.text)[0]?.code, status);
  }
  const page = await askOpen311(house, '/tidak-ada');
  assert.equal(readXml(page.text).name, 'errors');
});

test('The same report by the client’s own number is one; other words by it are refused; another client’s number is its own', async () => {
  const form = { ...least, 'attribute[external_id]': 'A-7' };
  const before = await countRows(house, 'submissions');
  const [first, second] = [await app.files(form), await app.files(form)];
  assert.deepEqual(first, second);
  assert.equal(await countRows(house, 'submissions'), before + 1);
  const changed = await app.send('/requests.json', { ...form, description: 'Lain sama sekali.' });
  assert.equal(changed.status, 400);
  assert.notEqual((await neighbour.files(form)).id, first.id);
  const together = { ...least, 'attribute[fixmystreet_id]': '88' };
  const both = await Promise.all([app.files(together), app.files(together)]);
  assert.deepEqual(both[0], both[1]);
});

test('An update sent twice is taken once, and its own number is good for one request', async () => {
  const { id } = await app.files(least);
  const update = { service_request_id: id, update_id: 'p-1', description: 'Tetangga juga belum.' };
  const sent = await app.send('/servicerequestupdates.json', update);
  const events = await countRows(house, 'case_events');
  const again = await app.send('/servicerequestupdates.json', update);
  assert.deepEqual([sent.status, again.status], [200, 200]);
  assert.equal(again.text, sent.text);
  assert.equal(await countRows(house, 'case_events'), events);
  const { id: next } = await app.files(least);
  assert.equal(
    (await app.send('/servicerequestupdates.json', { ...update, service_request_id: next })).status,
    400,
  );
  const lacking = await app.send('/servicerequestupdates.json', {});
  assert.deepEqual(
    faultsIn(lacking.text).map(({ code }) => code),
    [400, 400],
  );
});

test('The jurisdiction is asked for where several could be meant; dates carry their zone', async () => {
  assert.equal((await askOpen311(house, '/services.json')).status, 400);
  assert.equal((await askOpen311(house, '/services.json', { query: { jurisdiction_id: 'x' } })).status, 404);
  assert.equal((await app.ask('/services.json')).status, 200, 'a key says which');
  assert.equal((await app.ask('/services/tidak-ada.json')).status, 404);
  const dates = await app.ask('/servicerequestupdates.json', { start_date: '2026-11-24', end_date: 'besok' });
  assert.deepEqual(
    faultsIn(dates.text).map(({ description }) => description.split(':')[0]),
    ['start_date', 'end_date'],
  );
  const english = await askOpen311(house, '/services.json', { headers: { 'accept-language': 'en' } });
  assert.match(english.text, /several institutions here/);
  const found = await askOpen311(house, '/discovery.xml');
  assert.match(found.text, /<url>http:\/\/localhost:8080\/open311\/v2<\/url>/);
});

test('What has no field of ours stands in the text; an address that ends in one of our areas names it', async () => {
  await house.database.pool.query(`insert into areas (code, name, level, parent_code, full_name, search) values
    ('73', 'Sulawesi Selatan', 'province', null, 'Sulawesi Selatan', ' sulawesi selatan |'),
    ('73.05', 'Kabupaten Takalar', 'regency', '73', 'Kabupaten Takalar, Sulawesi Selatan',
     ' takalar | kabupaten sulawesi selatan'),
    ('73.05.05', 'Galesong', 'district', '73.05', 'Galesong, Kabupaten Takalar, Sulawesi Selatan',
     ' galesong | kecamatan kabupaten takalar sulawesi selatan')`);
  const street = `Lorong ${'panjang '.repeat(30)}`.trim();
  const see = async (form: Record<string, string>) => {
    const { code } = await app.files({ ...least, ...form });
    const tracked = await house.app.inject({ url: `/api/v1/tracking/${code}` });
    return tracked.json<{ text: string; place: string | null; area: string | null }>();
  };
  const long = await see({
    address_string: `${street}, Kec. Galesong, Takalar`,
    zipcode: '92254',
    'attribute[warna]': 'biru',
  });
  assert.equal(long.area, 'Galesong, Kabupaten Takalar, Sulawesi Selatan');
  assert.ok(long.text.startsWith('Bantuan belum cair.') && long.text.includes(street));
  assert.match(long.text, /92254[\s\S]*warna: biru/);
  const named = await see({ address_id: '73.05', lat: '-5.4', long: '119.4' });
  assert.deepEqual([named.area, named.place], ['Kabupaten Takalar, Sulawesi Selatan', '73.05 (-5.4, 119.4)']);
  const unknown = await see({ address_string: 'Dusun Entah, Pulau Mana' });
  assert.deepEqual([unknown.area, unknown.place], [null, 'Dusun Entah, Pulau Mana']);
});

test('Filing asks the database ten times at most, a page of requests six times, updates four', async () => {
  const form = { ...least, address_string: 'Jl. Melati 3, Galesong, Takalar', email: 'sri@warga.test' };
  let number = 0;
  const asked = async (asking: () => Promise<{ status: number; text: string }>) => {
    await asking();
    const seen = await statementsOf(house, async () => {
      const answer = await asking();
      assert.equal(answer.status, 200, answer.text);
    });
    return work(seen).length;
  };
  const filing = await asked(() =>
    app.send('/requests.json', { ...form, 'attribute[external_id]': `hitung-${number++}` }),
  );
  const page = await asked(() => app.ask('/requests.json'));
  const updates = await asked(() => app.ask('/servicerequestupdates.json'));
  assert.ok(filing <= 10 && page <= 6 && updates <= 4, `${filing}, ${page}, ${updates}`);
});

test('Too much by one key is held back for that key alone, and says for how long', async () => {
  const busy = await clientOf(house, 'kemensos', 'Sibuk');
  await house.database.pool.query(
    `insert into rate_counters (key, window_start, count)
     select $1, to_timestamp(floor(extract(epoch from $2::timestamptz) / 300) * 300), 600`,
    [await counterOf('Sibuk'), house.clock.now()],
  );
  const held = await busy.send('/requests.json', least);
  assert.deepEqual([held.status, faultsIn(held.text)[0]?.code], [429, 429]);
  assert.ok(Number(held.headers['retry-after']) > 0);
  assert.equal((await app.send('/requests.json', least)).status, 200);
});

async function counterOf(name: string): Promise<string> {
  const { id } = await house.database.kysely
    .selectFrom('api_clients')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return `client:${house.office.keys.hash('rate', id).toString('base64url')}`;
}
