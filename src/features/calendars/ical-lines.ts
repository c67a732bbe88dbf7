/** One logical line of an iCalendar file, and the line of the file on which it begins (from 1). */
export interface ContentLine {
  readonly line: number;
  readonly text: string;
}

/** Joins folded lines (RFC 5545 3.1), whether they end with CRLF, LF or CR; lines without content are left out. */
export function unfold(text: string): readonly ContentLine[] {
  const joined: { line: number; text: string }[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = joined.at(-1);
    if (last !== undefined && /^[ \t]/.test(raw)) last.text += raw.slice(1);
    else if (raw.trim() !== '') joined.push({ line: index + 1, text: raw });
  }
  return joined;
}
