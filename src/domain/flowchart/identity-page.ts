import { page } from './flow-page.ts';
import { groundMark, type Mark, type Part, type PrintedPage, part, ruleMark, textMark } from './marks.ts';
import { type Weight, wrapText } from './wrap-text.ts';

/** What the identity page of the form says (PermenPANRB 35/2012); empty stays empty, never invented. */
export interface IdentityWords {
  readonly institution: string;
  readonly logo: string;
  /** Beside the institution: number, dates, who signed, name; the one that is signed gets room to sign. */
  readonly fields: readonly IdentityField[];
  /** Two in a row. */
  readonly sections: readonly IdentitySection[];
  /** Side by side under the sections: requirements, time, fee, products. */
  readonly strip: readonly IdentitySection[];
  title(page: number): string;
  foot(page: number): string;
}

export interface IdentityField {
  readonly name: string;
  readonly value: string;
  readonly isSigned?: boolean;
  readonly isStrong?: boolean;
}

export interface IdentitySection {
  readonly title: string;
  readonly items: readonly string[];
}

const size = 12;
const leading = 17;
const width = page.width - 2 * page.left;
const half = width / 2;
const bottom = page.height - page.top - 22;
const inset = 12;

/** One page, or more where the sections need them; the sheets of the flowchart follow. */
export function identityPages(words: IdentityWords): readonly PrintedPage[] {
  const head = headBlock(words);
  const rows = [...pairs(words.sections), ...(words.strip.length === 0 ? [] : [words.strip])];
  const pages: Part[][] = [[...head.parts]];
  let y = head.bottom;
  for (const row of rows) {
    const block = rowBlock(row, y);
    const isOver = block.bottom > bottom && y > page.top;
    if (isOver) pages.push([]);
    const placed = isOver ? rowBlock(row, page.top) : block;
    pages.at(-1)?.push(...placed.parts);
    y = placed.bottom;
  }
  return pages.map((parts, index) => ({
    kind: 'identity',
    width: page.width,
    height: page.height,
    title: words.title(index + 1),
    parts: [
      ...parts,
      part('Artifact', [
        textMark(words.foot(index + 1), [page.width - page.left, page.height - page.top - 2], {
          size: 10.67,
          ink: 'ink-2',
          anchor: 'end',
        }),
      ]),
    ],
  }));
}

interface Block {
  readonly parts: readonly Part[];
  readonly bottom: number;
}

function pairs(sections: readonly IdentitySection[]): readonly (readonly IdentitySection[])[] {
  return sections.flatMap((section, place) => {
    const second = sections[place + 1];
    if (place % 2 === 1) return [];
    return [second === undefined ? [section] : [section, second]];
  });
}

function headBlock({ institution, logo, fields }: IdentityWords): Block {
  const top = page.top;
  const laid = fieldRows(fields, top);
  const high = Math.max(laid.bottom - top, 250);
  const middle = page.left + half / 2;
  const name = wrapText(institution, half - 60, { size: 17, weight: 'bold' });
  const nameTop = top + high / 2 + 60;
  return {
    bottom: top + high,
    parts: [
      part('Artifact', [
        frame(page.left, top, width, high),
        ruleMark(
          [
            [page.left + half, top],
            [page.left + half, top + high],
          ],
          'line-strong',
        ),
        circle(middle, top + high / 2 - 26),
        textMark(logo, [middle, top + high / 2 - 22], { size: 10.67, ink: 'ink-3', anchor: 'middle' }),
      ]),
      part(
        'P',
        name.map((text, place) =>
          textMark(text, [middle, nameTop + place * 22], { size: 17, weight: 'bold', anchor: 'middle' }),
        ),
      ),
      ...laid.parts,
    ],
  };
}

const nameWidth = 150;

function fieldRows(fields: readonly IdentityField[], top: number): Block {
  const left = page.left + half;
  let y = top;
  const parts = fields.flatMap((field): readonly Part[] => {
    const lines = wrapText(field.value, half - nameWidth - 20, { size, weight: weightOf(field) });
    const high = field.isSigned === true ? 104 : Math.max(30, lines.length * leading + 12);
    const from = y;
    y += high;
    const first = field.isSigned === true ? from + high - 14 - (lines.length - 1) * leading : from + 19;
    const words = lines.map((text, place) =>
      textMark(text, [left + nameWidth + 10, first + place * leading], { size, weight: weightOf(field) }),
    );
    return [
      part('Artifact', [
        groundMark(left + 0.5, from + 0.75, nameWidth, high - 0.75, 'sunken'),
        ...rule(left, left + half, from, y, field.isSigned === true),
      ]),
      part('P', [textMark(field.name, [left + 10, from + 19], { size, weight: 'bold' }), ...words]),
    ];
  });
  return { parts, bottom: y };
}

function weightOf({ isStrong }: IdentityField): Weight {
  return isStrong === true ? 'bold' : 'regular';
}

/** Under the field; and the line to sign on. */
function rule(left: number, right: number, top: number, foot: number, isSigned: boolean): readonly Mark[] {
  return [
    ruleMark(
      [
        [left, foot],
        [right, foot],
      ],
      'line-strong',
    ),
    ruleMark(
      [
        [left + nameWidth, top],
        [left + nameWidth, foot],
      ],
      'line-strong',
    ),
    ...(isSigned
      ? [
          ruleMark(
            [
              [left + nameWidth + 10, foot - 30],
              [right - 60, foot - 30],
            ],
            'ink',
          ),
        ]
      : []),
  ];
}

/** Sections side by side in equal widths, as high as the longest. */
function rowBlock(sections: readonly IdentitySection[], top: number): Block {
  const each = width / sections.length;
  const laid = sections.map((section, place) => sectionMarks(section, page.left + place * each, top, each));
  const foot = Math.max(...laid.map((one) => one.bottom)) + 10;
  const uprights = sections.slice(1).map((_, place) =>
    ruleMark(
      [
        [page.left + (place + 1) * each, top],
        [page.left + (place + 1) * each, foot],
      ],
      'line-strong',
    ),
  );
  return {
    bottom: foot,
    parts: [
      part('Artifact', [frame(page.left, top, width, foot - top), ...uprights]),
      ...laid.flatMap((one) => one.parts),
    ],
  };
}

function sectionMarks({ title, items }: IdentitySection, left: number, top: number, each: number): Block {
  const room = each - 2 * inset - (items.length > 1 ? 16 : 0);
  let y = top + 20;
  const head = part('H2', [textMark(title, [left + inset, y], { size, weight: 'bold' })]);
  const list = items.map((item, place) => {
    const lines = wrapText(item, room, { size, weight: 'regular' });
    const from = y + leading;
    y += lines.length * leading;
    const indent = left + inset + (items.length > 1 ? 16 : 0);
    return part('LI', [
      ...(items.length > 1 ? [textMark(`${place + 1}.`, [left + inset, from], { size })] : []),
      ...lines.map((text, line) => textMark(text, [indent, from + line * leading], { size })),
    ]);
  });
  return {
    parts: [head, ...(list.length === 0 ? [] : [part('L', [], list)])],
    bottom: Math.max(y, top + 44),
  };
}

function frame(x: number, y: number, wide: number, high: number): Mark {
  return { is: 'box', x, y, width: wide, height: high, fill: null, stroke: 'ink', line: 1.5, radius: 0 };
}

function circle(x: number, y: number): Mark {
  return {
    is: 'box',
    x: x - 46,
    y: y - 46,
    width: 92,
    height: 92,
    fill: null,
    stroke: 'line-strong',
    line: 1,
    radius: 46,
  };
}
