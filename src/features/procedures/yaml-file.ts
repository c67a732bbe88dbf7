import { readFileSync } from 'node:fs';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ProblemPath, ProcedureProblem } from '../../domain/procedures/problem.ts';
import { type LoadProblem, loadProblem } from './load-problem.ts';
import { shapeProblems } from './shape-problems.ts';

/** A file that has the shape it should have, and the way from a place in it back to its line. */
export interface YamlFile<T> {
  readonly file: string;
  readonly value: T;
  /** Line and column, both from 1; of the deepest part of the path that the file has. */
  locate(path: ProblemPath): Place;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Reads one YAML file of a known shape; everything that is wrong at once, each with its line. */
export function readYamlFile<S extends TSchema>(
  file: string,
  schema: S,
): { readonly yaml: YamlFile<Static<S>> | null; readonly problems: readonly LoadProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings].map((fault) =>
    loadProblem(
      fault.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'not-yaml',
      { file, ...placeAt(lines, fault.pos[0]) },
      { detail: fault.message },
    ),
  );
  if (faults.length > 0) return { yaml: null, problems: faults };

  const value: unknown = document.toJS();
  const locate = (path: ProblemPath) => placeAt(lines, offsetOf(document, path));
  if (Value.Check(schema, value)) return { yaml: { file, value, locate }, problems: [] };
  const problems = shapeProblems(schema, value).map(({ code, path, params }) =>
    loadProblem(code, { file, ...locate(path) }, params),
  );
  return { yaml: null, problems };
}

/** A problem of the procedure itself, with the line where it stands. */
export function placed(yaml: YamlFile<unknown>, found: ProcedureProblem): LoadProblem {
  const { code, severity, step, path, params } = found;
  return loadProblem(code, { file: yaml.file, ...yaml.locate(path) }, params, { severity, step });
}

function offsetOf(document: Document, path: ProblemPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    const child = childOf(node, part);
    if (child === undefined) break;
    offset = startOf(child.at) ?? offset;
    node = child.node;
  }
  return offset;
}

function childOf(node: unknown, part: string | number): { at: unknown; node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
    return pair === undefined ? undefined : { at: pair.key, node: pair.value };
  }
  if (!isSeq(node) || typeof part !== 'number' || node.items[part] === undefined) return undefined;
  return { at: node.items[part], node: node.items[part] };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
