import type { TextSender } from '../features/messages/index.ts';
import type { Channel } from './channel.ts';
import { type EmailHouse, emailChannel, mailWords } from './email/channel.ts';
import { smsChannel } from './sms/channel.ts';

/** What each channel works with. */
export interface Ways {
  /** Null where there is no line to an operator. */
  readonly sms: TextSender | null;
  /** Null where no mailbox is read. */
  readonly email: EmailHouse | null;
}

/** Every channel that speaks in messages: one line each. */
export function openChannels({ sms, email }: Ways): readonly Channel[] {
  return [smsChannel(sms), ...(email === null ? [] : [emailChannel(email)])];
}

/** What a message says that has more to it than words, as plain text. */
export function wordsOfWhole(channel: string, raw: Buffer): Promise<string> {
  return channel === 'email' ? mailWords(raw) : Promise.resolve(raw.toString('utf8'));
}
