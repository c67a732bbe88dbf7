import type { ChannelId } from '../domain/cases/words.ts';
import type { Locale } from '../features/context/index.ts';
import type { MessageReader, NoticeWords, TextSender } from '../features/messages/index.ts';

/**
 * A way in and back out that speaks in messages. The case does not know which one it came from; a channel knows no other.
 * What comes in is kept before it is acknowledged and read afterwards (`features/messages`).
 */
export interface Channel extends MessageReader {
  readonly id: ChannelId;
  /** Null where this house has no line to send by. */
  readonly sender: TextSender | null;
  /** A notice as it is sent here. */
  writeNotice(notice: NoticeWords, locale: Locale): string;
}
