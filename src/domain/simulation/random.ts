/** A source of chance in [0, 1). The same beginning gives the same numbers on every machine. */
export type Random = () => number;

const twoTo32 = 4_294_967_296;

/**
 * sfc32 (Chris Doty-Humphrey's "small fast counting" generator, PractRand): 128 bits of state, a period of at least
 * 2^32 and about 2^127 on average, far better than a run needs. Its state is filled by mixing every number of
 * `seeds` in turn, so that (7, 1, 2) and (7, 2, 1) are streams of their own; whole numbers are expected.
 */
export function randomFrom(...seeds: readonly number[]): Random {
  let mixed = 0x9e3779b9;
  for (const seed of seeds) {
    mixed = mix32(mixed ^ (seed >>> 0));
    mixed = mix32(mixed + Math.floor(seed / twoTo32));
  }
  let a = mix32(mixed + 1);
  let b = mix32(mixed + 2);
  let c = mix32(mixed + 3);
  let counter = 1;
  const next: Random = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / twoTo32;
  };
  // The first rounds still show the seed.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** The finishing steps of MurmurHash3: one bit of difference changes half of the others. */
function mix32(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
