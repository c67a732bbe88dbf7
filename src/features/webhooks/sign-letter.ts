import { createHmac } from 'node:crypto';
import type { Letter } from '../../platform/outside/caller.ts';

export interface SigningKey {
  readonly id: string;
  /** `whsec_` and base64. */
  readonly secret: string;
}

/**
 * A letter as the Standard Webhooks convention signs it: HMAC-SHA256 over `<id>.<seconds>.<body>`, in base64, once for
 * each secret in use. `webhook-key-id` is ours and names them in the same order. `at`: ISO 8601, when it is sent;
 * receivers refuse what is older than some minutes, so that nobody sends it again.
 */
export function signLetter(id: string, at: string, body: string, keys: readonly SigningKey[]): Letter {
  const seconds = String(Math.floor(Date.parse(at) / 1000));
  const signatures = keys.map(({ secret }) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
  });
  return {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Tuntas-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': signatures.join(' '),
      'webhook-key-id': keys.map((key) => key.id).join(' '),
    },
    body,
  };
}
