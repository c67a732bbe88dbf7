import { Secret, TOTP } from 'otpauth';

/** Codes of an authenticator app by RFC 6238: six digits, SHA-1, a new one every half minute; what every app knows. */
const period = 30;
const issuer = 'Tuntas';

/** A fresh secret of 160 bits in base 32, as one types it into an app. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What a QR code holds. It contains the secret: shown once, never stored or logged. */
export function totpAddress(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/**
 * The half minute whose code this is, counted from 1970, or null where it is none of the present, the last and the
 * next one: clocks of telephones are off by some seconds. `now` is ISO 8601 UTC.
 */
export function stepOfCode(secret: string, code: string, now: string): number | null {
  const timestamp = Date.parse(now);
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret, '').validate({ token, timestamp, window: 1 });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  });
}
