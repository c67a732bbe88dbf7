import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, in work that says nothing of where they part. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}
