import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Keys } from '../crypto/keys.ts';
import { sameText } from '../crypto/same-text.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What a form brought as proof that its sender has worked; programs send it as `X-Proof-Of-Work`. */
    proofOfWork?: string;
  }
}

/**
 * Who asks more often than a limit allows goes on by letting their machine calculate: a second or two for a person,
 * a wall for whoever sends thousands. No foreign service looks at them, and who cannot calculate waits instead.
 *
 * A puzzle is `expires.bits.random.mac`; solved is `puzzle~number` where SHA-256 of it begins with so many zero bits.
 */
export interface Puzzle {
  readonly challenge: string;
  readonly bits: number;
}

/** Some 130,000 hashes: under a second on a desk, a few on an old telephone. */
const bits = 17;
/** A puzzle is good for so long; typing goes on meanwhile. */
const goodForMs = 10 * 60_000;

/** A puzzle for whoever `who` stands for (a keyed hash), for one limit. `now` is ISO 8601 UTC. */
export function setPuzzle(keys: Keys, limit: string, who: string, now: string): Puzzle {
  const expires = (Date.parse(now) + goodForMs).toString(36);
  const open = `${expires}.${bits}.${randomBytes(8).toString('base64url')}`;
  return { challenge: `${open}.${seal(keys, limit, who, open)}`, bits };
}

/** What the sender brought: a form's own field, else the header. */
export function proofIn(request: FastifyRequest): string {
  const { 'x-proof-of-work': header } = request.headers;
  return request.proofOfWork ?? (typeof header === 'string' ? header : '');
}

export interface Worked {
  /** Names the puzzle, so that it is taken once. */
  readonly key: string;
  /** ISO 8601 UTC. */
  readonly expires: string;
}

/**
 * The puzzle that `proof` solves, where it was set for this limit and sender and is still good; null otherwise. One
 * MAC and one hash, whatever was sent.
 */
export function readProof(keys: Keys, limit: string, who: string, now: string, proof: string): Worked | null {
  const sent = proof.slice(0, 200);
  const [challenge = ''] = sent.split('~');
  const [expires = '', difficulty = '', random = '', mac = ''] = challenge.split('.');
  const isOurs = sameText(mac, seal(keys, limit, who, `${expires}.${difficulty}.${random}`));
  const isWorked = zeroBits(createHash('sha256').update(sent).digest()) >= bits;
  const until = Number.parseInt(expires, 36);
  const isFresh = until > Date.parse(now);
  if (!isOurs || !isWorked || !isFresh) return null;
  return { key: random, expires: new Date(until).toISOString() };
}

function seal(keys: Keys, limit: string, who: string, open: string): string {
  // 132 bits; puzzle and number together fit one block of SHA-256, which halves the work of an old telephone.
  return keys.hash('work', `${limit}:${who}:${open}`).toString('base64url').slice(0, 22);
}

function zeroBits(hash: Buffer): number {
  return Math.clz32(hash.readUInt32BE(0));
}
