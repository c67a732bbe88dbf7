import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { LineCounter, parseDocument } from 'yaml';
import type { ProblemPath } from '../../domain/procedures/problem.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { offsetOf } from '../../platform/yaml/offset-of.ts';
import type { TextCode } from './finding-text.ts';
import { shapeProblems } from './shape-problems.ts';
import { characterFaults, yamlFaults } from './yaml-words.ts';

/** What is wrong in a text, and where: line and column from 1. */
export interface TextProblem extends Place {
  readonly code: TextCode;
  readonly params: Readonly<Record<string, string>>;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A value of the shape it should have, and the way from a place in it back to its line. */
export interface ReadText<T> {
  readonly value: T;
  /** Of the deepest part of the path that the text has. */
  locate(path: ProblemPath): Place;
}

/**
 * Reads YAML that anybody may have written, of a known shape. What YAML could do beyond data (anchors,
 * aliases, tags, merge keys, directives, a second document), keys given twice, more than `yamlLimits`, and
 * characters that cannot be kept are refused, each with its line; nothing is expanded before that is known.
 */
export function readYamlText<S extends TSchema>(
  text: string,
  schema: S,
): Result<ReadText<Static<S>>, readonly TextProblem[]> {
  const faults = yamlFaults(text);
  if (faults.length > 0) {
    return err(faults.map(({ code, offset, params }) => ({ code, params, ...placeIn(text, offset) })));
  }
  const lines = new LineCounter();
  // 'error': warnings would repeat the text in our log, and a silent parser passes over a second document.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return err(
      broken.slice(0, 100).map(({ code, pos, message }) => ({
        code: code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'not-yaml',
        params: { detail: message },
        ...at(pos[0]),
      })),
    );
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const locate = (path: ProblemPath): Place => at(offsetOf(document, path));
  const problems = [...escapedCharacters(value), ...shapeProblems(schema, value)];
  if (problems.length === 0 && Value.Check(schema, value)) return ok({ value, locate });
  return err(problems.map(({ code, path, params }) => ({ code, params, ...locate(path) })));
}

interface FoundInValue {
  readonly code: TextCode;
  readonly path: ProblemPath;
  readonly params: TextProblem['params'];
}

/** A text may be clean and build a NUL by an escape (`"\0"`). */
function escapedCharacters(value: unknown, path: ProblemPath = []): readonly FoundInValue[] {
  if (typeof value === 'string') {
    return characterFaults(value)
      .slice(0, 1)
      .map(({ code, params }) => ({ code, path, params }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...escapedCharacters(key, path),
    ...escapedCharacters(child, [...path, Array.isArray(value) ? Number(key) : key]),
  ]);
}

function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
