import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { ProcedureShape } from './file-shape.ts';
import { type Place, type ReadText, readYamlText, type TextProblem } from './yaml-text.ts';

/** A procedure that somebody wrote down, and the way from a finding back to its line. */
export interface ReadDraft extends Pick<ReadText<unknown>, 'locate'> {
  readonly draft: ProcedureDraft;
}

/**
 * Reads the text of a `vN.yaml`, from a file, an upload or an editor. Id and version come from outside, since
 * the text has none. Refuses what is not plain data, too large, or not of the shape, each with line and
 * column; what the words mean is `lintProcedure`'s business.
 */
export function readProcedureText(
  text: string,
  named: { readonly id: string; readonly version: number },
): Result<ReadDraft, readonly TextProblem[]> {
  const read = readYamlText(text, ProcedureShape);
  if (!read.ok) return err(read.error);
  const { value, locate } = read.value;
  return ok({ draft: { ...named, ...value }, locate: (path): Place => locate(path) });
}

/** Small things stand on one line, as a person would write them. */
const inOneLine = new Set([
  'limit',
  'overallLimit',
  'exits',
  'actors',
  'roles',
  'copies',
  'delegates',
  'notifies',
  'standIns',
]);

/**
 * The procedure as a `vN.yaml`, without id and version, its keys in the order of the form. Reading it gives
 * the same procedure, and writing that the same text.
 */
export function writeProcedureYaml(procedure: ProcedureDraft): string {
  const { id: _id, version: _version, ...form } = procedure;
  const ordered = inOrder(ProcedureShape, form);
  const document = new Document(ordered, { aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, { key, value }) {
      const name = isScalar(key) ? key.value : null;
      const isSmall = isMap(value) || (isSeq(value) && value.items.every((item) => isScalar(item)));
      if (isSmall && (isMap(value) || isSeq(value)) && inOneLine.has(String(name))) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Every key where the form has it, down to the rows; a database keeps none of that order. */
function inOrder(schema: unknown, value: unknown): unknown {
  const { anyOf, items, properties } = (schema ?? {}) as Nested;
  if (Array.isArray(value)) return value.map((item) => inOrder(items, item));
  if (typeof value !== 'object' || value === null) return value;
  const shape = properties ?? anyOf?.find((one) => one.properties !== undefined)?.properties ?? {};
  const given = new Map(Object.entries(value).filter(([, inner]) => inner !== undefined));
  const keys = [...Object.keys(shape), ...given.keys()].filter((key) => given.has(key));
  return Object.fromEntries([...new Set(keys)].map((key) => [key, inOrder(shape[key], given.get(key))]));
}

interface Nested {
  readonly anyOf?: readonly Nested[];
  readonly items?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
}
