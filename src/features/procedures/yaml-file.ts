import { readFileSync } from 'node:fs';
import type { Static, TSchema } from 'typebox';
import { type LoadProblem, loadProblem } from './load-problem.ts';
import { type ReadText, readYamlText } from './yaml-text.ts';

/** A file that has the shape it should have, and the way from a place in it back to its line. */
export interface YamlFile<T> extends ReadText<T> {
  readonly file: string;
}

/** Reads one YAML file of a known shape; everything that is wrong at once, each with its line. */
export function readYamlFile<S extends TSchema>(
  file: string,
  schema: S,
): { readonly yaml: YamlFile<Static<S>> | null; readonly problems: readonly LoadProblem[] } {
  const read = readYamlText(readFileSync(file, 'utf8'), schema);
  if (read.ok) return { yaml: { file, ...read.value }, problems: [] };
  const problems = read.error.map(({ code, params, line, column }) =>
    loadProblem(code, { file, line, column }, params),
  );
  return { yaml: null, problems };
}

/** A problem of the procedure itself, with the line where it stands. */
export function placed(
  yaml: YamlFile<unknown>,
  { code, severity, step, path, params }: Placeable,
): LoadProblem {
  return loadProblem(code, { file: yaml.file, ...yaml.locate(path) }, params, { severity, step });
}

type Placeable = Pick<LoadProblem, 'code' | 'severity' | 'step' | 'params'> & {
  readonly path: readonly (string | number)[];
};
