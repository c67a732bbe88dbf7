import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Fastify from 'fastify';
import { rightsPage } from '../../scripts/write-rights.ts';
import { open311Routes } from '../../src/channels/open311/routes.ts';
import { type Open311Host, openWays } from '../../src/channels/open311/ways.ts';
import { open311Doors } from '../../src/domain/access/doors.ts';
import { testHouse } from '../support/house.ts';
import { instant } from '../support/office-time.ts';
import { askOpen311, clientOf, countRows, keyFor, order } from '../support/open311-client.ts';

/** Who gets in over Open311, and who sees what was filed by whom. */
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const app = await clientOf(house, 'kemensos', 'Aplikasi A');
const other = await clientOf(house, 'politeknik', 'Aplikasi B');
const neighbour = await clientOf(house, 'kemensos', 'Aplikasi C');
const least = { service_code: 'umum', description: 'Bantuan belum cair.' };

test('Every way has its door, every door both its ways, and none is built without', async () => {
  const built: string[] = [];
  const bare = Fastify();
  await bare.register(
    async (open311) => {
      open311.addHook('onRoute', ({ method, url }) => {
        if (method !== 'HEAD') built.push(`${method} ${url.replace('/open311/v2', '')}`);
      });
      open311Routes({ app: open311 } as unknown as Open311Host);
    },
    { prefix: '/open311/v2' },
  );
  await bare.ready();
  const promised = Object.keys(open311Doors).flatMap((way) => [`${way}.xml`, `${way}.json`]);
  assert.deepEqual(built.toSorted(), promised.toSorted());
  const page = readFileSync(rightsPage, 'utf8');
  for (const way of Object.keys(open311Doors)) assert.ok(page.includes(`| \`${way}\` |`), way);

  const forgotten = Fastify();
  const ways = openWays({ app: forgotten } as unknown as Open311Host);
  assert.throws(() => ways.open('/inquiries', async () => ({ ok: false, error: [] })), /has no door/);
  assert.throws(() => forgotten.get('/anything.xml', async () => ''), /has no door/);
  assert.throws(() => ways.own('/services', async () => ({ ok: false, error: [] })), /its door is a key/);
});

for (const [way, door] of Object.entries(open311Doors)) {
  test(`${way}: ${door === 'key' ? 'nobody without a key, nor with one that is wrong, revoked or another’s' : 'everybody'}`, async () => {
    const [method, path = ''] = way.split(' ');
    const address = `${path.replace(':code', 'umum').replace(/:(?:id|token)/, '01890000-0000-7000-8000-000000000000')}.json`;
    const query = { jurisdiction_id: 'kemensos' };
    const ask = (key: Record<string, string>) =>
      method === 'POST'
        ? askOpen311(house, address, { form: { ...query, ...least, service_request_id: 'x', ...key } })
        : askOpen311(house, address, { query: { ...query, ...key } });
    const wrong = await ask({ api_key: `${app.key}x` });
    assert.equal(wrong.status, 403, 'a wrong key is told to be one');
    assert.deepEqual(
      wrong.json<Fault[]>().map(({ code }) => code),
      [403],
    );
    const without = await ask({});
    if (door === 'anyone') assert.notEqual(without.status, 403, without.text);
    else assert.equal(without.status, 403);
  });
}

test('A key is shown once, replaced by the next of the same name, revoked, and each time entered in the ledger', async () => {
  const first = await keyFor(house, 'kemensos', 'Sementara');
  const filed = await askOpen311(house, '/requests.json', { form: { ...least, api_key: first } });
  assert.equal(filed.status, 200);
  const [{ service_request_id: id = '' } = {}] = filed.json<{ service_request_id?: string }[]>();
  const second = await keyFor(house, 'kemensos', 'Sementara');
  const ask = (key: string) => askOpen311(house, `/requests/${id}.json`, { query: { api_key: key } });
  assert.deepEqual([(await ask(first)).status, (await ask(second)).status], [403, 200]);
  const revoking = { institution: 'kemensos', client: 'Sementara', revoke: true };
  assert.equal((await order(house, revoking)).done, true);
  assert.equal((await order(house, revoking)).done, false);
  assert.equal((await ask(second)).status, 403);
  assert.match(
    (await order(house, { ...revoking, client: null })).lines.join('\n'),
    /Sementara: revoked 2026-11-24/,
  );
  assert.equal((await order(house, { institution: 'tidak-ada', client: 'X', revoke: false })).done, false);
  const { rows } = await house.database.pool.query<{ kind: string; chain: string }>(
    `select kind, chain from ledger.inbox where kind like 'client-key.%' order by id`,
  );
  assert.deepEqual(
    rows.slice(-3).map(({ kind, chain }) => `${chain} ${kind}`),
    ['kemensos client-key.issued', 'kemensos client-key.issued', 'kemensos client-key.revoked'],
  );
  const { rows: kept } = await house.database.pool.query(
    `select row_to_json(c)::text as row from api_clients c`,
  );
  assert.doesNotMatch(JSON.stringify(kept), new RegExp(`${first.slice(7)}|${second.slice(7)}`));
});

test('Another institution’s key files nothing here and sees nothing that was filed', async () => {
  const before = await countRows(house, 'submissions');
  const refused = await other.send('/requests.json', { ...least, jurisdiction_id: 'kemensos' });
  assert.deepEqual([refused.status, refused.json<Fault[]>()[0]?.code], [403, 403]);
  assert.equal(await countRows(house, 'submissions'), before);
  const { id } = await app.files(least);
  const ways = [`/requests/${id}.json`, `/tokens/${id}.json`];
  for (const way of ways) {
    assert.equal((await app.ask(way)).status, 200);
    for (const who of [other, neighbour]) {
      const nothing = await who.ask(way.replace(id, '01890000-0000-7000-8000-000000000000'));
      const another = await who.ask(way);
      assert.equal(another.status, 404);
      assert.equal(another.text, nothing.text, 'as if it were not there');
    }
  }
  assert.equal((await askOpen311(house, `/requests/${id}.json`)).status, 404, 'without a key');
  assert.deepEqual((await neighbour.ask('/requests.json', { service_request_id: id })).json(), []);
  assert.equal((await app.ask('/requests.json', { service_request_id: `${id},x` })).json<[]>().length, 1);
  const written = await neighbour.send('/servicerequestupdates.json', {
    service_request_id: id,
    description: 'Saya juga.',
  });
  assert.equal(written.status, 404);
  assert.doesNotMatch((await neighbour.ask('/servicerequestupdates.json')).text, new RegExp(id));
});

interface Fault {
  readonly code: number;
}
