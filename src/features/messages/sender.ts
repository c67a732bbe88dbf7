import { samePhone } from '../../domain/privacy/sealed-words.ts';
import type { Office } from '../context/index.ts';

/** The keyed hash by which the messages of one sender are found, however the operator writes the number. */
export function senderHash({ keys }: Pick<Office, 'keys'>, channel: string, from: string): Buffer {
  const same = /[a-z]/i.test(from) ? from.trim().toLowerCase() : samePhone(from);
  return keys.hash('message-sender', `${channel}:${same}`).subarray(0, 16);
}
