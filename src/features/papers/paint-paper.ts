import { encode } from 'uqr';
import { openPdf, type Pdf, type Structure } from '../flowcharts/index.ts';

/** One thing on a sheet of paper, from the top to the bottom. */
export type Block =
  | { readonly is: 'head'; readonly institution: string; readonly unit: string | null }
  | { readonly is: 'title' | 'text' | 'small'; readonly words: string }
  | { readonly is: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly is: 'code';
      readonly name: string;
      readonly code: string;
      readonly address: string;
      readonly alt: string;
    }
  | { readonly is: 'signature'; readonly words: readonly string[] };

export interface Paper {
  readonly title: string;
  readonly author: string;
  /** ISO 8601 UTC. */
  readonly made: string;
  readonly blocks: readonly Block[];
}

/** A4 with margins for a punch, in points of 72 to the inch. */
const left = 68;
const wide = 595.28 - 2 * left;
const size = { title: 15, text: 10.5, small: 9, code: 24 } as const;
const qr = 108;

/** The paper as a tagged PDF: its text is read in the order of the blocks. */
export async function paintPaper({ title, author, made, blocks }: Paper): Promise<Buffer> {
  const { pdf, root, finish } = await openPdf({ title, author, made });
  pdf.addPage({ size: 'A4', margins: { top: 56, bottom: 56, left, right: left } });
  for (const block of blocks) paintBlock(pdf, root, block);
  return finish();
}

const manners = {
  title: { size: size.title, face: 'bold', gap: 10 },
  text: { size: size.text, gap: 9 },
  small: { size: size.small, gap: 6 },
} as const;

function paintBlock(pdf: Pdf, root: Structure, block: Block): void {
  switch (block.is) {
    case 'head':
      paintHead(pdf, root, block.institution, block.unit);
      break;
    case 'facts':
      for (const [name, value] of block.rows) paintFact(pdf, root, name, value);
      pdf.moveDown(0.6);
      break;
    case 'code':
      paintCode(pdf, root, block);
      break;
    case 'signature':
      pdf.moveDown(1.5);
      for (const line of block.words)
        say(pdf, root, 'P', line === '' ? ' ' : line, { size: size.text, gap: 2, indent: wide / 2 });
      break;
    default:
      say(pdf, root, block.is === 'title' ? 'H1' : 'P', block.words, manners[block.is]);
  }
}

interface Manner {
  readonly size: number;
  readonly face?: 'regular' | 'bold';
  readonly gap: number;
  readonly indent?: number;
}

function say(pdf: Pdf, root: Structure, tag: 'H1' | 'P', words: string, manner: Manner): void {
  const { size: points, face = 'regular', gap, indent = 0 } = manner;
  const structure = pdf.struct(tag);
  root.add(structure);
  structure.add(() =>
    pdf
      .font(face)
      .fontSize(points)
      .fillColor('#1a1a18')
      .text(words, left + indent, pdf.y, { width: wide - indent, lineGap: 2.5, wordSpacing: points * 0.045 }),
  );
  structure.end();
  pdf.y += gap;
}

function paintHead(pdf: Pdf, root: Structure, institution: string, unit: string | null): void {
  say(pdf, root, 'P', institution, { size: 13, face: 'bold', gap: 0 });
  if (unit !== null) say(pdf, root, 'P', unit, { size: size.text, gap: 0 });
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(left, pdf.y + 6)
    .lineTo(left + wide, pdf.y + 6)
    .lineWidth(1)
    .stroke('#1a1a18');
  pdf.endMarkedContent();
  pdf.y += 22;
}

/** Name and value beside each other; a long value goes on below itself. */
function paintFact(pdf: Pdf, root: Structure, name: string, value: string): void {
  const column = 128;
  const tall = pdf
    .font('regular')
    .fontSize(size.text)
    .heightOfString(value, { width: wide - column, lineGap: 2.5 });
  if (pdf.y + tall > pdf.page.height - 56) pdf.addPage();
  const top = pdf.y;
  const structure = pdf.struct('P');
  root.add(structure);
  structure.add(() => {
    pdf
      .font('regular')
      .fontSize(size.text)
      .fillColor('#5a5a55')
      .text(`${name} `, left, top, { width: column - 8 });
    pdf.fillColor('#1a1a18').text(value, left + column, top, { width: wide - column, lineGap: 2.5 });
  });
  structure.end();
  pdf.y = Math.max(pdf.y, top + tall) + 3;
}

function paintCode(pdf: Pdf, root: Structure, block: Extract<Block, { is: 'code' }>): void {
  const top = pdf.y + 4;
  const figure = pdf.struct('Figure', { alt: block.alt });
  root.add(figure);
  figure.add(() => paintQr(pdf, block.address, left + wide - qr, top));
  figure.end();
  pdf.y = top + 14;
  say(pdf, root, 'P', block.name, { size: size.text, gap: 4 });
  say(pdf, root, 'P', block.code, { size: size.code, face: 'bold', gap: 4 });
  pdf.y = Math.max(pdf.y, top + qr + 14);
}

function paintQr(pdf: Pdf, address: string, x: number, y: number): void {
  // A paper that is folded and copied loses some of it: level M repairs 15 %.
  const { data, size: modules } = encode(address, { ecc: 'M', border: 2 });
  const side = qr / modules;
  for (const [row, line] of data.entries())
    for (const [column, dark] of line.entries())
      if (dark) pdf.rect(x + column * side, y + row * side, side, side);
  pdf.fill('#000000');
}
