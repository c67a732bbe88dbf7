export { isMuted, mute, unmute } from './mute.ts';
export { readWaiting } from './read-waiting.ts';
export { sendReply } from './send-reply.ts';
export { noteDelivery, writeSent } from './sent-parts.ts';
export { takeIn } from './take-in.ts';
