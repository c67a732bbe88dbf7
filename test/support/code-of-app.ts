import { Secret, TOTP } from 'otpauth';

/** What an authenticator app shows at a moment (ISO 8601 UTC). */
export function codeOfApp(secret: string, now: string): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(now) });
}
