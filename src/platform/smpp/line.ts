import smpp, { type Pdu, type Session } from 'smpp';
import { type DeliveryReceipt, isReceipt, readDelivered, type ShortMessage } from './read-text.ts';

export interface LineSettings {
  /** What the operator is called here: in the log, and as the account of its messages. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly password: string;
  readonly systemType: string;
  /** The number that we send from. */
  readonly source: string;
  /** Messages under way to the operator at most, and so many a second. */
  readonly window: number;
  readonly perSecond: number;
}

export interface LineParts {
  /** Keeps messages for good, in their order; they are acknowledged when it resolves, and come again when it rejects. */
  keep(messages: readonly ShortMessage[]): Promise<void>;
  /** The same for receipts. */
  note(receipts: readonly DeliveryReceipt[]): Promise<void>;
  readonly log: {
    info(fields: object, text: string): void;
    warn(fields: object, text: string): void;
  };
}

/** A transceiver session with one operator, kept up until it is stopped. */
export interface Line {
  readonly name: string;
  /** The number that it sends from. */
  readonly source: string;
  isUp(): boolean;
  /** Milliseconds since the other side gave any sign of life, and since a message came; null: not since it was opened. */
  lastHeard(): { readonly anything: number | null; readonly message: number | null };
  /** Hands one message over; gives the operator's id of it. Throws `SendRefused`. */
  submit(message: object): Promise<string>;
  stop(): Promise<void>;
}

/** Why an operator did not take a message; `permanent`: it will not take it later either. */
export class SendRefused extends Error {
  readonly permanent: boolean;

  constructor(reason: string, permanent: boolean) {
    super(reason);
    this.name = 'SendRefused';
    this.permanent = permanent;
  }
}

const enquireEveryMs = 30_000;
const answerWithinMs = 15_000;
const mostKeptAtOnce = 500;
/** More than this waiting to be kept, and the operator is made to wait. */
const mostWaiting = 2_000;
/** ESME_RTHROTTLED, ESME_RMSGQFUL, ESME_RSYSERR, ESME_RX_T_APPN: later it may go. */
const passing = [0x58, 0x14, 0x08, 0x64];
const temporaryFault = 0x64;

/**
 * Opens the session and keeps it: binds, asks every half minute whether the other side is there, and begins anew after
 * 1, 2, 4 … 60 seconds where it is not. What comes in is kept in the order in which it came, many at once, and only
 * then acknowledged; what could not be kept is refused for now, and the operator sends it again.
 */
