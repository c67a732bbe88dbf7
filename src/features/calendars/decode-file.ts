import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type FileFault, fileFault, fileLimits } from './decree-file.ts';

/** How files begin that are no text, whatever their name says: zip (and xlsx), gzip, PDF, old Office, RAR, 7z. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['ZIP/XLSX', [0x50, 0x4b, 0x03, 0x04]],
  ['GZIP', [0x1f, 0x8b]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]],
];

/**
 * The text of an uploaded file. Nothing is unpacked and nothing is guessed: bytes that are not UTF-8 text within the
 * limits are refused, with the line where that shows.
 */
export function decodeFile(bytes: Uint8Array): Result<string, readonly FileFault[]> {
  if (bytes.length === 0) return err([fileFault(1, 'file-empty')]);
  const { bytes: most } = fileLimits;
  if (bytes.length > most) return err([fileFault(1, 'file-too-large', { kilobytes: most / 1024 })]);
  const known = signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return err([fileFault(1, 'file-not-text', { format: known[0] })]);
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) return err([fileFault(1, 'file-wrong-encoding')]);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return err([fileFault(lineOf(bytes, nul), 'nul-byte')]);
  const text = readUtf8(bytes);
  if (text === null) return err([fileFault(firstLineNotUtf8(bytes), 'file-wrong-encoding')]);
  const problems = text.split(/\r\n|\n|\r/).flatMap((line, index) => lineFault(line, index + 1));
  return problems.length > 0 ? err(problems.slice(0, fileLimits.faults)) : ok(text);
}

function readUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function firstLineNotUtf8(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (readUtf8(bytes.subarray(start, next)) === null) return line;
    start = next;
  }
  return 1;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
}

function lineFault(line: string, number: number): readonly FileFault[] {
  if (line.length > fileLimits.lineLength) {
    return [fileFault(number, 'line-too-long', { characters: fileLimits.lineLength })];
  }
  // A tab may separate; direction marks could show a date that is not the one read.
  return /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line.replaceAll('\t', ' '))
    ? [fileFault(number, 'control-character')]
    : [];
}
