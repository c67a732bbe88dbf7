export { destroyMessagesOf, sweepMessages } from './destroy.ts';
export { deliveryJob, otherWayJob, readingJob, replyJob } from './jobs.ts';
export { openMessage } from './kept-message.ts';
export {
  type Arrived,
  bySender,
  type Handled,
  type LateParts,
  type MessageReader,
  type NoticeWords,
  type Original,
  SendFailed,
  type SentText,
  type TakenAs,
  type TextSender,
  type WholeMessage,
} from './message.ts';
export { isMuted, mute, unmute } from './mute.ts';
export { queueTest } from './queue-test.ts';
export { readWaiting } from './read-waiting.ts';
export { sendReply } from './send-reply.ts';
export { noteDelivery, writeSent } from './sent-parts.ts';
export { countAnswered } from './store.ts';
export { takeIn } from './take-in.ts';
export { type LineHealth, noteHeard, writeLines } from './write-lines.ts';
