import { createHash } from 'node:crypto';
import type { Context } from '../../features/context/index.ts';
import { type Arrived, type Original, takeIn } from '../../features/messages/index.ts';
import type { Log } from '../../platform/log/log.ts';
import {
  type MailboxSettings,
  type MailboxState,
  openMailbox,
  type TakenMail,
} from '../../platform/mail/mailbox.ts';
import type { MailboxPace } from '../../platform/mail/mailbox-pace.ts';
import { senderOf } from './read-mail.ts';
import { headersOf } from './rough-mail.ts';

/** Runs `job` in a transaction of its own, as the system. */
type Work = <T>(job: (ctx: Context) => Promise<T>) => Promise<T>;

export interface Mailboxes {
  /** How each of them stands, by its name. */
  states(): ReadonlyMap<string, MailboxState>;
  stop(): Promise<void>;
}

/** Watches every mailbox of the house; each mail is kept in a transaction of its own. */
export function openMailboxes(
  settings: readonly MailboxSettings[],
  work: Work,
  log: Log,
  pace?: MailboxPace,
): Mailboxes {
  const boxes = settings.map((one) =>
    openMailbox(
      one,
      { log, keep: (mail) => work((ctx) => takeIn(ctx, 'email', one.name, [arrived(one, mail)])) },
      pace,
    ),
  );
  return {
    states: () => new Map(boxes.map((box) => [box.name, box.state()])),
    stop: async () => {
      await Promise.all(boxes.map((box) => box.stop()));
    },
  };
}

function arrived(box: MailboxSettings, { raw, arrivedAt }: TakenMail): Arrived & Original {
  const from = senderOf(headersOf(raw)).address;
  return {
    from: from === '' ? 'nobody' : from,
    to: box.address,
    text: '',
    part: null,
    ...(arrivedAt === null ? {} : { at: arrivedAt }),
    raw,
    ...(box.institution === null ? {} : { institution: box.institution }),
    sourceId: `${box.name} ${sameMail(raw)}`,
  };
}

/**
 * What stays the same however often a mail is delivered: its id, its sender, its date and its body. The id alone is not
 * enough, since there are programs that use one for many mails, and the place in the mailbox changes with the mailbox.
 */
function sameMail(raw: Buffer): string {
  const headers = headersOf(raw);
  const named = ['message-id', 'from', 'date', 'subject'].map((name) => headers.get(name)?.[0] ?? '');
  const end = Math.max(raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n'), 0);
  return createHash('sha256').update(JSON.stringify(named)).update(raw.subarray(end)).digest('hex');
}
