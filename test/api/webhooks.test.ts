import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import type { PingAnswer, WebhookWithSecret } from '../../src/features/webhooks/contract.ts';
import { buildApp } from '../../src/main/app.ts';
import { openKeyRing } from '../../src/main/compose.ts';
import { root } from '../../src/main/root.ts';
import { rotateKeys } from '../../src/main/rotate-keys.ts';
import { officeOf, partsOf, testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { ministry, polytechnic } from '../support/office-casts.ts';
import { codeOf } from '../support/office-door.ts';
import { instant } from '../support/office-time.ts';
import { openReceiver } from '../support/receiver.ts';
import { allEvents, bodyOf, isSignedBy, webhooksOf } from '../support/webhooks.ts';

// Who may say which systems are told, what they may name, and what is kept of it.

const receiver = await openReceiver();
const house = await testHouse({
  now: instant('2026-11-24 08:15'),
  env: { INNER_ADDRESSES: receiver.origin },
});
const office = await ministry(house);
const campus = await polytechnic(house);
const admin = await office.employ({ name: 'Adi', role: 'system-administrator' });
const elsewhere = await campus.employ({ name: 'Eko', role: 'system-administrator' });
const hooks = webhooksOf(admin, 'kemensos');
const url = `${receiver.origin}/kait`;

beforeEach(() => {
  receiver.received.length = 0;
  receiver.answerBy((response) => response.writeHead(204).end());
});

test('only who administers the institution sees, makes or uses its webhooks; to others there are none', async () => {
  const { webhook } = await hooks.adds(url);
  const ways = [
    { path: '/institutions/kemensos/webhooks' },
    { path: '/institutions/kemensos/webhooks', body: { url, events: allEvents } },
    { path: `/webhooks/${webhook.id}` },
    { method: 'PUT', path: `/webhooks/${webhook.id}`, body: { url, events: allEvents, state: 'paused' } },
    { method: 'DELETE', path: `/webhooks/${webhook.id}` },
    { method: 'POST', path: `/webhooks/${webhook.id}/secret` },
    { method: 'POST', path: `/webhooks/${webhook.id}/ping` },
    { path: `/webhooks/${webhook.id}/deliveries` },
    { path: `/webhooks/${webhook.id}/replay`, body: { since: '2026-11-01T00:00:00Z' } },
  ] as const;
  for (const who of [office.verifier, office.controlCentre, office.inspector, elsewhere]) {
    for (const way of ways) {
      const answer = await who.ask(way);
      assert.ok([403, 404].includes(answer.status), `${who.name}: ${JSON.stringify(way)} ${answer.status}`);
    }
  }
  const own = await elsewhere.ask<{ items: unknown[] }>({ path: '/institutions/politeknik/webhooks' });
  assert.deepEqual(own.body.items, []);
  assert.equal(receiver.received.length, 0);
});

test('an address inside is refused in words, with everything else that is wrong', async () => {
  for (const [typed, word] of [
    ['http://terima.contoh.example/', /https:\/\//],
    ['https://169.254.169.254/latest/', /jaringan dalam/],
    ['https://a:b@terima.contoh.example/', /kata sandi/],
    ['https://terima.contoh.example:22/', /443/],
    ['terima', /belum lengkap/],
  ] as const) {
    const answer = await admin.ask<{ fields: Record<string, string> }>({
      path: '/institutions/kemensos/webhooks',
      body: { url: typed, events: [] },
    });
    assert.equal(answer.status, 422, typed);
    assert.match(answer.body.fields.url ?? '', word);
    assert.match(answer.body.fields.events ?? '', /perlu diisi/);
  }
  const english = await admin.ask<{ fields: Record<string, string> }>({
    path: '/institutions/kemensos/webhooks',
    body: { url: 'https://localhost/', events: allEvents },
    headers: { 'accept-language': 'en' },
  });
  assert.match(english.body.fields.url ?? '', /inner network/);
});

test('a secret is shown once, lies sealed, and a new one signs beside it for a day', async () => {
  const { webhook, secret } = await hooks.adds(url);
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
  const { body: list } = await admin.ask({ path: '/institutions/kemensos/webhooks' });
  assert.doesNotMatch(JSON.stringify(list), /whsec_/);
  const { rows } = await house.database.pool.query('select * from webhook_secrets');
  assert.ok(rows.every((row) => !Buffer.from(row.sealed).includes(secret.slice(6))));

  const renewed = await admin.ask<WebhookWithSecret>({
    method: 'POST',
    path: `/webhooks/${webhook.id}/secret`,
  });
  assert.equal(renewed.body.webhook.keys.length, 2);
  const ping = () => admin.ask<PingAnswer>({ method: 'POST', path: `/webhooks/${webhook.id}/ping` });
  await ping();
  const [both] = receiver.received;
  assert.ok(both !== undefined && isSignedBy(secret, both) && isSignedBy(renewed.body.secret, both));
  assert.equal(
    both.headers['webhook-key-id'],
    renewed.body.webhook.keys.map(({ id }) => id).join(' '),
    'the ids stand in the order of the signatures',
  );

  house.clock.set(instant('2026-11-25 08:20'));
  await ping();
  const last = receiver.received.at(-1);
  assert.ok(last !== undefined && !isSignedBy(secret, last) && isSignedBy(renewed.body.secret, last));
  assert.equal((await hooks.sees(webhook.id)).keys.length, 1);
});

test('secrets outlive a change of the secret key', async (t) => {
  const own = await testHouse({ env: { INNER_ADDRESSES: receiver.origin } }, t);
  const workplace = await openWorkplace(own, 'kemensos');
  const keeper = await workplace.employ({ name: 'Adi', role: 'system-administrator' });
  const { webhook, secret } = await webhooksOf(keeper, 'kemensos').adds(url);
  const { cookie, csrf } = await keeper.signIn();
  const withKeys = (key: string, old: readonly string[]) => ({
    ...own.config,
    secretKeys: { key, old, file: null, command: null, oldFile: null },
  });
  const next = 'the-key-of-the-following-year-as-long-as-that';
  const both = withKeys(next, ['a-test-key-of-more-than-thirty-two-characters']);
  const ring = await openKeyRing(both, both.dataDir);
  const rotated = await rotateKeys({ ...own, office: await officeOf(own, both), clock: own.clock.now }, ring);
  assert.equal(rotated.unopened, 0);
  const config = withKeys(next, []);
  const app = await buildApp({ ...partsOf(own), config, office: await officeOf(own, config) });
  t.after(() => app.close());
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1/webhooks/${webhook.id}/ping`,
    headers: { cookie, 'x-csrf-token': csrf },
  });
  assert.equal(answer.statusCode, 200, answer.body);
  const [letter] = receiver.received;
  assert.ok(letter !== undefined && isSignedBy(secret, letter));
});

test('a trial letter is signed, tells of nothing, and shows what the receiver says', async () => {
  const { webhook, secret } = await hooks.adds(url);
  receiver.answerBy((response) => response.writeHead(418).end(`saya teko ${'x'.repeat(2000)}`));
  const answer = await admin.ask<PingAnswer>({ method: 'POST', path: `/webhooks/${webhook.id}/ping` });
  assert.equal(answer.status, 200);
  assert.deepEqual([answer.body.status, answer.body.fault, answer.body.text.length], [418, null, 500]);
  const [letter] = receiver.received;
  assert.ok(letter !== undefined && isSignedBy(secret, letter));
  assert.deepEqual([bodyOf(letter).type, bodyOf(letter).data], ['ping', {}]);
  receiver.answerBy((response) => response.socket?.destroy());
  const silent = await admin.ask<PingAnswer>({ method: 'POST', path: `/webhooks/${webhook.id}/ping` });
  assert.deepEqual([silent.body.status, silent.body.fault], [null, 'unreachable']);
});

test('the few lines of the how-to tell a genuine letter from a forged, changed or old one', async () => {
  const page = readFileSync(join(root, 'docs/how-to/receive-webhooks.md'), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const { isGenuine } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    isGenuine(secret: string, headers: unknown, body: string, now: number): boolean;
  };
  const { webhook, secret } = await hooks.adds(url);
  await admin.ask({ method: 'POST', path: `/webhooks/${webhook.id}/ping` });
  const [letter] = receiver.received;
  assert.ok(letter !== undefined);
  const now = Date.parse(house.clock.now());
  assert.equal(isGenuine(secret, letter.headers, letter.body, now), true);
  assert.equal(isGenuine(secret, letter.headers, `${letter.body} `, now), false);
  assert.equal(isGenuine(secret, letter.headers, letter.body, now + 10 * 60_000), false);
  const other = `whsec_${Buffer.alloc(32).toString('base64')}`;
  assert.equal(isGenuine(other, letter.headers, letter.body, now), false);
});

test('what is done to webhooks stands in the ledger, without an address that could hold a secret', async () => {
  const { webhook } = await hooks.adds(`${url}?kunci=rahasia-penerima`);
  await hooks.changes(webhook, 'paused');
  await admin.ask({ method: 'POST', path: `/webhooks/${webhook.id}/secret` });
  await hooks.replays(webhook.id, { since: '2026-11-01T00:00:00Z' });
  const gone = await admin.ask({ method: 'DELETE', path: `/webhooks/${webhook.id}` });
  assert.equal(gone.status, 200);
  const { rows } = await house.database.pool.query(
    `select chain, kind, actor, details::text as details from ledger.inbox where subject = $1 order by id`,
    [`webhook:${webhook.id}`],
  );
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['webhook.added', 'webhook.changed', 'webhook.secret-renewed', 'webhook.replayed', 'webhook.removed'],
  );
  assert.ok(rows.every((row) => row.chain === 'kemensos' && row.actor === `person:${admin.id}`));
  assert.doesNotMatch(JSON.stringify(rows), /rahasia-penerima/);
  const again = await admin.ask({ method: 'DELETE', path: `/webhooks/${webhook.id}` });
  assert.equal(codeOf(again), 'not-found');
});

test('an institution tells twenty systems at most', async () => {
  for (let count = await ownCount(); count < 20; count += 1) await hooks.adds(url);
  const answer = await admin.ask({
    path: '/institutions/kemensos/webhooks',
    body: { url, events: allEvents },
  });
  assert.equal(codeOf(answer), 'invalid-input');
});

async function ownCount(): Promise<number> {
  const { body } = await admin.ask<{ items: unknown[] }>({ path: '/institutions/kemensos/webhooks' });
  return body.items.length;
}
