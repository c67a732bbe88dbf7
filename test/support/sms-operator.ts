import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import smpp, { type Pdu, type Session } from 'smpp';

export interface SentSms {
  readonly to: string;
  readonly text: string;
  /** Of its last part, and of its first. */
  readonly id: string;
  readonly firstId: string;
}

/** The session ended before an acknowledgement came. */
export const unanswered = -1;

/**
 * An operator's message centre on loopback: lets in who has the password, takes what is submitted, hands over what
 * people write, and tells what became of what it took.
 */
export async function openSmsOperator(name = 'operator') {
  const taken: SentSms[] = [];
  const parts = new Map<string, { readonly text: string; readonly id: string }[]>();
  let session: Session | null = null;
  let serial = 0;
  let answerOf: (pdu: Pdu) => number = () => 0;
  let isSilent = false;
  const bound: (() => void)[] = [];
  const lost: (() => void)[] = [];
  const awaited: (() => void)[] = [];
  const server = smpp.createServer((fresh) => {
    fresh.on('error', () => {});
    // One listener for each SMS on its way.
    fresh.setMaxListeners(0);
    fresh.on('bind_transceiver', (pdu: Pdu) => {
      const welcome = pdu.system_id === 'tuntas' && pdu.password === 'rahasia';
      fresh.send(pdu.response({ command_status: welcome ? 0 : 0x0d }));
      if (!welcome) return;
      session = fresh;
      fresh.on('close', () => {
        if (session === fresh) session = null;
        for (const go of lost.splice(0)) go();
      });
      for (const go of bound.splice(0)) go();
    });
    fresh.on('enquire_link', (pdu: Pdu) => {
      if (!isSilent) fresh.send(pdu.response());
    });
    fresh.on('unbind', (pdu: Pdu) => {
      fresh.send(pdu.response());
      fresh.close();
    });
    fresh.on('submit_sm', (pdu: Pdu) => {
      serial += 1;
      const status = answerOf(pdu);
      const id = `${name}-${serial}`;
      fresh.send(pdu.response(status === 0 ? { message_id: id } : { command_status: status }));
      if (status === 0) take(pdu, id);
    });
  });

  function take(pdu: Pdu, id: string): void {
    const { short_message: short, destination_addr: to = '' } = pdu;
    const [text, udh] = [String(short?.message ?? ''), short?.udh?.[0]];
    const known = udh === undefined ? [] : (parts.get(`${to} ${udh[2]}`) ?? []);
    known.push({ text, id });
    if (udh !== undefined) parts.set(`${to} ${udh[2]}`, known);
    if (known.length < (udh?.[3] ?? 1)) return;
    taken.push({ to, text: known.map((one) => one.text).join(''), id, firstId: known[0]?.id ?? id });
    for (const go of awaited.splice(0)) go();
  }

  function deliver(options: object): Promise<number> {
    return new Promise((resolve, reject) => {
      const current = session;
      if (current === null) return reject(new Error('nobody is bound'));
      const torn = () => resolve(unanswered);
      current.once('close', torn);
      current.deliver_sm({ destination_addr: '1708', ...options }, (pdu) => {
        current.off('close', torn);
        resolve(pdu.command_status);
      });
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  after(() => {
    for (const one of server.sessions) one.destroy();
    server.close();
  });

  return {
    taken,
    port,
    /** The first SMS that went to somebody, all its parts together. */
    async whenTaken(number: string): Promise<SentSms> {
      for (;;) {
        const found = taken.find(({ to }) => to === number);
        if (found !== undefined) return found;
        await new Promise<void>((go) => awaited.push(go));
      }
    },
    /** As `SMS_LINES` names it. */
    address: `smpp://tuntas:rahasia@127.0.0.1:${port}/${name}?source=1708&rate=1000`,
    whenBound: () => (session === null ? new Promise<void>((go) => bound.push(go)) : Promise.resolve()),
    /** Somebody writes; gives the status with which it was acknowledged, or `unanswered`. */
    says: (from: string, text: string) => deliver({ source_addr: from, short_message: text }),
    /** One part of a longer message. */
    saysPart: (from: string, text: string, [reference, total, number]: readonly [number, number, number]) =>
      deliver({
        source_addr: from,
        esm_class: 0x40,
        short_message: { udh: Buffer.from([5, 0, 3, reference, total, number]), message: text },
      }),
    /** What became of one part; `from` is whom it went to. */
    tells: (id: string, stat: 'DELIVRD' | 'UNDELIV', from = '62') =>
      deliver({
        source_addr: from,
        esm_class: 0x04,
        short_message: `id:${id} sub:001 dlvrd:001 stat:${stat} err:000`,
      }),
    /** What is answered to the next submissions: a status of SMPP. */
    refusesWith(status: number): void {
      answerOf = () => status;
    },
    /** From now on nobody answers who asks whether it is there. */
    fallsSilent(): void {
      isSilent = true;
    },
    whenLost: () => new Promise<void>((go) => lost.push(go)),
    cut(): void {
      session?.destroy();
      session = null;
    },
  };
}
