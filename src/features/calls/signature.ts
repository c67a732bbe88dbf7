import { createHmac } from 'node:crypto';
import { sameText } from '../../platform/crypto/same-text.ts';

/** How far the clocks of the two houses may stand apart; what is older was recorded by somebody, and is not let in. */
const toleranceSeconds = 300;

/**
 * Whether what came was written by whoever shares the secret, just now: `t=<seconds since 1970>,v1=<hex>`, the HMAC-SHA256
 * of the time, a full stop and the body as it was sent.
 */
export function isSigned(header: unknown, body: string, secret: string | undefined, now: string): boolean {
  const [, time, signature] = /^t=(\d{1,12}),\s*v1=([0-9a-f]{64})$/.exec(String(header)) ?? [];
  if (time === undefined || signature === undefined) return false;
  // Also where there is no secret, so that the answer takes no longer for an institution that has one.
  const isRight = sameText(signature, signatureOf(secret ?? 'nobody', time, body));
  const apart = Math.abs(Date.parse(now) / 1000 - Number(time));
  return secret !== undefined && isRight && apart <= toleranceSeconds;
}

function signatureOf(secret: string, time: string, body: string): string {
  return createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
}
