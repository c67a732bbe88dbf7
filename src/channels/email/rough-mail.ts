/** All headers of a mail by their name in small letters, unfolded, in their order; decoded only where need be. */
export type Headers = ReadonlyMap<string, readonly string[]>;

const mostHeaderBytes = 1_000_000;

/** Reads headers without caring for the rules: whatever the body is like, these are there. */
export function headersOf(raw: Buffer): Headers {
  const [head] = split(raw);
  const found = new Map<string, string[]>();
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!/^[!-9;-~]+$/.test(name)) continue;
    const values = found.get(name);
    const value = line.slice(colon + 1).trim();
    if (values === undefined) found.set(name, [value]);
    else values.push(value);
  }
  return found;
}

/**
 * The body as it stands, without lines that are none of the writer's: for a mail of which nothing can be made otherwise.
 * What was encoded as a whole is decoded.
 */
export function roughWords(raw: Buffer): string {
  const [, body] = split(raw);
  const bytes = Buffer.from(body, 'latin1');
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\ufffd') ? body : utf8;
  return text
    .split(/\r?\n/)
    .filter((line) => !/^--\S{5,}$/.test(line) && !/^content-[a-z-]+:/i.test(line))
    .join('\n')
    .replaceAll(/=\r?\n/g, '')
    .trim();
}

/** Head and body as latin1, byte for byte. */
function split(raw: Buffer): readonly [string, string] {
  const text = raw.subarray(0, mostHeaderBytes).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  if (end === null) return [text, ''];
  const from = end.index + end[0].length;
  return [text.slice(0, end.index), raw.subarray(from, from + mostHeaderBytes).toString('latin1')];
}
