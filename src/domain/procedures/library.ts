import type { Procedure } from './procedure.ts';

/** A version that this library does not hold; it may have been released a moment ago, by another node. */
export class ProcedureMissing extends Error {
  override readonly name = 'ProcedureMissing';
}

/** Every version of every procedure of this installation at one moment; a release makes another library. */
export interface ProcedureLibrary {
  /** The version that new cases open with; throws `ProcedureMissing` for an unknown id. */
  latest(id: string): Procedure;
  /** The version a case is pinned to; throws `ProcedureMissing`, for then the case cannot be read. */
  get(id: string, version: number): Procedure;
  /** The same for ids that come from outside; without a version the latest. */
  find(id: string, version?: number): Procedure | undefined;
  /** The latest version of each, by id. */
  list(): readonly Procedure[];
  /** Every version of one procedure, oldest first. */
  versions(id: string): readonly Procedure[];
  /** Every version of every procedure. */
  all(): readonly Procedure[];
}

export function makeLibrary(procedures: readonly Procedure[]): ProcedureLibrary {
  const sorted = procedures.toSorted((a, b) => a.version - b.version);
  const byId = new Map(sorted.map(({ id }) => [id, sorted.filter((one) => one.id === id)]));
  const find: ProcedureLibrary['find'] = (id, version) => {
    const versions = byId.get(id);
    return version === undefined ? versions?.at(-1) : versions?.find((one) => one.version === version);
  };
  const get = (id: string, version?: number): Procedure => {
    const found = find(id, version);
    if (found === undefined)
      throw new ProcedureMissing(`no procedure ${id}${version === undefined ? '' : ` v${version}`}`);
    return found;
  };
  return {
    find,
    get,
    latest: (id) => get(id),
    list: () => [...byId.keys()].toSorted().map((id) => get(id)),
    versions: (id) => byId.get(id) ?? [],
    all: () => sorted,
  };
}
