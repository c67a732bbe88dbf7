import { sameText } from '../../platform/crypto/same-text.ts';
import type { Office } from '../context/index.ts';

/** What an address is good for: writing to a case, being told that a mail came back, having no more news. */
export type Use = 'reply' | 'return' | 'mute';

const letters: Readonly<Record<Use, string>> = { reply: 'r', return: 'b', mute: 'm' };
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 80 bits: who guesses has one chance in 10^24. */
const macBytes = 10;

type WithKeys = Pick<Office, 'keys'>;

/**
 * A text that only we can make, for one use of one id (a case, a mail). It opens nothing to read, so it may stand in an
 * address that servers on the way write down; the tracking code may not. Small letters and digits alone.
 */
export function signToken({ keys }: WithKeys, use: Use, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  const mac = keys.hash(`mail-${use}`, bytes).subarray(0, macBytes);
  return `${letters[use]}${toBase32(bytes)}${toBase32(mac)}`;
}

/** The id that was signed for this use; null for whatever else it is. */
export function readToken(office: WithKeys, use: Use, token: string): string | null {
  if (token.length !== 43 || !token.startsWith(letters[use])) return null;
  const hex = fromBase32(token.slice(1, 27));
  if (hex === null) return null;
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return sameText(signToken(office, use, id), token) ? id : null;
}

/** `laporan@contoh.go.id` with the token behind a plus, as mail servers deliver to the same mailbox (RFC 5233). */
export function signedAddress(office: WithKeys, mailbox: string, use: Use, id: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}+${signToken(office, use, id)}${mailbox.slice(at)}`;
}

/** The id in the first address that was signed for this use. */
export function readSignedAddress(office: WithKeys, use: Use, addresses: readonly string[]): string | null {
  for (const address of addresses) {
    const [, token = ''] = /\+([a-z2-7]{43})@/i.exec(address) ?? [];
    const id = readToken(office, use, token.toLowerCase());
    if (id !== null) return id;
  }
  return null;
}

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '')
    .join('');
}

/** Sixteen bytes as hex; null where a letter is none of ours. */
function fromBase32(text: string): string | null {
  const fives = [...text].map((letter) => alphabet.indexOf(letter));
  if (fives.includes(-1)) return null;
  const bits = fives.map((five) => five.toString(2).padStart(5, '0')).join('');
  return (bits.slice(0, 128).match(/.{8}/g) ?? [])
    .map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0'))
    .join('');
}
