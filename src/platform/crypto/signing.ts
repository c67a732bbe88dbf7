import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Signs statements that people outside can check with the public key alone. */
export interface Signer {
  /** The 32 bytes of the Ed25519 key in hex; no secret. */
  readonly publicKey: string;
  /** 64 bytes. */
  sign(text: string): Buffer;
}

// What RFC 8410 puts before the 32 bytes of an Ed25519 key.
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519 from 32 secret bytes; the same key for the same bytes. */
export function openSigner(seed: Buffer): Signer {
  const key = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    publicKey: der.subarray(publicPrefix.length).toString('hex'),
    sign: (text) => sign(null, Buffer.from(text), key),
  };
}

/** Whether the text was signed by the key; false also for what is no signature at all. */
export function isSignedBy(publicKey: string, text: string, signature: Buffer): boolean {
  const key = Buffer.concat([publicPrefix, Buffer.from(publicKey, 'hex')]);
  return verify(null, Buffer.from(text), createPublicKey({ key, format: 'der', type: 'spki' }), signature);
}

/** What people compare by eye or over the telephone: the first 16 bytes of the key's SHA-256, in groups of four. */
export function fingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex').slice(0, 32);
  return digest.match(/.{4}/g)?.join(' ') ?? '';
}
