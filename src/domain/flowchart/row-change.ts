import { type Mark, type Part, part, ruleMark, textMark } from './marks.ts';

export type RowChangeKind = 'added' | 'changed' | 'moved';

/** What became of a row since an earlier version; `word` is written beside it, `alt` read out. */
export interface RowChange {
  readonly kind: RowChangeKind;
  readonly word: string;
  readonly alt: string;
}

/**
 * A bar in the margin beside a row, as lawyers mark what is new: thick where the row was added, double where it was
 * changed, dashed where it was moved; the word stands beside it, read upwards. Told by form and word, not by colour.
 */
export function rowChangePart(
  { kind, word, alt }: RowChange,
  left: number,
  { y, height }: { readonly y: number; readonly height: number },
): Part {
  const [top, bottom] = [y + 3, y + height - 3];
  const bar = (x: number, line: number, isDashed = false): Mark => ({
    ...ruleMark(
      [
        [left - x, top],
        [left - x, bottom],
      ],
      'ink',
      line,
    ),
    isDashed,
  });
  const bars = {
    added: [bar(7, 4)],
    changed: [bar(5, 1.5), bar(9, 1.5)],
    moved: [bar(7, 2, true)],
  }[kind];
  const text = textMark(word, [left - 14, y + height / 2], {
    size: 9.33,
    weight: 'bold',
    anchor: 'middle',
    isUpright: true,
  });
  return part('Figure', [...bars, text], [], { alt });
}
