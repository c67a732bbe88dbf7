/**
 * How fast SMS are taken in: an operator on loopback hands over so many a second for so long, over one SMPP session, and
 * each is stored and committed before it is acknowledged. Prints what was acknowledged, in which order and how late.
 *
 *   node --import tsx test/bench/sms-in.ts [a second] [seconds]
 */
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';
import { openSmsLines } from '../../src/channels/sms/lines.ts';
import { openHouse } from '../../src/main/serve.ts';
import { createWork } from '../../src/main/worker.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { openLog } from '../../src/platform/log/log.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function main(perSecond: number, seconds: number): Promise<void> {
  const folder = await temporaryFolder('tuntas-bench-sms-');
  const operator = smpp.createServer((session) => {
    session.on('bind_transceiver', (pdu: Pdu) => {
      session.send(pdu.response());
      operator.emit('bound', session);
    });
  });
  operator.listen(0, '127.0.0.1');
  await once(operator, 'listening');
  const { port } = operator.address() as AddressInfo;
  const config = readConfig({
    DATA_DIR: folder,
    SECRET_KEY: 'for a measurement, of more than 32 characters',
    SMS_LINES: `smpp://a:b@127.0.0.1:${port}/operator?source=1708`,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  const log = openLog('silent');
  const house = await openHouse(config.value, log);
  const work = createWork({ ...house, ...house.connections }, house.connections.database);
  const bound = once(operator, 'bound') as Promise<[Session]>;
  const lines = openSmsLines(config.value.smsLines, work, log);
  try {
    const [session] = await bound;
    const found = await handOver(session, perSecond, perSecond * seconds);
    const { rows } = await house.database.pool.query('select count(*)::int as kept from messages');
    console.log(JSON.stringify({ ...found, ...rows[0] }));
  } finally {
    await lines.stop();
    operator.close();
    await house.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** At an even pace, whatever is acknowledged meanwhile, as operators do. */
function handOver(session: Session, perSecond: number, total: number): Promise<object> {
  return new Promise((resolve) => {
    const began = performance.now();
    let [sent, acknowledged, refused, outOfOrder, last, worst] = [0, 0, 0, 0, 0, 0];
    const pace = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond));
      while (sent < due) {
        sent += 1;
        one(sent);
      }
    }, 5);
    function one(number: number): void {
      const at = performance.now();
      const text = `LAPOR bantuan kami berhenti ${number} kali sejak bulan Agustus, mohon diperiksa`;
      const options = { source_addr: `62812${String(number).padStart(8, '0')}`, destination_addr: '1708' };
      session.deliver_sm({ ...options, short_message: text }, ({ command_status: status }) => {
        acknowledged += 1;
        if (status !== 0) refused += 1;
        if (number < last) outOfOrder += 1;
        last = number;
        worst = Math.max(worst, performance.now() - at);
        if (acknowledged < total) return;
        clearInterval(pace);
        const took = (performance.now() - began) / 1000;
        resolve({
          acknowledged,
          refused,
          outOfOrder,
          perSecond: Math.round(total / took),
          latestMs: Math.round(worst),
        });
      });
    }
  });
}

await main(Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 60));
