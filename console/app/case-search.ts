/** `tindakan`: the act whose form is open, so that a reload finds it again. */
export interface CaseSearch {
  readonly tindakan?: string;
}

/** An address that somebody typed may hold anything. */
export function readCaseSearch(search: Readonly<Record<string, unknown>>): CaseSearch {
  return typeof search.tindakan === 'string' ? { tindakan: search.tindakan } : {};
}
