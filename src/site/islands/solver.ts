import { firstWord } from './work/sha-256.ts';

/** In a thread of its own: looks for the number that solves a puzzle of `platform/http/proof-of-work.ts`. */
addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly challenge: string; readonly bits: number }>) => {
    let number = 0;
    while (Math.clz32(firstWord(`${data.challenge}~${number}`)) < data.bits) number += 1;
    postMessage(`${data.challenge}~${number}`);
  },
);
