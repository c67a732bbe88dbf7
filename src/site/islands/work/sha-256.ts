/** The first 32 bits of SHA-256 of a short ASCII text; a browser's own is slower by its waiting, and absent without https. */
export function firstWord(text: string): number {
  const length = text.length;
  const words = new Uint32Array((((length + 8) >> 6) + 1) << 4);
  for (let at = 0; at < length; at += 1)
    words[at >> 2] = (words[at >> 2] as number) | (text.charCodeAt(at) << (24 - (at & 3) * 8));
  words[length >> 2] = (words[length >> 2] as number) | (0x80 << (24 - (length & 3) * 8));
  words[words.length - 1] = length * 8;
  const state = Uint32Array.from(start);
  for (let block = 0; block < words.length; block += 16) mix(state, words.subarray(block, block + 16));
  return state[0] as number;
}

const schedule = new Uint32Array(64);

function mix(state: Uint32Array, block: Uint32Array): void {
  schedule.set(block);
  for (let at = 16; at < 64; at += 1) {
    const early = schedule[at - 15] as number;
    const late = schedule[at - 2] as number;
    schedule[at] =
      (schedule[at - 16] as number) +
      (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
      (schedule[at - 7] as number) +
      (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
  }
  const eight = Array.from(state);
  for (let at = 0; at < 64; at += 1) {
    const a = eight[0] as number;
    const b = eight[1] as number;
    const c = eight[2] as number;
    const e = eight[4] as number;
    const f = eight[5] as number;
    const g = eight[6] as number;
    const chosen = (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g));
    const one = ((eight[7] as number) + chosen + (rounds[at] as number) + (schedule[at] as number)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    eight[7] = g;
    eight[6] = f;
    eight[5] = e;
    eight[4] = ((eight[3] as number) + one) | 0;
    eight[3] = c;
    eight[2] = b;
    eight[1] = a;
    eight[0] = (one + two) | 0;
  }
  for (let at = 0; at < 8; at += 1) state[at] = (state[at] as number) + (eight[at] as number);
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The fractions of the roots of the first primes, as the standard derives its constants. */
function fractions(count: number, root: number): Uint32Array {
  const found: number[] = [];
  for (let number = 2; found.length < count; number += 1) {
    let prime = true;
    for (let by = 2; by * by <= number; by += 1) if (number % by === 0) prime = false;
    if (prime) found.push((number ** (1 / root) % 1) * 2 ** 32);
  }
  return Uint32Array.from(found, Math.floor);
}

const start = fractions(8, 2);
const rounds = fractions(64, 3);
