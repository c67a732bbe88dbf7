import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { officialDocument, paintPdf, standaloneSvg } from '../features/flowcharts/index.ts';
import { loadProcedures } from '../features/procedures/index.ts';
import { root } from './root.ts';
import { StartRefused } from './start-refused.ts';

const usage = 'tuntas draw-procedure INSTITUTION/NAME [--version N] [--format svg|pdf] [--out FILE]';

/**
 * Draws a procedure of the `procedures` folder as its official form, to a file or to the standard output. Gives
 * the exit code: 0, 1 where there is no such procedure, 2 where the call was not understood.
 */
export async function drawProcedure(
  id: string | undefined,
  { format, version, out }: Readonly<Record<string, unknown>>,
  say: (line: string) => void,
): Promise<number> {
  if (id === undefined || (format !== 'svg' && format !== 'pdf') || !isVersion(version)) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const loaded = loadProcedures(join(root, 'procedures'));
  if (!loaded.ok) throw new StartRefused(loaded.error.map(({ message }) => message));
  const found = loaded.value.find(id, version === undefined ? undefined : Number(version));
  if (found === undefined) {
    const known = loaded.value.list().map((one) => one.id);
    process.stderr.write(
      `No procedure ${id}${version === undefined ? '' : ` v${version}`}. There are: ${known.join(', ')}\n`,
    );
    return 1;
  }
  const pages = officialDocument(found);
  const title = `SOP ${found.title}`;
  const made = new Date().toISOString();
  const content =
    format === 'svg'
      ? standaloneSvg(pages, title)
      : await paintPdf(pages, { title, author: found.institution, made });
  if (typeof out === 'string') {
    await writeFile(out, content);
    say(`${found.id} v${found.version}: ${pages.length} pages in ${out}`);
  } else {
    await new Promise<void>((done) => process.stdout.write(content, () => done()));
  }
  return 0;
}

function isVersion(version: unknown): version is string | undefined {
  return version === undefined || (typeof version === 'string' && /^[1-9]\d*$/.test(version));
}
