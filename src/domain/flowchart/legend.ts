import { type Mark, type Part, part, textMark } from './marks.ts';
import { arrowMarks, symbolMarks } from './symbol-marks.ts';
import { measureText } from './wrap-text.ts';

const size = 9.33;

/** What the five symbols mean: capsule, box, diamond, arrow, pentagon, in this order. */
export function legendPart(left: number, middle: number, words: readonly string[], line: number): Part {
  let x = left;
  const marks = words.flatMap((text, place) => {
    const drawn = [
      ...signAt(place, x, middle, line),
      textMark(text, [x + 38, middle + 3.5], { size, ink: 'ink-2' }),
    ];
    x += 38 + measureText(text, { size, weight: 'regular' }) + 26;
    return drawn;
  });
  return part('P', marks);
}

function signAt(place: number, x: number, y: number, line: number): readonly Mark[] {
  const sizes = { y, letter: null } as const;
  switch (place) {
    case 0:
      return symbolMarks({ ...sizes, kind: 'capsule', x: x + 16, halfWidth: 15, halfHeight: 8 }, line);
    case 1:
      return symbolMarks({ ...sizes, kind: 'box', x: x + 16, halfWidth: 13, halfHeight: 8 }, line);
    case 2:
      return symbolMarks({ ...sizes, kind: 'diamond', x: x + 16, halfWidth: 15, halfHeight: 9 }, line);
    case 3: {
      const points = [
        [x + 2, y],
        [x + 30, y],
      ] as const;
      return arrowMarks({ kind: 'flow', link: 0, points, hasHead: true }, line);
    }
    default:
      return symbolMarks({ ...sizes, kind: 'pentagon', x: x + 22, halfWidth: 8, halfHeight: 9 }, line);
  }
}
