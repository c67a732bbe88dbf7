/** A run of words that two texts share, that only the old has, or only the new. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this many cells of the table two texts are shown whole, one after the other. */
const cellsAtMost = 4_000_000;

/**
 * What changed between two versions of a text, word by word: longest common subsequence over words with
 * the spaces that follow them. Joined without the `gone` parts it is exactly the new text, without the
 * `new` parts exactly the old one.
 */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const old = words(before);
  const now = words(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end += 1;
  }
  return join([
    ...part('same', old.slice(0, start)),
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...part('same', old.slice(old.length - end)),
  ]);
}

function words(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function part(kind: DiffPart['kind'], run: readonly string[]): readonly DiffPart[] {
  return run.length === 0 ? [] : [{ kind, text: run.join('') }];
}

function middle(old: readonly string[], now: readonly string[]): readonly DiffPart[] {
  const width = now.length + 1;
  if ((old.length + 1) * width > cellsAtMost) return [...part('gone', old), ...part('new', now)];
  const common = commonLengths(old, now);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const a = old[i];
    const b = now[j];
    if (a !== undefined && a === b) {
      parts.push({ kind: 'same', text: a });
      i += 1;
      j += 1;
    } else if (
      a !== undefined &&
      (b === undefined || at(common, (i + 1) * width + j) >= at(common, i * width + j + 1))
    ) {
      parts.push({ kind: 'gone', text: a });
      i += 1;
    } else {
      parts.push({ kind: 'new', text: b ?? '' });
      j += 1;
    }
  }
  return parts;
}

/** Cell `i * (now.length + 1) + j`: how many words the rests from `i` and `j` have in common. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        old[i] === now[j]
          ? at(table, (i + 1) * width + j + 1) + 1
          : Math.max(at(table, (i + 1) * width + j), at(table, i * width + j + 1));
    }
  }
  return table;
}

function at(table: Uint32Array, index: number): number {
  return table[index] ?? 0;
}

/** Neighbours of one kind become one part; of a change the old words come before the new. */
function join(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  let gone = '';
  let added = '';
  const flush = (): void => {
    if (gone !== '') joined.push({ kind: 'gone', text: gone });
    if (added !== '') joined.push({ kind: 'new', text: added });
    gone = '';
    added = '';
  };
  for (const { kind, text } of parts) {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') added += text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === 'same') joined[joined.length - 1] = { kind: 'same', text: last.text + text };
      else joined.push({ kind: 'same', text });
    }
  }
  flush();
  return joined;
}
