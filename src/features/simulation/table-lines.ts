/** A table for a terminal: the first column to the left, the others to the right, two spaces between. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((text) => [...text].length)),
  );
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map((row) =>
    row
      .map((text, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - [...text].length);
        return column === 0 ? text + space : space + text;
      })
      .join('  ')
      .trimEnd(),
  );
}
