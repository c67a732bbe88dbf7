import { randomBytes, randomFillSync, randomInt } from 'node:crypto';

/** A UUID version 7: ordered by time, so that indexes stay dense. `now` in milliseconds since 1970. */
export function uuidv7(now: number): string {
  const bytes = new Uint8Array(16);
  randomFillSync(bytes, 6);
  new DataView(bytes.buffer).setUint32(0, Math.floor(now / 0x10000));
  new DataView(bytes.buffer).setUint16(4, now % 0x10000);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An opaque secret of 256 bits, for cookies and one-time keys. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** So many decimal digits, each code as likely as any other; for codes that people type. At most 14. */
export function randomDigits(count: number): string {
  return String(randomInt(10 ** count)).padStart(count, '0');
}

export { randomBytes };