export function openLine(settings: LineSettings, parts: LineParts): Line {
  const { name, source } = settings;
  let session: Session | null = null;
  let isBound = false;
  let isStopped = false;
  let failures = 0;
  let heardAt: number | null = null;
  let messageAt: number | null = null;
  let retry: NodeJS.Timeout | undefined;
  let asking: NodeJS.Timeout | undefined;
  const waiting: { readonly pdu: Pdu; readonly from: Session }[] = [];
  let keeping: Promise<void> | null = null;
  const gate = openGate(settings);

  function connect(): void {
    const { host, port, tls } = settings;
    const fresh = smpp.connect({ host, port, tls }, () => bind(fresh));
    session = fresh;
    // Neither a host that is silent nor one that lets in and says nothing may hold the line for ever.
    const silent = setTimeout(() => {
      if (!isBound) fresh.destroy();
    }, answerWithinMs);
    silent.unref();
    fresh.on('error', (error: Error) => {
      parts.log.warn({ line: name, reason: error.message }, 'the line to an operator failed');
      fresh.destroy();
    });
    fresh.on('close', () => lose(fresh));
    fresh.on('pdu', () => {
      heardAt = performance.now();
    });
    fresh.on('deliver_sm', (pdu: Pdu) => take(pdu, fresh));
    fresh.on('enquire_link', (pdu: Pdu) => fresh.send(pdu.response()));
    fresh.on('unbind', (pdu: Pdu) => {
      fresh.send(pdu.response());
      fresh.close();
    });
    fresh.on('unknown', (pdu: Pdu) => fresh.send(pdu.response()));
  }

  function bind(fresh: Session): void {
    const { systemId, password, systemType } = settings;
    fresh.bind_transceiver(
      { system_id: systemId, password, system_type: systemType, interface_version: 0x34 },
      ({ command_status: status }) => {
        if (status !== 0) {
          parts.log.warn({ line: name, status }, 'an operator did not let us in');
          fresh.close();
          return;
        }
        [isBound, failures] = [true, 0];
        parts.log.info({ line: name }, 'the line to an operator is up');
        asking = setInterval(() => enquire(fresh), enquireEveryMs);
        asking.unref();
      },
    );
  }

  function enquire(fresh: Session): void {
    const silent = setTimeout(() => fresh.destroy(), answerWithinMs);
    fresh.enquire_link({}, () => clearTimeout(silent));
  }

  function lose(fresh: Session): void {
    if (session !== fresh) return;
    [session, isBound] = [null, false];
    clearInterval(asking);
    gate.empty();
    if (isStopped) return;
    const pause = Math.min(60_000, 1000 * 2 ** failures);
    failures += 1;
    retry = setTimeout(connect, pause);
  }

  function take(pdu: Pdu, from: Session): void {
    messageAt = performance.now();
    waiting.push({ pdu, from });
    if (waiting.length >= mostWaiting) from.pause();
    keeping ??= keepAll().finally(() => {
      keeping = null;
    });
  }

  async function keepAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostKeptAtOnce);
      const status = await keep(batch.map(({ pdu }) => readDelivered(pdu)));
      for (const { pdu, from } of batch) from.send(pdu.response({ command_status: status }));
      if (waiting.length < mostWaiting) session?.resume();
    }
  }

  async function keep(delivered: readonly (ShortMessage | DeliveryReceipt)[]): Promise<number> {
    try {
      const receipts = delivered.filter(isReceipt);
      const messages = delivered.filter((one): one is ShortMessage => !isReceipt(one));
      if (messages.length > 0) await parts.keep(messages);
      if (receipts.length > 0) await parts.note(receipts);
      return 0;
    } catch (error) {
      parts.log.warn({ line: name, reason: (error as Error).name }, 'messages could not be kept');
      return temporaryFault;
    }
  }

  async function submit(message: object): Promise<string> {
    const leave = await gate.enter();
    try {
      return await handOver(message);
    } finally {
      leave();
    }
  }

  function handOver(message: object): Promise<string> {
    return new Promise((resolve, reject) => {
      const current = session;
      if (current === null || !isBound) return reject(new SendRefused('no line', false));
      const late = setTimeout(() => reject(new SendRefused('no answer', false)), answerWithinMs);
      const sent = current.submit_sm(
        { source_addr: settings.source, registered_delivery: 1, ...message },
        ({ command_status: status, message_id: id = '' }) => {
          clearTimeout(late);
          if (status === 0) resolve(id);
          else reject(new SendRefused(`smpp ${status}`, !passing.includes(status)));
        },
      );
      if (sent) return;
      clearTimeout(late);
      reject(new SendRefused('no line', false));
    });
  }

  connect();
  return {
    name,
    source,
    isUp: () => isBound,
    lastHeard: () => ({ anything: agoOf(heardAt), message: agoOf(messageAt) }),
    submit,
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      clearInterval(asking);
      await keeping;
      const last = session;
      if (last === null) return;
      const closed = new Promise((done) => last.once('close', done));
      if (isBound) last.unbind({}, () => last.close());
      const patience = setTimeout(() => last.destroy(), 2_000);
      if (!isBound) last.destroy();
      await closed;
      clearTimeout(patience);
    },
  };
}

function agoOf(at: number | null): number | null {
  return at === null ? null : Math.round(performance.now() - at);
}

/** Lets so many in at a time, and so many a second; in the order in which they came. */
function openGate({ window, perSecond }: Pick<LineSettings, 'window' | 'perSecond'>) {
  let inside = 0;
  let next = 0;
  const queue: (() => void)[] = [];

  function admit(): void {
    if (inside >= window || queue.length === 0) return;
    inside += 1;
    const go = queue.shift();
    const now = performance.now();
    next = Math.max(now, next + 1000 / perSecond);
    if (next <= now) go?.();
    else setTimeout(() => go?.(), next - now);
  }

  return {
    enter: () =>
      new Promise<() => void>((enter) => {
        queue.push(() =>
          enter(() => {
            inside -= 1;
            admit();
          }),
        );
        admit();
      }),
    /** The line is gone: who waits goes on and hears so. */
    empty() {
      for (const go of queue.splice(0)) {
        inside += 1;
        go();
      }
    },
  };
}
