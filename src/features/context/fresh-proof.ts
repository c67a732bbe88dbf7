import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import type { Reading } from './context.ts';

/** How long a password or a code, once given, vouches for sensitive acts of its session. */
const freshMinutes = 10;

/**
 * The refusal `step-up-needed` where the session's last proof of who acts is older than ten minutes: a computer left
 * open in a counter must not be enough to open an identity or to give a right. Null where it is fresh.
 */
export function staleProof({ provedAt, now }: Reading): Refusal | null {
  if (provedAt === undefined) return null;
  const age = Date.parse(now) - Date.parse(provedAt);
  return age > freshMinutes * 60_000 ? refusal('step-up-needed') : null;
}
