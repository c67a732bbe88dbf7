import type { Context } from '../../features/context/index.ts';
import {
  noteDelivery,
  SendFailed,
  type SentText,
  type TextSender,
  takeIn,
} from '../../features/messages/index.ts';
import type { Log } from '../../platform/log/log.ts';
import { type Line, type LineSettings, openLine, SendRefused } from '../../platform/smpp/line.ts';
import { writeSms } from './write-sms.ts';

/** Runs `job` in a transaction of its own, as the system. */
type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;

export interface SmsLines {
  /** Null where there is no line at all. */
  readonly sender: TextSender | null;
  stop(): Promise<void>;
}

/** The lines to all operators, side by side, each with its own settings. */
export function openSmsLines(settings: readonly LineSettings[], work: Work, log: Log): SmsLines {
  const lines = settings.map((one) =>
    openLine(one, {
      log,
      keep: (messages) => work((ctx) => takeIn(ctx, 'sms', one.name, messages)),
      note: (receipts) =>
        work((ctx) =>
          noteDelivery(
            ctx,
            'sms',
            one.name,
            receipts.flatMap(({ id, state }) => (state === 'under-way' ? [] : [{ id, state }])),
          ),
        ),
    }),
  );
  return {
    sender: lines.length === 0 ? null : { send: (to, text, account) => sendBy(lines, to, text, account) },
    stop: async () => {
      await Promise.all(lines.map((line) => line.stop()));
    },
  };
}

let lastReference = 0;

/** By the line that the other side wrote to, else by the first that is up. Parts go one after the other. */
async function sendBy(
  lines: readonly Line[],
  to: string,
  text: string,
  account: string | null,
): Promise<SentText> {
  const up = lines.filter((line) => line.isUp());
  const line = up.find(({ name }) => name === account) ?? up[0];
  if (line === undefined) throw new SendFailed('no line', false);
  const { coding, parts } = writeSms(text);
  lastReference = (lastReference + 1) % 256;
  // Others send between two parts of this one.
  const reference = lastReference;
  const ids: string[] = [];
  for (const [index, part] of parts.entries()) {
    const header = Buffer.from([5, 0, 3, reference, parts.length, index + 1]);
    const whole = { message: part, ...(parts.length === 1 ? {} : { udh: header }) };
    const about = {
      destination_addr: to,
      data_coding: coding === 'gsm' ? 0 : 8,
      short_message: whole,
      ...(parts.length === 1 ? {} : { esm_class: 0x40 }),
    };
    try {
      ids.push(await line.submit(about));
    } catch (error) {
      // Tried again from the first part: half an answer twice is better than half an answer.
      if (error instanceof SendRefused) throw new SendFailed(error.message, error.permanent);
      throw error;
    }
  }
  return { account: line.name, ids: ids.filter((id) => id !== '') };
}
