import type { ListSearch } from '../../app/list-search.ts';

/** The page of the list that was looked at last, for "3 of 12" and for going to the next case from a case. */
export interface ListMemory {
  readonly ids: readonly string[];
  readonly search: ListSearch;
  readonly title: string;
}

let memory: ListMemory = { ids: [], search: {}, title: '' };
let cursorRow = '';

export function rememberList(list: ListMemory): void {
  memory = list;
}

export function lastList(): ListMemory {
  return memory;
}

/** The row that had the focus last; coming back from a case it has it again. */
export function rememberRow(id: string): void {
  cursorRow = id;
}

export function lastRow(): string {
  return cursorRow;
}
