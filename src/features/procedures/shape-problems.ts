import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { ProblemPath } from '../../domain/procedures/problem.ts';
import type { TextCode } from './finding-text.ts';

export interface ShapeProblem {
  readonly code: Extract<
    TextCode,
    'unknown-key' | 'missing-key' | 'wrong-type' | 'wrong-value' | 'empty-text'
  >;
  readonly path: ProblemPath;
  readonly params: Readonly<Record<string, string>>;
}

/** What a value has that its schema does not allow, in words a person who edits the file can use. */
export function shapeProblems(schema: TSchema, value: unknown): readonly ShapeProblem[] {
  return Value.Errors(schema, value).flatMap((error): ShapeProblem[] => {
    const path = pathOf(value, error.instancePath);
    switch (error.keyword) {
      case 'additionalProperties': {
        const allowed = allowedKeys(schema, error.schemaPath);
        return error.params.additionalProperties.map((key) => ({
          code: 'unknown-key',
          path: [...path, key],
          params: { key, allowed },
        }));
      }
      case 'required':
        return error.params.requiredProperties.map((key) => ({ code: 'missing-key', path, params: { key } }));
      case 'type':
        return typeProblem(path, error.params.type, valueAt(value, path));
      case 'minLength':
        return [{ code: 'empty-text', path, params: { key: keyOf(path) } }];
      // Said again by another error about the same place.
      case 'boolean':
      case 'anyOf':
        return [];
      default:
        return [{ code: 'wrong-value', path, params: { detail: error.message } }];
    }
  });
}

function typeProblem(path: ProblemPath, type: string | readonly string[], value: unknown): ShapeProblem[] {
  const expected = [type].flat().join(' | ');
  // The null branch of "this or null"; the other branch says what is missing.
  if (expected === 'null') return [];
  const got = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const text = typeof value === 'object' ? '' : String(value);
  return [{ code: 'wrong-type', path, params: { key: keyOf(path), expected, got, text } }];
}

/** Of a list's entry: the list. */
function keyOf(path: ProblemPath): string {
  return path.findLast((part) => typeof part === 'string') ?? 'berkas ini';
}

/** A JSON pointer as a path; the numbers of lists are numbers again. */
function pathOf(value: unknown, pointer: string): ProblemPath {
  const path: (string | number)[] = [];
  for (const raw of pointer.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(valueAt(value, path)) ? Number(key) : key);
  }
  return path;
}

function valueAt(value: unknown, path: ProblemPath): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function allowedKeys(schema: TSchema, pointer: string): string {
  const inner = valueAt(schema, pointer.split('/').slice(1));
  const properties = valueAt(inner, ['properties']);
  return Object.keys(typeof properties === 'object' && properties !== null ? properties : {}).join(', ');
}
