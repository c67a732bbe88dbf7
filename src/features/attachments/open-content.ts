import type { Keys } from '../../platform/crypto/keys.ts';

/** Of a wrapped key, with the id of its secret key and, in the oldest files, without. */
const lengthsOfKeys = [60, 68];

/** A sealed file as it lies in the table; `key` is null where its key lies in the file itself. */
export interface SealedFile {
  readonly id: string;
  readonly key: Buffer | null;
}

/**
 * The content of a sealed file. Files that are older than the place for their keys begin with the length of the
 * wrapped key and the key; `tuntas rotate-keys` makes them like the others. Undefined where the key was destroyed.
 */
export function openContent(keys: Keys, { id, key }: SealedFile, stored: Buffer): Buffer | undefined {
  if (key !== null) return keys.open({ wrappedKey: key, sealed: stored }, id);
  const length = stored.readUInt32BE(0);
  if (!lengthsOfKeys.includes(length)) return undefined;
  return keys.open({ wrappedKey: stored.subarray(4, 4 + length), sealed: stored.subarray(4 + length) }, id);
}
