import type { Context } from '../../features/context/index.ts';
import {
  type LineHealth,
  noteDelivery,
  SendFailed,
  type SentText,
  type TextSender,
  takeIn,
} from '../../features/messages/index.ts';
import type { SmsLineSettings } from '../../platform/config/sms-config.ts';
import { type GatewaySettings, submitByGateway } from '../../platform/kannel/gateway.ts';
import type { Log } from '../../platform/log/log.ts';
import { type Line, type LineSettings, openLine, SendRefused } from '../../platform/smpp/line.ts';
import { type WrittenSms, writeSms } from './write-sms.ts';

/** Runs `job` in a transaction of its own, as the system. */
type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;

export interface SmsLines {
  /** Null where there is no line at all. */
  readonly sender: TextSender | null;
  health(): readonly LineHealth[];
  stop(): Promise<void>;
}

/** The lines to all operators, side by side, each with its own settings. */
export function openSmsLines(settings: readonly SmsLineSettings[], work: Work, log: Log): SmsLines {
  const lines = settings.map((one) =>
    one.kind === 'kannel' ? gatewayLine(one) : sessionLine(one, work, log),
  );
  return {
    sender: lines.length === 0 ? null : { send: (to, text, account) => sendBy(lines, to, text, account) },
    health: () => lines.map((line) => line.health()),
    stop: async () => {
      await Promise.all(lines.map((line) => line.stop()));
    },
  };
}

/** A way to one operator, whoever holds the session. */
interface SmsLine {
  readonly name: string;
  isUp(): boolean;
  health(): LineHealth;
  /** Gives the operator's id of each part. Throws `SendRefused`. */
  send(to: string, sms: WrittenSms): Promise<readonly string[]>;
  stop(): Promise<void>;
}

function sessionLine(settings: LineSettings, work: Work, log: Log): SmsLine {
  const { name } = settings;
  const line = openLine(settings, {
    log,
    keep: (messages) => work((ctx) => takeIn(ctx, 'sms', name, messages)),
    note: (receipts) =>
      work((ctx) =>
        noteDelivery(
          ctx,
          'sms',
          name,
          receipts.flatMap(({ id, state }) => (state === 'under-way' ? [] : [{ id, state }])),
        ),
      ),
  });
  return {
    name,
    isUp: line.isUp,
    health: () => {
      const { anything: heardAgo, message: messageAgo } = line.lastHeard();
      return { account: name, source: line.source, isUp: line.isUp(), isSession: true, heardAgo, messageAgo };
    },
    send: (to, sms) => submitParts(line, to, sms),
    stop: line.stop,
  };
}

/**
 * The gateway keeps the session up, cuts what is long, and comes to us by HTTP (`gateway-routes.ts`). Whether it is up is
 * known by what was handed to it last; it is tried all the same.
 */
function gatewayLine(settings: GatewaySettings): SmsLine {
  const { name: account, source } = settings;
  let isUp = true;
  let answeredAt: number | null = null;
  return {
    name: account,
    isUp: () => true,
    health: () => ({
      account,
      source,
      isUp,
      isSession: false,
      heardAgo: answeredAt === null ? null : Math.round(performance.now() - answeredAt),
      messageAgo: null,
    }),
    send: async (to, { coding, parts }) => {
      try {
        const id = await submitByGateway(settings, to, { coding, text: parts.join('') });
        isUp = true;
        answeredAt = performance.now();
        return [id];
      } catch (error) {
        isUp = error instanceof SendRefused && error.permanent;
        throw error;
      }
    },
    stop: async () => {},
  };
}

/** By the line that the other side wrote to, else by the first that is up. */
async function sendBy(
  lines: readonly SmsLine[],
  to: string,
  text: string,
  account: string | null,
): Promise<SentText> {
  const up = lines.filter((line) => line.isUp());
  const line = up.find(({ name }) => name === account) ?? up[0];
  if (line === undefined) throw new SendFailed('no line', false);
  try {
    const ids = await line.send(to, writeSms(text));
    return { account: line.name, ids: ids.filter((id) => id !== '') };
  } catch (error) {
    // Tried again from the first part: half an answer twice is better than half an answer.
    if (error instanceof SendRefused) throw new SendFailed(error.message, error.permanent);
    throw error;
  }
}

let lastReference = 0;

/** Parts go one after the other, each with a header that says which it is. */
async function submitParts(
  line: Line,
  to: string,
  { coding, parts }: WrittenSms,
): Promise<readonly string[]> {
  lastReference = (lastReference + 1) % 256;
  // Others send between two parts of this one.
  const reference = lastReference;
  const ids: string[] = [];
  for (const [index, part] of parts.entries()) {
    const header = Buffer.from([5, 0, 3, reference, parts.length, index + 1]);
    const about = {
      destination_addr: to,
      data_coding: coding === 'gsm' ? 0 : 8,
      short_message: { message: part, ...(parts.length === 1 ? {} : { udh: header }) },
      ...(parts.length === 1 ? {} : { esm_class: 0x40 }),
    };
    ids.push(await line.submit(about));
  }
  return ids;
}
