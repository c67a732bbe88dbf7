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
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) ? new Date(at) : null;
  // A day that never was would be read as the day after it.
  const valid = instant !== null && !Number.isNaN(instant.getTime()) && instant.toISOString() === at;
  return valid && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { at, id } : null;
}
