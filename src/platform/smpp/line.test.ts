import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, test } from 'node:test';
import { openSmsOperator } from '../../../test/support/sms-operator.ts';
import { readSmsLines } from '../config/sms-config.ts';
import { type LineSettings, openLine, SendRefused } from './line.ts';
import type { DeliveryReceipt, ShortMessage } from './read-text.ts';

/** A line, with what it kept and what it said to the log. */
function lineTo(
  address: string,
  keep: (messages: readonly ShortMessage[]) => Promise<void> = async () => {},
) {
  const [settings] = readSmsLines(address, 'http://localhost').lines as unknown as [LineSettings];
  const kept: ShortMessage[] = [];
  const receipts: DeliveryReceipt[] = [];
  const said: string[] = [];
  const heard: (() => void)[] = [];
  const line = openLine(settings, {
    async keep(messages) {
      await keep(messages);
      kept.push(...messages);
    },
    async note(news) {
      receipts.push(...news);
    },
    log: {
      info: (_fields, text) => void said.push(text),
      warn(_fields, text) {
        said.push(text);
        for (const go of heard.splice(0)) go();
      },
    },
  });
  after(() => line.stop());
  return { line, kept, receipts, said, whenWarned: () => new Promise<void>((go) => heard.push(go)) };
}

test('what comes is kept in its order before it is acknowledged, many at once', async () => {
  const operator = await openSmsOperator('a');
  const { kept } = lineTo(operator.address);
  await operator.whenBound();
  const texts = Array.from({ length: 300 }, (_, index) => `Pesan ${index}`);
  const statuses = await Promise.all(texts.map((text) => operator.says('62812', text)));
  assert.deepEqual([...new Set(statuses)], [0]);
  assert.deepEqual(
    kept.map(({ text }) => text),
    texts,
  );
});

test('what cannot be kept is refused for now, and taken when it comes again', async () => {
  const operator = await openSmsOperator('b');
  let isAway = true;
  const { kept } = lineTo(operator.address, async () => {
    if (isAway) throw new Error('the database is away');
  });
  await operator.whenBound();
  assert.equal(await operator.says('62812', 'Halo'), 0x64);
  assert.equal(kept.length, 0);
  isAway = false;
  assert.equal(await operator.says('62812', 'Halo'), 0);
  assert.deepEqual(kept, [{ from: '62812', to: '1708', text: 'Halo', part: null }]);
});

test('other scripts, parts and receipts are read', async () => {
  const operator = await openSmsOperator('c');
  const { kept, receipts } = lineTo(operator.address);
  await operator.whenBound();
  await operator.says('+62812', 'ꦲꦤꦕꦫꦏ 🙏 {}€');
  await operator.saysPart('62812', 'kedua', [200, 2, 2]);
  await operator.tells('x-1', 'UNDELIV');
  assert.deepEqual(
    kept.map(({ text, part }) => [text, part]),
    [
      ['ꦲꦤꦕꦫꦏ 🙏 {}€', null],
      ['kedua', { reference: 200, total: 2, number: 2 }],
    ],
  );
  assert.deepEqual(receipts, [{ id: 'x-1', state: 'failed' }]);
});

test('a line that is cut is there again by itself, and meanwhile says that it is not', async () => {
  const operator = await openSmsOperator('d');
  const { line } = lineTo(operator.address);
  await operator.whenBound();
  // What it acknowledges shows that it knows that it was let in.
  await operator.says('62812', 'Halo');
  assert.match(await line.submit({ destination_addr: '62812', short_message: 'Halo' }), /^d-/);
  operator.cut();
  await assert.rejects(line.submit({ destination_addr: '62812', short_message: 'Halo' }), SendRefused);
  await operator.whenBound();
  await operator.says('62812', 'Halo');
  assert.match(await line.submit({ destination_addr: '62812', short_message: 'Halo' }), /^d-/);
});

test('a refusal says whether it is for good', async () => {
  const operator = await openSmsOperator('e');
  const { line } = lineTo(operator.address);
  await operator.whenBound();
  await operator.says('62812', 'Halo');
  const refusedWith = async (status: number) => {
    operator.refusesWith(status);
    return line.submit({ destination_addr: '62812', short_message: 'Halo' }).then(
      () => null,
      (error: SendRefused) => error.permanent,
    );
  };
  assert.equal(await refusedWith(0x58), false, 'throttled');
  assert.equal(await refusedWith(0x0b), true, 'no such number');
});

test('a wrong password is told, without the password', async () => {
  const operator = await openSmsOperator('f');
  const { line, said, whenWarned } = lineTo(operator.address.replace('rahasia', 'keliru'));
  await whenWarned();
  assert.equal(line.isUp(), false);
  assert.deepEqual(said, ['an operator did not let us in']);
});

test('rubbish on the line ends the line, not the process', async () => {
  const server = createServer((socket) => socket.end(Buffer.alloc(64, 0xff)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const { line, said, whenWarned } = lineTo(`smpp://tuntas:rahasia@127.0.0.1:${port}/g?source=1708`);
  await whenWarned();
  assert.equal(line.isUp(), false);
  assert.deepEqual(said, ['the line to an operator failed']);
});

test('a line on which nobody answers any more is hung up and opened anew', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const operator = await openSmsOperator('h');
  const { line } = lineTo(operator.address);
  await operator.whenBound();
  await operator.says('62812', 'Halo');
  t.mock.timers.tick(30_000);
  // Behind the second one the answer to the question has arrived.
  await operator.says('62812', 'Halo');
  await operator.says('62812', 'Halo');
  t.mock.timers.tick(15_000);
  assert.equal(await operator.says('62812', 'Halo'), 0, 'who answers is not hung up');

  operator.fallsSilent();
  const lost = operator.whenLost();
  t.mock.timers.tick(15_000);
  assert.equal(line.isUp(), true, 'asked, and given its time');
  t.mock.timers.tick(15_000);
  await lost;
  assert.equal(line.isUp(), false);
  t.mock.timers.tick(1_000);
  await operator.whenBound();
  assert.equal(await operator.says('62812', 'Halo'), 0);
  assert.equal(line.isUp(), true);
});
