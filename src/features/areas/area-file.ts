import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { wordsOf } from './words.ts';

export interface AreaFile {
  /** SHA-256 over everything the table is made from; another checksum means another import. */
  readonly checksum: string;
  readonly csv: Buffer;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

/** The rows as columns, for `unnest`. */
export interface AreaColumns {
  readonly codes: string[];
  readonly names: string[];
  readonly levels: string[];
  readonly parents: (string | null)[];
  /** How the area is named within the name of another: "Kecamatan Galesong". */
  readonly titles: string[];
  /** The words of the name itself: "bandung" for Kota Bandung. */
  readonly bareWords: string[];
  /** What else it is found by: "kota", "kecamatan", "jabar". */
  readonly extraWords: string[];
}

/** Reads `areas.csv.gz` (code, name, level, parent) and `area-aliases.yaml` beside it, still packed. */
export async function readAreaFile(path: string): Promise<AreaFile> {
  const [csv, aliases] = await Promise.all([
    readFile(path),
    readFile(join(path, '..', 'area-aliases.yaml'), 'utf8'),
  ]);
  const checksum = createHash('sha256').update(layout).update(csv).update(aliases).digest('hex');
  return { checksum, csv, aliases: parse(aliases) as AreaFile['aliases'] };
}

/** Throws where a line is not of the expected shape: a damaged file must not become half a country. */
export function columnsOf(file: AreaFile): AreaColumns {
  const columns: AreaColumns = {
    codes: [],
    names: [],
    levels: [],
    parents: [],
    titles: [],
    bareWords: [],
    extraWords: [],
  };
  const lines = gunzipSync(file.csv).toString('utf8').trimEnd().split('\n');
  for (const line of lines.slice(1)) addLine(columns, line, file.aliases);
  return columns;
}

function addLine(columns: AreaColumns, line: string, aliases: AreaFile['aliases']): void {
  const [, code, quoted, plain, level, parent] = linePattern.exec(line) ?? [];
  if (code === undefined || level === undefined) throw new Error(`not a line of the area file: ${line}`);
  const name = quoted ?? plain ?? '';
  const [kind, bareName] = kindAndName(code, name, level);
  columns.codes.push(code);
  columns.names.push(name);
  columns.levels.push(level);
  columns.parents.push(parent === '' || parent === undefined ? null : parent);
  columns.titles.push(level === 'district' ? `${kind} ${name}` : name);
  columns.bareWords.push(wordsOf(bareName).join(' '));
  columns.extraWords.push([...wordsOf(kind), ...(aliases[code] ?? [])].join(' '));
}

/** Splits "Kota Bandung" into its kind and its own name; a district's kind is not part of its printed name. */
function kindAndName(code: string, name: string, level: string): readonly [kind: string, name: string] {
  // UU 21/2001 (otonomi khusus): in the provinces of Papua a kecamatan is called distrik.
  if (level === 'district') return [code.startsWith('9') ? 'Distrik' : 'Kecamatan', name];
  if (level !== 'regency') return ['', name];
  const [, kind = '', own = name] = /^((?:Kabupaten|Kota)(?: Administrasi)?) (.+)$/.exec(name) ?? [];
  return [kind, own];
}

const linePattern = /^([\d.]{2,13}),(?:"([^"]+)"|([^,"]+)),(province|regency|district|village),([\d.]*)$/;

// Counts as part of the checksum: raise it when `columnsOf` or the import gives other rows for the same file.
const layout = '1';
