/** `src/domain` gets time and chance handed in: it reads no clock, rolls no dice and knows no process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutComments } from './comments.ts';
import { type Findings, lineAt, report } from './report.ts';
import { listFiles, root } from './tree.ts';

const FORBIDDEN: readonly [RegExp, string][] = [
  [/\bDate\.now\b/g, 'reads the clock'],
  [/\bnew Date\(/g, 'uses Date; take an instant and Temporal'],
  [/(?<![.\w]|new )Date\(/g, 'reads the clock'],
  [/\bTemporal\.Now\b/g, 'reads the clock'],
  [/\bMath\.random\b/g, 'rolls dice'],
  [/\bcrypto\.(randomUUID|getRandomValues|randomBytes)\b/g, 'rolls dice'],
  [/\bperformance\.now\b/g, 'reads the clock'],
  [/\bprocess\./g, 'knows the process'],
  [/\b(setTimeout|setInterval|setImmediate)\(/g, 'waits'],
  [/\bfetch\(/g, 'reaches out'],
  [/\bconsole\./g, 'writes to the screen'],
];

/** The impurities of one source text; comments may name what the code may not use. */
export function impuritiesOf(path: string, source: string): Findings {
  const code = withoutComments(source);
  return FORBIDDEN.flatMap(([pattern, why]) =>
    [...code.matchAll(pattern)].map((hit) => `${path}:${lineAt(code, hit.index)} ${hit[0]} ${why}`),
  );
}

if (process.argv[1] === import.meta.filename) {
  const files = listFiles('src/domain').filter((path) => /\.ts$/.test(path) && !path.endsWith('.test.ts'));
  const findings = files.flatMap((path) => impuritiesOf(path, readFileSync(join(root, path), 'utf8')));
  report('domain purity', findings, `${files.length} files`);
}
