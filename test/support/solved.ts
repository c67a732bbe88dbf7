import { createHash } from 'node:crypto';

/** Works as a browser would: the first number that makes the hash begin with enough zero bits. */
export function solved({ challenge, bits }: { readonly challenge: string; readonly bits: number }): string {
  for (let number = 0; ; number += 1) {
    const proof = `${challenge}~${number}`;
    if (Math.clz32(createHash('sha256').update(proof).digest().readUInt32BE(0)) >= bits) return proof;
  }
}
