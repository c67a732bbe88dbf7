/** Where the next page begins: the sort value and id of the last row shown. Opaque to clients. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

export function writeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.at}|${cursor.id}`).toString('base64url');
}

/** A cursor that was tampered with counts as none: the list begins at the top. */
export function readCursor(text: string): Cursor | null {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split('|');
  const valid = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && /^[0-9a-f-]{36}$/.test(id);
  return valid ? { at, id } : null;
}
