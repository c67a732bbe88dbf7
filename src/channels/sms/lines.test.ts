import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SendFailed } from '../../features/messages/index.ts';
import { openLog } from '../../platform/log/log.ts';
import { openSmsLines } from './lines.ts';

let status = 202;
const gateway = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(status).end());
}).listen(0, '127.0.0.1');
await once(gateway, 'listening');
after(() => gateway.close());
const { port } = gateway.address() as AddressInfo;
const settings = {
  kind: 'kannel',
  name: 'indosat',
  address: `http://127.0.0.1:${port}/cgi-bin/sendsms`,
  username: 'tuntas',
  password: 'x',
  source: '1708',
  secret: 'y',
  here: 'http://127.0.0.1:8080',
} as const;

test('a gateway is up while what was handed to it last went, and is tried all the same', async () => {
  const lines = openSmsLines(
    [settings],
    () => Promise.reject(new Error('nothing comes in')),
    openLog('silent'),
  );
  const send = () => lines.sender?.send('628130000001', 'Halo', null);
  const stands = () =>
    lines.health().map(({ account, source, isUp, isSession }) => [account, source, isUp, isSession]);
  assert.deepEqual(stands(), [['indosat', '1708', true, false]]);
  assert.equal(lines.health()[0]?.heardAgo, null);

  assert.equal((await send())?.account, 'indosat');
  assert.notEqual(lines.health()[0]?.heardAgo, null);
  status = 503;
  await assert.rejects(async () => send(), SendFailed);
  assert.deepEqual(stands(), [['indosat', '1708', false, false]]);
  status = 400;
  await assert.rejects(async () => send(), SendFailed);
  assert.deepEqual(stands(), [['indosat', '1708', true, false]], 'it answered: this message it never takes');
  await lines.stop();
});
