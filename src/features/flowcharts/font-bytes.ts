import { readFileSync } from 'node:fs';

const read = new Map<string, Buffer>();

/** The bytes of a face that ships with us; read once. */
export function fontBytes(file: URL): Buffer {
  const known = read.get(file.href);
  if (known !== undefined) return known;
  const bytes = readFileSync(file);
  read.set(file.href, bytes);
  return bytes;
}
