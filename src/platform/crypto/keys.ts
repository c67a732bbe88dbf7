import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What the installation's one SECRET_KEY is good for. The key itself never leaves this closure. */
export interface Keys {
  /** Keyed hash of a secret (tracking code, session token, one-time key), for lookup. */
  hash(purpose: string, secret: string): Buffer;
  /** Envelope encryption: a fresh key per case, wrapped by the installation's. */
  seal(plain: string | Buffer, about: string): Sealed;
  open(sealed: Sealed, about: string): Buffer;
}

export interface Sealed {
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

/**
 * Derives the installation's keys. `about` (the case id) is authenticated with the ciphertext, so a
 * sealed row moved to another case does not open.
 */
export function openKeys(secretKey: string): Keys {
  const derive = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secretKey, 'tuntas', purpose, 32));
  const hashKeys = new Map<string, Buffer>();
  const wrapping = derive('wrap');

  function hash(purpose: string, secret: string): Buffer {
    let key = hashKeys.get(purpose);
    if (key === undefined) {
      key = derive(`hash:${purpose}`);
      hashKeys.set(purpose, key);
    }
    return createHmac('sha256', key).update(secret).digest();
  }

  function seal(plain: string | Buffer, about: string): Sealed {
    const caseKey = randomBytes(32);
    return { wrappedKey: encrypt(wrapping, caseKey, about), sealed: encrypt(caseKey, plain, about) };
  }

  function open(sealed: Sealed, about: string): Buffer {
    return decrypt(decrypt(wrapping, sealed.wrappedKey, about), sealed.sealed, about);
  }

  return { hash, seal, open };
}

/** AES-256-GCM as nonce (12) ‖ tag (16) ‖ ciphertext. */
function encrypt(key: Buffer, plain: string | Buffer, about: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
