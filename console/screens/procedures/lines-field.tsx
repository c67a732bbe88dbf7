import { type ReactNode, useState } from 'react';
import { TextField } from '../../parts/fields.tsx';

/** Several entries, one a line. An empty line is no entry, but stays while somebody is about to write on it. */
export function LinesField({
  label,
  value,
  rows = 2,
  hint,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly rows?: number;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (lines: string[]) => void;
}): ReactNode {
  const [text, setText] = useState(value.join('\n'));
  // Changed from elsewhere (taken back, read anew): what is there now.
  const shown = linesOf(text).join('\n') === value.join('\n') ? text : value.join('\n');
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      rows={Math.max(rows, shown.split('\n').length)}
      unmarked
      value={shown}
      onChange={(next) => {
        setText(next);
        onChange(linesOf(next));
      }}
    />
  );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
