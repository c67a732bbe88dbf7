import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { after, test } from 'node:test';
import { freePort } from '../browser/open-house.ts';
import { testHouse } from '../support/house.ts';
import { noKannel, openKannel } from '../support/kannel.ts';
import { instant } from '../support/office-time.ts';
import { openSmsOperator } from '../support/sms-operator.ts';

const secret = 'rahasia-antara-kannel-dan-kami';

test('by a Kannel gateway: reported, answered, and told what became of the answer', {
  skip: noKannel(),
  timeout: 60_000,
}, async () => {
  const operator = await openSmsOperator('telkomsel');
  const port = await freePort();
  const here = `http://127.0.0.1:${port}`;
  const kannel = await openKannel({
    smsc: operator.port,
    messages: `http://telkomsel:${secret}@127.0.0.1:${port}/api/v1/sms-gateways/telkomsel/messages`,
  });
  const house = await testHouse({
    now: instant('2026-11-24 08:15'),
    env: {
      SMS_LINES: `kannel://tuntas:kata-sandi-kannel@127.0.0.1:${kannel.sendsms}/telkomsel?source=1708&secret=${secret}&here=${here}`,
    },
  });
  const answered = countAnswers(house.app.server);
  // The gateway is there before us: what it brings meanwhile it brings again.
  await operator.whenBound();
  assert.equal(await operator.says('6281200000001', 'LAPOR bantuan ibu saya berhenti sejak Agustus'), 0);
  await house.app.listen({ port, host: '127.0.0.1' });
  after(() => house.app.server.closeAllConnections());
  await answered.when('POST', 1);
  await house.runJobs();
  const receipt = await operator.whenTaken('6281200000001');
  assert.match(receipt.text, /tercatat, nomor 2611-\d+\. Kode lacak/);

  const said = async () =>
    (await house.database.pool.query('select state, reply from messages order by seq')).rows;
  assert.deepEqual(await said(), [{ state: 'read', reply: 'sent' }]);
  await operator.tells(receipt.firstId, 'DELIVRD', receipt.to);
  await answered.when('GET', 1);
  await house.runJobs();
  assert.deepEqual(await said(), [{ state: 'read', reply: 'delivered' }]);

  // Other scripts, and more than one part, both ways.
  const long = `Tolong, jalan di kampung kami ${'rusak 🙏 '.repeat(18)}`;
  for (const [index, text] of [long.slice(0, 60), long.slice(60, 120), long.slice(120)].entries())
    await operator.saysPart('6281200000002', text, [9, 3, index + 1]);
  await answered.when('POST', 2);
  await house.runJobs();
  assert.match((await operator.whenTaken('6281200000002')).text, /tercatat, nomor/);
  const { rows } = await house.database.pool.query(`select text from submissions where text like 'Tolong%'`);
  assert.deepEqual(rows, [{ text: long.trim() }]);
});

test('who does not show the secret brings nothing and is told nothing', async () => {
  const house = await testHouse({
    env: {
      SMS_LINES: `kannel://a:b@127.0.0.1:1/telkomsel?source=1708&secret=${secret} smpp://a:b@127.0.0.1:1/indosat?source=1708`,
    },
  });
  const bring = (line: string, password: string | null) =>
    house.app.inject({
      method: 'POST',
      url: `/api/v1/sms-gateways/${line}/messages?id=1`,
      headers: {
        'content-type': 'text/plain; charset=UTF-8',
        'x-kannel-from': '6281200000001',
        ...(password === null
          ? {}
          : { authorization: `Basic ${Buffer.from(`x:${password}`).toString('base64')}` }),
      },
      payload: 'Jalan rusak',
    });
  const kept = async () =>
    (await house.database.pool.query('select count(*)::int as n from messages')).rows[0]?.n;
  for (const [line, password] of [
    ['telkomsel', null],
    ['telkomsel', ''],
    ['telkomsel', 'lain-sekali-dari-yang-benar'],
    ['indosat', secret],
    ['tidak-ada', secret],
  ] as const)
    assert.equal((await bring(line, password)).statusCode, 401, `${line} ${password}`);
  assert.equal(await kept(), 0);
  // Twice the same: acknowledged twice, kept once.
  for (let times = 0; times < 2; times += 1) assert.equal((await bring('telkomsel', secret)).statusCode, 200);
  assert.equal(await kept(), 1);
});

/** How often the server has answered a gateway well, by method; `when` waits for so many. */
function countAnswers(server: Server) {
  const counts = new Map<string, number>();
  const waiting: (() => void)[] = [];
  server.prependListener('request', (request, response) => {
    response.on('finish', () => {
      if (response.statusCode !== 200 || request.method === undefined) return;
      counts.set(request.method, (counts.get(request.method) ?? 0) + 1);
      for (const go of waiting.splice(0)) go();
    });
  });
  return {
    async when(method: 'GET' | 'POST', times: number): Promise<void> {
      while ((counts.get(method) ?? 0) < times) await new Promise<void>((go) => waiting.push(go));
    },
  };
}
