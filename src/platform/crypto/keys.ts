import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { decrypt, encrypt } from './cipher.ts';
import type { KeyRing } from './key-ring.ts';
import { openSigner, type Signer } from './signing.ts';

/** What the installation's secret keys are good for. The keys themselves never leave this closure. */
export interface Keys {
  /** Keyed hash of a secret (tracking code, session token, one-time key), for lookup. Survives a change of SECRET_KEY. */
  hash(purpose: string, secret: string | Buffer): Buffer;
  /** Envelope encryption: a fresh key for each thing sealed, wrapped by the installation's. */
  seal(plain: string | Buffer, about: string): Sealed;
  /** Throws `KeyMissing` where the ring lacks the secret key. */
  open(sealed: Sealed, about: string): Buffer;
  /** A key for what grows piece by piece, wrapped by the installation's as `seal` does. */
  newSeal(about: string): { readonly wrappedKey: Buffer; readonly seal: Seal };
  /** Throws `KeyMissing` where the ring lacks the secret key. */
  openSeal(wrappedKey: Buffer, about: string): Seal;
  /** The same key wrapped by the current secret key; null where it is already. Throws `KeyMissing`. */
  rewrap(wrappedKey: Buffer, about: string): Buffer | null;
  /** Signs the ledger; the same key for the life of the installation, also after a change of SECRET_KEY. */
  readonly signer: Signer;
}

export interface Sealed {
  /** To be kept apart from what it opens, and from its backups (`features/sealed-keys`). */
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

/** One key that closes and opens the pieces of one thing; `part` is authenticated with each, so none takes another's place. */
export interface Seal {
  close(plain: string | Buffer, part: string): Buffer;
  open(sealed: Buffer, part: string): Buffer;
}

/** What keyed hashes and the signing key are made from: one root, and the keys of purposes that were there before it. */
export interface HashKeys {
  readonly root: Buffer;
  readonly earlier: ReadonlyMap<string, Buffer>;
}

/**
 * `about` (the id of the case or file) is authenticated with the ciphertext, so a sealed row moved to another case
 * does not open.
 */
export function openKeys(ring: KeyRing, hashKeys: HashKeys): Keys {
  const derived = new Map(hashKeys.earlier);

  function hash(purpose: string, secret: string | Buffer): Buffer {
    let key = derived.get(purpose);
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', hashKeys.root, 'tuntas', `hash:${purpose}`, 32));
      derived.set(purpose, key);
    }
    return createHmac('sha256', key).update(secret).digest();
  }

  function sealOf(key: Buffer, about: string): Seal {
    return {
      close: (plain, part) => encrypt(key, plain, `${about} ${part}`),
      open: (sealed, part) => decrypt(key, sealed, `${about} ${part}`),
    };
  }

  return {
    hash,
    newSeal(about) {
      const key = randomBytes(32);
      return { wrappedKey: ring.wrap(key, about), seal: sealOf(key, about) };
    },
    openSeal: (wrappedKey, about) => sealOf(ring.unwrap(wrappedKey, about), about),
    seal(plain, about) {
      const key = randomBytes(32);
      return { wrappedKey: ring.wrap(key, about), sealed: encrypt(key, plain, about) };
    },
    open: ({ wrappedKey, sealed }, about) => decrypt(ring.unwrap(wrappedKey, about), sealed, about),
    rewrap: (wrappedKey, about) =>
      ring.isCurrent(wrappedKey) ? null : ring.wrap(ring.unwrap(wrappedKey, about), about),
    signer: openSigner(Buffer.from(hkdfSync('sha256', hashKeys.root, 'tuntas', 'sign:ledger', 32))),
  };
}

export function newHashKeys(): HashKeys {
  return { root: randomBytes(32), earlier: new Map() };
}
