import type { TextSender } from '../features/messages/index.ts';
import type { Channel } from './channel.ts';
import { smsChannel } from './sms/channel.ts';

/** What each channel sends by; null where it has no line. */
export interface Senders {
  readonly sms: TextSender | null;
}

/** Every channel that speaks in messages: one line each. */
export function openChannels(senders: Senders): readonly Channel[] {
  return [smsChannel(senders.sms)];
}
