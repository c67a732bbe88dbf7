import { createHash } from 'node:crypto';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';

/** A procedure without the id and version that its place gives it; what `vN.yaml` holds. */
export type ProcedureDocument = Omit<ProcedureDraft, 'id' | 'version'>;

export function documentOf({ id: _, version: __, ...document }: ProcedureDraft): ProcedureDocument {
  return document;
}

/** SHA-256, in hex, of the document's JSON with sorted keys: the same text whoever wrote it and wherever it lay. */
export function contentHash(document: ProcedureDocument): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(document)))
    .digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]),
  );
}
