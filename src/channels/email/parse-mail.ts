import PostalMime, { type Email } from 'postal-mime';
import { runInThread } from '../../platform/threads/run-in-thread.ts';

/** Deeper than any person's program nests; what lies deeper is read as it stands. */
const limits = { maxNestingDepth: 60, maxHeadersSize: 1_000_000, maxRfc822NestingDepth: 5 };
/** So much is parsed at once, whatever it is made of; for more, a thread stands between it and the server. */
const small = { bytes: 64_000, lines: 3_000 } as const;
const apart = { timeoutMs: 20_000, heapMb: 512 } as const;

/** What is called in a thread of its own. */
export function run(raw: Uint8Array): Promise<Email> {
  return PostalMime.parse(raw, limits);
}

/**
 * Takes a mail apart by the rules of MIME; null where that cannot be done, or not in reasonable time and memory: millions
 * of empty lines or parts are cheap to send.
 */
export async function parseMail(raw: Buffer): Promise<Email | null> {
  try {
    if (isSmall(raw)) return await run(raw);
    return await runInThread<Uint8Array, Email>(new URL('./parse-mail.ts', import.meta.url), raw, apart);
  } catch {
    return null;
  }
}

function isSmall(raw: Buffer): boolean {
  if (raw.length > small.bytes) return false;
  let lines = 0;
  for (const byte of raw) if (byte === 10) lines += 1;
  return lines <= small.lines;
}
