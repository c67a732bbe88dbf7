import type { Headers } from './rough-mail.ts';

/** Whether only the holder of a key could read it. */
export function isEncrypted(headers: Headers, words: string): boolean {
  const type = (headers.get('content-type')?.[0] ?? '').toLowerCase();
  if (/^multipart\/encrypted\b/.test(type)) return true;
  if (/^application\/(?:x-)?pkcs7-mime\b/.test(type)) return true;
  return /^\s*-----BEGIN PGP MESSAGE-----/.test(words);
}

/** Takes away what frames a text that is signed with PGP in its midst. */
export function clearText(words: string): string {
  const begin = words.indexOf('-----BEGIN PGP SIGNED MESSAGE-----');
  const sign = words.indexOf('-----BEGIN PGP SIGNATURE-----', begin);
  if (begin === -1 || sign === -1) return words;
  const end = '-----END PGP SIGNATURE-----';
  const close = words.indexOf(end, sign);
  const signed = words
    .slice(begin, sign)
    .replace(/^-----BEGIN PGP SIGNED MESSAGE-----[^\S\n]*\n(?:[A-Za-z-]+:[^\n]*\n)*\r?\n?/, '')
    .replaceAll(/^- /gm, '');
  const after = close === -1 ? '' : words.slice(close + end.length);
  return `${words.slice(0, begin)}${signed}${after}`.trim();
}

const signedData = Buffer.from('2a864886f70d010702', 'hex');
const plainData = Buffer.from('2a864886f70d010701', 'hex');

/**
 * The content of a CMS message that is signed and not encrypted (RFC 5652, SignedData); null where it is anything else.
 * The signature itself is not checked: who sent a mail is told by the mail server (SPF, DKIM).
 */
export function unpackSigned(der: Buffer): Buffer | null {
  const outer = children(der, 0, der.length)[0];
  const [type, content] = outer === undefined ? [] : children(der, outer.from, outer.to);
  if (type === undefined || content === undefined || !signedData.equals(der.subarray(type.from, type.to)))
    return null;
  const signed = children(der, content.from, content.to)[0];
  for (const part of signed === undefined ? [] : children(der, signed.from, signed.to)) {
    const [kind, wrapped] = part.tag === 0x30 ? children(der, part.from, part.to) : [];
    if (kind === undefined || wrapped === undefined) continue;
    if (plainData.equals(der.subarray(kind.from, kind.to))) return octets(der, wrapped);
  }
  return null;
}

interface Element {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
  /** Where the next one begins. */
  readonly next: number;
}

/** All octet strings inside, one after the other: long ones come in pieces. */
function octets(der: Buffer, { from, to }: Element, depth = 0): Buffer {
  const pieces = children(der, from, to).map((one) => {
    if (one.tag === 0x04) return der.subarray(one.from, one.to);
    return (one.tag & 0x20) === 0 || depth > 8 ? Buffer.alloc(0) : octets(der, one, depth + 1);
  });
  return Buffer.concat(pieces);
}

/** The elements between two places; stops at what is none. At most a hundred thousand. */
function children(der: Buffer, from: number, to: number): readonly Element[] {
  const found: Element[] = [];
  let at = from;
  while (at < to && found.length < 100_000) {
    const one = element(der, at, to);
    if (one === null) break;
    found.push(one);
    at = one.next;
  }
  return found;
}

function element(der: Buffer, at: number, limit: number, depth = 0): Element | null {
  if (at + 2 > limit || depth > 30) return null;
  const tag = der[at] ?? 0;
  const short = der[at + 1] ?? 0;
  if (tag === 0) return null;
  if (short === 0x80) return indefinite(der, at, limit, depth);
  const size = short < 0x80 ? 0 : short & 0x7f;
  if (size > 4 || at + 2 + size > limit) return null;
  const length = size === 0 ? short : der.readUIntBE(at + 2, size);
  const start = at + 2 + size;
  return start + length > limit ? null : { tag, from: start, to: start + length, next: start + length };
}

/** Of a length that is not told beforehand: it ends with two zeros. */
function indefinite(der: Buffer, at: number, limit: number, depth: number): Element | null {
  let end = at + 2;
  while (end + 2 <= limit && der.readUInt16BE(end) !== 0) {
    const one = element(der, end, limit, depth + 1);
    if (one === null) return null;
    end = one.next;
  }
  return { tag: der[at] ?? 0, from: at + 2, to: end, next: end + 2 };
}
