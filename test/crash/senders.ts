import { randomUUID } from 'node:crypto';
import { openClient } from '../bench/client.ts';

/** One submission as its sender knows it. */
export interface Sent {
  readonly key: string;
  readonly text: string;
  /** What was acknowledged; null where the answer never came or was no receipt. */
  readonly receipt: Receipt | null;
}

export interface Receipt {
  readonly trackingCode: string;
  readonly receipt: { readonly number: string; readonly receivedAt: string };
}

const senders = 6;

/**
 * Sends submissions over several connections at once, does `strike` as soon as so many were acknowledged, and
 * gives all of them. A sender stops at its first failure, as a citizen who sees an error would pause.
 */
export async function sendUntil(
  url: string,
  { acknowledged, strike }: { readonly acknowledged: number; readonly strike: () => Promise<void> },
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  let count = 0;
  let struck: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    const client = openClient(url);
    for (;;) {
      const one = {
        key: randomUUID(),
        text: `Laporan uji ${inLetters(randomUUID())} tentang kartu yang rusak.`,
      };
      const answer = await submit(client, one).catch(() => null);
      const receipt = answer?.status === 201 ? (answer.body as Receipt) : null;
      sent.push({ ...one, receipt });
      if (receipt === null) break;
      count += 1;
      // Not awaited here: the other submissions are on their way while the blow falls.
      if (count === acknowledged) struck = strike();
      if (count > acknowledged + 200) throw new Error('the kill had no effect');
    }
    client.close();
  };
  await Promise.all(Array.from({ length: senders }, run));
  await struck;
  return sent;
}

export function submit(
  client: ReturnType<typeof openClient>,
  { key, text }: { readonly key: string; readonly text: string },
) {
  return client.ask({
    method: 'POST',
    path: '/api/v1/submissions',
    headers: { 'idempotency-key': key },
    body: { text, kind: 'complaint', institution: 'kemensos' },
  });
}

/** Sixteen digits in a row would be hidden as somebody's NIK, and no longer be the words that were sent. */
function inLetters(id: string): string {
  return id.replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}
