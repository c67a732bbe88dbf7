import type { Channel } from '../channels/channel.ts';
import type { EmailHouse } from '../channels/email/channel.ts';
import { openMailboxes } from '../channels/email/mailboxes.ts';
import { mailSender } from '../channels/email/sender.ts';
import { openChannels } from '../channels/registry.ts';
import { openSmsLines } from '../channels/sms/lines.ts';
import type { LetterHead } from '../features/letters/index.ts';
import type { LineHealth } from '../features/messages/index.ts';
import type { Config } from '../platform/config/config.ts';
import type { Log } from '../platform/log/log.ts';
import type { MailboxState } from '../platform/mail/mailbox.ts';
import type { MailboxPace } from '../platform/mail/mailbox-pace.ts';
import type { Mailer } from '../platform/mail/mailer.ts';
import type { LiveOffice } from './live-office.ts';
import type { Work } from './work.ts';

export interface OpenChannels {
  readonly channels: readonly Channel[];
  mailboxStates(): ReadonlyMap<string, MailboxState>;
  /** How the lines to operators stand. */
  lineHealth(): readonly LineHealth[];
  /** Takes nothing in any more; what came is kept. */
  stop(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  readonly office: LiveOffice;
  readonly log: Log;
}

/** Every channel of the configuration, with its lines and mailboxes open. */
export function openAllChannels(
  { config, office, log }: Parts,
  work: Work,
  mailer: Mailer | null,
  pace?: MailboxPace,
): OpenChannels {
  const lines = openSmsLines(config.smsLines, work, log);
  const mailboxes = openMailboxes(config.mailIn, work, log, pace);
  return {
    channels: openChannels({ sms: lines.sender, email: emailHouse(config, office, mailer) }),
    mailboxStates: () => mailboxes.states(),
    lineHealth: () => lines.health(),
    async stop() {
      await Promise.all([lines.stop(), mailboxes.stop()]);
    },
  };
}

function emailHouse(config: Config, office: LiveOffice, mailer: Mailer | null): EmailHouse | null {
  const { mailIn: boxes, publicUrl } = config;
  if (boxes.length === 0) return null;
  const headOf = (account: string | null): LetterHead => ({
    publicUrl,
    mailbox: (boxes.find(({ name }) => name === account) ?? boxes[0])?.address ?? null,
  });
  const [from = ''] = /[^\s<>"]+@[^\s<>"]+/.exec(config.mailFrom) ?? [];
  return {
    boxes,
    publicUrl,
    own: [...boxes.map(({ address }) => address), from.toLowerCase()],
    sender: mailer === null ? null : mailSender(office, mailer, headOf),
  };
}

/** What letters about cases of an institution are headed by: its own mailbox, else the one for everybody. */
export function letterHeadOf(config: Pick<Config, 'mailIn' | 'publicUrl'>, institution: string): LetterHead {
  const own = config.mailIn.find((box) => box.institution === institution);
  const everybodys = config.mailIn.find((box) => box.institution === null);
  return { publicUrl: config.publicUrl, mailbox: (own ?? everybodys ?? config.mailIn[0])?.address ?? null };
}
