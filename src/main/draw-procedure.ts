import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcedureLibrary } from '../domain/procedures/library.ts';
import type { Procedure } from '../domain/procedures/procedure.ts';
import { writeBpmn } from '../features/bpmn/index.ts';
import { officialDocument, paintPdf, standaloneSvg } from '../features/flowcharts/index.ts';
import { loadProcedures } from '../features/procedures/index.ts';
import type { Config } from '../platform/config/config.ts';
import type { Log } from '../platform/log/log.ts';
import { root } from './root.ts';
import { openHouse } from './serve.ts';
import { StartRefused } from './start-refused.ts';

const usage = 'tuntas draw-procedure INSTITUTION/NAME [--version N] [--format svg|pdf|bpmn] [--out FILE]';
const formats = ['svg', 'pdf', 'bpmn'] as const;

interface Call {
  readonly config: Config;
  readonly log: Log;
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

/**
 * Draws a version of a procedure as its official form, or writes it as BPMN 2.0, to a file or to the standard
 * output: one that ships, or one that this office released. Gives the exit code: 0, 1 where there is no such
 * procedure, 2 where the call was not understood.
 */
export async function drawProcedure(
  { config, log, values, positionals: [id] }: Call,
  say: (line: string) => void,
): Promise<number> {
  const { version, out } = values;
  const format = formats.find((one) => one === values.format);
  if (id === undefined || format === undefined || !isVersion(version)) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const wanted = version === undefined ? undefined : Number(version);
  const { found, known } = await findVersion(config, log, id, wanted);
  if (found === undefined) {
    const named = `${id}${wanted === undefined ? '' : ` v${wanted}`}`;
    process.stderr.write(`No procedure ${named}. There are: ${known.join(', ')}\n`);
    return 1;
  }
  const content = await contentAs(format, found);
  if (typeof out === 'string') {
    await writeFile(out, content);
    say(`${found.id} v${found.version}: ${out}`);
  } else {
    await new Promise<void>((done) => process.stdout.write(content, () => done()));
  }
  return 0;
}

interface Found {
  readonly found: Procedure | undefined;
  readonly known: readonly string[];
}

/**
 * Where there is a database, the version may be one that was released in the console. A version that ships is asked
 * of no database: the released one is the same, or the house does not start.
 */
async function findVersion(
  config: Config,
  log: Log,
  id: string,
  version: number | undefined,
): Promise<Found> {
  const loaded = loadProcedures(join(root, 'procedures'));
  if (!loaded.ok) throw new StartRefused(loaded.error.map(({ message }) => message));
  const isSettled = version !== undefined && loaded.value.find(id, version) !== undefined;
  const hasDatabase = config.databaseUrl !== null || existsSync(join(config.dataDir, 'postgres'));
  if (isSettled || !hasDatabase) return lookUp(loaded.value, id, version);
  const house = await openHouse(config, log, { borrow: true });
  try {
    return lookUp(house.office.procedures, id, version);
  } finally {
    await house.close();
  }
}

function lookUp(procedures: ProcedureLibrary, id: string, version: number | undefined): Found {
  return { found: procedures.find(id, version), known: procedures.list().map((one) => one.id) };
}

async function contentAs(format: (typeof formats)[number], procedure: Procedure): Promise<string | Buffer> {
  if (format === 'bpmn') return writeBpmn(procedure);
  const pages = officialDocument(procedure);
  const title = `SOP ${procedure.title}`;
  return format === 'svg'
    ? standaloneSvg(pages, title)
    : paintPdf(pages, { title, author: procedure.institution, made: new Date().toISOString() });
}

function isVersion(version: unknown): version is string | undefined {
  return version === undefined || (typeof version === 'string' && /^[1-9]\d*$/.test(version));
}
