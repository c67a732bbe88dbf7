import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { openReceiver } from '../../../test/support/receiver.ts';
import { openCaller } from './caller.ts';

const receiver = await openReceiver();
const letter = { headers: { 'content-type': 'application/json', 'x-tanda': 'a' }, body: '{"pesan":"é"}' };
const caller = openCaller({ inner: [receiver.origin] });

/** The port of a server on loopback that speaks TLS and whom nobody vouches for. */
async function openStranger(): Promise<number> {
  const stranger = new SMTPServer({ secure: true, logger: false });
  stranger.on('error', () => {});
  stranger.listen(0, '127.0.0.1');
  await once(stranger.server, 'listening');
  after(() => new Promise<void>((resolve) => stranger.close(() => resolve())));
  return (stranger.server.address() as AddressInfo).port;
}

function answersWith(status: number, headers: Record<string, string> = {}, body: string | Buffer = '') {
  receiver.answerBy((response: ServerResponse) => response.writeHead(status, headers).end(body));
}

test('a letter arrives as it was written, and nothing of us with it', async () => {
  answersWith(200, { 'set-cookie': 'a=b' }, 'sudah');
  const answer = await caller.post(`${receiver.origin}/kait?x=1`, letter);
  assert.ok(answer.ok);
  assert.deepEqual([answer.value.status, answer.value.text], [200, 'sudah']);
  await caller.post(`${receiver.origin}/kait?x=1`, letter);
  const [, last] = receiver.received.slice(-2);
  assert.equal(last?.path, '/kait?x=1');
  assert.equal(last?.body, letter.body);
  assert.deepEqual(Object.keys(last?.headers ?? {}).toSorted(), [
    'connection',
    'content-length',
    'content-type',
    'host',
    'x-tanda',
  ]);
});

test('a redirect is an answer and is not followed', async () => {
  answersWith(302, { location: 'http://169.254.169.254/' });
  const before = receiver.received.length;
  const answer = await caller.post(receiver.origin, letter);
  assert.ok(answer.ok);
  assert.equal(answer.value.status, 302);
  assert.equal(receiver.received.length, before + 1);
});

test('of an answer without end only the beginning is read', async () => {
  answersWith(200, {}, Buffer.alloc(10 * 1024 * 1024, 'a'));
  const answer = await caller.post(receiver.origin, letter);
  assert.ok(answer.ok);
  assert.deepEqual([answer.value.status, answer.value.text.length], [200, 64 * 1024]);
});

test('who never answers is left; of who never ends the status counts', async () => {
  const hasty = openCaller({ inner: [receiver.origin], timeLimit: 150 });
  receiver.answerBy(() => {});
  assert.deepEqual(await hasty.post(receiver.origin, letter), { ok: false, error: 'too-slow' });
  receiver.answerBy((response) => response.writeHead(201).write('mulai'));
  const begun = await hasty.post(receiver.origin, letter);
  assert.ok(begun.ok);
  assert.equal(begun.value.status, 201);
  const waiting = openCaller({ inner: [], timeLimit: 50, resolve: () => new Promise(() => {}) });
  const held = await waiting.post('https://terima.contoh.example/', letter);
  assert.deepEqual(held, { ok: false, error: 'too-slow' });
});

test('what is no answer, or nobody, is told apart', async () => {
  receiver.answerBy((response) => response.socket?.end('bukan jawaban\r\n\r\n'));
  assert.deepEqual(await caller.post(receiver.origin, letter), { ok: false, error: 'answer-unreadable' });
  receiver.answerBy((response) => response.socket?.destroy());
  assert.deepEqual(await caller.post(receiver.origin, letter), { ok: false, error: 'unreachable' });
  const nobody = openCaller({ inner: [], resolve: async () => [] });
  const answer = await nobody.post('https://terima.contoh.example/', letter);
  assert.deepEqual(answer, { ok: false, error: 'name-unknown' });
});

for (const found of [
  ['127.0.0.1'],
  ['93.184.215.14', '10.0.0.1'],
  ['::ffff:127.0.0.1'],
  ['fe80::1%eth0'],
  ['169.254.169.254'],
]) {
  test(`a name that stands for ${found.join(' and ')} is not called`, async () => {
    const guarded = openCaller({ inner: [receiver.origin], resolve: async () => found });
    const answer = await guarded.post('https://terima.contoh.example/', letter);
    assert.deepEqual(answer, { ok: false, error: 'inner-address' });
  });
}

test('a name is asked for once, and what was looked at is what is called', async () => {
  const origin = `https://terima.contoh.test:${await openStranger()}`;
  let asked = 0;
  const lying = openCaller({
    inner: [origin],
    // Another address each time; the second would be nobody.
    resolve: async () => [`127.0.0.${++asked}`],
  });
  const answer = await lying.post(`${origin}/kait`, letter);
  // It got as far as the certificate, so the first address was called; nobody vouches for it.
  assert.deepEqual(answer, { ok: false, error: 'not-trusted' });
  assert.equal(asked, 1);
});

test('the environment talks nobody into trusting, nor into a proxy', async () => {
  const origin = `https://terima.contoh.test:${await openStranger()}`;
  const names = ['NODE_TLS_REJECT_UNAUTHORIZED', 'HTTPS_PROXY', 'http_proxy', 'NODE_USE_ENV_PROXY'];
  const before = names.map((name) => [name, process.env[name]] as const);
  try {
    for (const name of names) process.env[name] = name.startsWith('NODE_TLS') ? '0' : 'http://127.0.0.1:1';
    const trusting = openCaller({ inner: [origin, receiver.origin], resolve: async () => ['127.0.0.1'] });
    assert.deepEqual(await trusting.post(origin, letter), { ok: false, error: 'not-trusted' });
    answersWith(204);
    assert.ok((await trusting.post(receiver.origin, letter)).ok);
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
});
