import { hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './cipher.ts';

/** The installation's secret keys: the current one wraps, the current and the earlier ones unwrap. They never leave this closure. */
export interface KeyRing {
  /** `about` says what the key is for; a wrapped key put elsewhere does not unwrap. */
  wrap(key: Buffer, about: string): Buffer;
  /** Throws `KeyMissing` where none of the ring's keys wrapped it. */
  unwrap(wrapped: Buffer, about: string): Buffer;
  isCurrent(wrapped: Buffer): boolean;
  /** Whether the current key alone, without the earlier ones, unwraps it. */
  openedByCurrent(wrapped: Buffer, about: string): boolean;
  /** The hash keys that an installation had before they were keys of their own. */
  firstHashKey(purpose: string): Buffer;
}

/** A wrapped key belongs to a secret key that is not in the ring. Says which by its public id, never by its value. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';

  constructor(id: string) {
    super(`no secret key of this installation has the id ${id}`);
  }
}

/**
 * A wrapped key begins with the id of the secret key that wrapped it (8 bytes that say nothing of the key), so the
 * ring need not try. What was wrapped before there were ids has none and is 60 bytes long; it is tried.
 */
export function openRing(current: string, earlier: readonly string[] = []): KeyRing {
  const first = wrappingKey(current);
  const all = [first, ...earlier.map(wrappingKey)];

  return {
    wrap: (key, about) => Buffer.concat([first.id, encrypt(first.key, key, about)]),
    unwrap: (wrapped, about) => unwrapBy(all, wrapped, about),
    isCurrent: (wrapped) => isWrappedBy(first, wrapped),
    openedByCurrent(wrapped, about) {
      try {
        return unwrapBy([first], wrapped, about).length > 0;
      } catch {
        return false;
      }
    },
    firstHashKey: (purpose) => derive(current, `hash:${purpose}`, 32),
  };
}

interface WrappingKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

const idLength = 8;
const lengthWithoutId = 12 + 16 + 32;

function unwrapBy(all: readonly WrappingKey[], wrapped: Buffer, about: string): Buffer {
  const named = all.find((one) => isWrappedBy(one, wrapped));
  if (named !== undefined) return decrypt(named.key, wrapped.subarray(idLength), about);
  if (wrapped.length !== lengthWithoutId) throw new KeyMissing(wrapped.subarray(0, idLength).toString('hex'));
  for (const { key } of all) {
    try {
      return decrypt(key, wrapped, about);
    } catch {
      // The next one, or none.
    }
  }
  throw new KeyMissing('none');
}

function wrappingKey(secret: string): WrappingKey {
  return { id: derive(secret, 'key-id', idLength), key: derive(secret, 'wrap', 32) };
}

function isWrappedBy({ id }: WrappingKey, wrapped: Buffer): boolean {
  return wrapped.length !== lengthWithoutId && wrapped.subarray(0, idLength).equals(id);
}

function derive(secret: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'tuntas', purpose, length));
}
