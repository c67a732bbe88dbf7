import { firstWord } from './work/sha-256.ts';

/** In a thread of its own: looks for the number that solves a puzzle of `platform/http/proof-of-work.ts`. */
addEventListener('message', (event: MessageEvent<{ readonly challenge: string; readonly bits: number }>) => {
  const sum = event.data;
  let number = 0;
  while (Math.clz32(firstWord(`${sum.challenge}~${number}`)) < sum.bits) number += 1;
  postMessage(`${sum.challenge}~${number}`);
});
