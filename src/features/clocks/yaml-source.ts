import { readFileSync } from 'node:fs';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { LineCounter, parseDocument } from 'yaml';
import { offsetOf } from '../../platform/yaml/offset-of.ts';
import { type LoadProblem, type LoadProblemCode, loadProblem } from './load-problem.ts';

/** Keys and indexes from the top of a file. */
export type SourcePath = readonly (string | number)[];

/** The content of a file that has the shape it should have. */
export interface YamlSource<T> {
  readonly value: T;
  /** A problem at a place of the file; of the nearest part above where the place itself is missing. */
  problem(code: LoadProblemCode, path: SourcePath, params?: LoadProblem['params']): LoadProblem;
}

export interface ReadSource<T> {
  readonly source: YamlSource<T> | null;
  readonly problems: readonly LoadProblem[];
}

/** Reads one YAML file of a known shape; everything that is wrong with the shape at once, by line. */
export function readYaml<S extends TSchema>(file: string, schema: S): ReadSource<Static<S>> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const problems = faults.map(({ pos, message }) =>
      loadProblem('not-yaml', at(pos[0]), { detail: message }),
    );
    return { source: null, problems };
  }
  const value: unknown = document.toJS();
  const problem: YamlSource<unknown>['problem'] = (code, path, params) =>
    loadProblem(code, at(offsetOf(document, path)), params);
  if (Value.Check(schema, value)) return { source: { value, problem }, problems: [] };
  return { source: null, problems: shapeProblems(schema, value, problem) };
}

function shapeProblems(
  schema: TSchema,
  value: unknown,
  problem: YamlSource<unknown>['problem'],
): readonly LoadProblem[] {
  return Value.Errors(schema, value).flatMap((error) => {
    const path = pathOf(value, error.instancePath);
    switch (error.keyword) {
      case 'additionalProperties':
        return error.params.additionalProperties.map((key) =>
          problem('unknown-key', [...path, key], { key }),
        );
      case 'required':
        return error.params.requiredProperties.map((key) => problem('missing-key', path, { key }));
      case 'boolean':
        return []; // said by additionalProperties already
      default:
        return [problem('wrong-value', path, { key: String(path.at(-1) ?? ''), detail: error.message })];
    }
  });
}

/** A JSON pointer as a path; the numbers of lists are numbers again. */
function pathOf(value: unknown, pointer: string): SourcePath {
  const path: (string | number)[] = [];
  let inner = value;
  for (const key of pointer.split('/').slice(1)) {
    const part = Array.isArray(inner) ? Number(key) : key;
    path.push(part);
    inner = typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined;
  }
  return path;
}
