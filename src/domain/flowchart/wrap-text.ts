import { glyphAdvances } from './glyph-advances.ts';

export type Weight = keyof typeof glyphAdvances;

/** A piece of text of one weight; a cell's text is a list of them. */
export interface Type {
  /** In px. */
  readonly size: number;
  readonly weight: Weight;
}

const widthOf = {
  regular: widths(glyphAdvances.regular),
  bold: widths(glyphAdvances.bold),
} as const;

/** A sign that the face does not have comes from another one, as wide as the widest of ours. */
const strangerWidth = 1000;

/** How wide a text is when set on one line, in px, rounded up; the tokens' word spacing (0.045 em) is in it. */
export function measureText(text: string, { size, weight }: Type): number {
  let thousandths = 0;
  for (const sign of text) {
    thousandths += widthOf[weight].get(sign) ?? strangerWidth;
    if (sign === ' ') thousandths += 45;
  }
  return Math.ceil((thousandths * size) / 1000);
}

/**
 * Breaks a text into lines of at most `width` px: at spaces, after a slash or a hyphen, and within a word where
 * nothing else helps. No line is empty but that of an empty text.
 */
export function wrapText(text: string, width: number, type: Type): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(text, width, type)) {
    if (measureText((line + part).trimEnd(), type) <= width) {
      line += part;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = part;
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** What must not be broken, with the space behind it. */
function partsOf(text: string, width: number, type: Type): readonly string[] {
  return text
    .trim()
    .split(/(?<=\s)(?=\S)|(?<=\/)(?=\S)/u)
    .map((part) => part.replace(/\s+/u, ' '))
    .flatMap((part) => piecesOf(part, width, type));
}

/** A part wider than the line is broken behind its hyphens, and between signs where that is not enough. */
function piecesOf(part: string, width: number, type: Type): readonly string[] {
  if (measureText(part.trimEnd(), type) <= width) return [part];
  return part.split(/(?<=-)(?=\S)/u).flatMap((one) => breakable(one, width, type));
}

function breakable(part: string, width: number, type: Type): readonly string[] {
  return measureText(part.trimEnd(), type) <= width ? [part] : [...part];
}

function widths(byWidth: Readonly<Record<number, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(byWidth).flatMap(([width, signs]) =>
      [...signs].map((sign) => [sign, Number(width)] as const),
    ),
  );
}
