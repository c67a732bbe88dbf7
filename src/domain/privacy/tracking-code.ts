/**
 * The reporter's secret: 12 characters of a 31-letter alphabet without look-alikes (no 0 O 1 I L),
 * about 59 bits, printed in three groups, read back tolerantly. Staff never see it.
 */
export const trackingCodeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const trackingCodeLength = 12;

/** Makes a code from random bytes; bytes that would bias the alphabet are passed over. Needs 12 usable bytes. */
export function trackingCodeFrom(bytes: Uint8Array): string {
  const fair = 256 - (256 % trackingCodeAlphabet.length);
  const letters = [...bytes].filter((byte) => byte < fair).slice(0, trackingCodeLength);
  if (letters.length < trackingCodeLength)
    throw new RangeError('not enough random bytes for a tracking code');
  return letters.map((byte) => trackingCodeAlphabet.charAt(byte % trackingCodeAlphabet.length)).join('');
}

/** `7KQM4XRT9DWP` as `7KQM-4XRT-9DWP`. */
export function formatTrackingCode(code: string): string {
  return code.replace(/^(.{4})(.{4})(.{4})$/, '$1-$2-$3');
}

/**
 * Reads what a person typed: any case, with spaces, dots or dashes. Returns null for what cannot be a
 * code; the caller treats that exactly like a code that does not exist.
 */
export function readTrackingCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const valid =
    code.length === trackingCodeLength && [...code].every((letter) => trackingCodeAlphabet.includes(letter));
  return valid ? code : null;
}
