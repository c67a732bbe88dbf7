import type { Mark, Part, PrintedPage, TextMark } from '../../domain/flowchart/marks.ts';
import type { Point } from '../../domain/flowchart/sheet.ts';
import { openPdf, type Pdf, type PdfInfo, type Structure } from './open-pdf.ts';
import { inks } from './paint-svg.ts';

/** Px of 96 to the inch in points of 72. */
const points = 0.75;

/**
 * The pages as one tagged PDF in Indonesian: the text can be selected and is read in the order of the table,
 * every symbol says in words what it is, and rules and running heads are left out of the reading.
 */
export async function paintPdf(pages: readonly PrintedPage[], info: PdfInfo): Promise<Buffer> {
  const { pdf, root, finish } = await openPdf(info);
  for (const page of pages) {
    pdf.addPage({ size: [page.width * points, page.height * points], margin: 0 });
    pdf.scale(points);
    for (const part of page.parts) paintPart(pdf, root, part);
  }
  return finish();
}

function paintPart(pdf: Pdf, parent: Structure, part: Part): void {
  if (part.tag === 'Artifact') {
    pdf.markContent('Artifact', { type: 'Layout' });
    paintMarks(pdf, part.marks);
    pdf.endMarkedContent();
    return;
  }
  const options = part.alt === undefined ? {} : { alt: part.alt };
  const structure = pdf.struct(part.tag, options);
  parent.add(structure);
  if (part.marks.length > 0) structure.add(() => paintMarks(pdf, part.marks));
  for (const child of part.parts) paintPart(pdf, structure, child);
  structure.end();
}

function paintMarks(pdf: Pdf, marks: readonly Mark[]): void {
  for (const mark of marks) paintMark(pdf, mark);
}

function paintMark(pdf: Pdf, mark: Mark): void {
  switch (mark.is) {
    case 'box': {
      const { x, y, width, height, radius } = mark;
      if (radius > 0) pdf.roundedRect(x, y, width, height, radius);
      else pdf.rect(x, y, width, height);
      ink(pdf, mark);
      return;
    }
    case 'line':
      outlineOf(pdf, mark.points);
      if (mark.isDashed) pdf.dash(4, { space: 2.5 });
      pdf.lineWidth(mark.line).stroke(inks[mark.ink]);
      pdf.undash();
      return;
    case 'shape':
      outlineOf(pdf, mark.points);
      pdf.closePath();
      ink(pdf, mark);
      return;
    case 'text':
      paintText(pdf, mark);
  }
}

function ink(
  pdf: Pdf,
  { fill, stroke, line }: Pick<Extract<Mark, { is: 'box' }>, 'fill' | 'stroke' | 'line'>,
): void {
  pdf.lineWidth(line);
  if (fill !== null && stroke !== null) pdf.fillAndStroke(inks[fill], inks[stroke]);
  else if (fill !== null) pdf.fill(inks[fill]);
  else if (stroke !== null) pdf.stroke(inks[stroke]);
}

function outlineOf(pdf: Pdf, corners: readonly Point[]): void {
  for (const [place, [x, y]] of corners.entries()) {
    if (place === 0) pdf.moveTo(x, y);
    else pdf.lineTo(x, y);
  }
}

function paintText(pdf: Pdf, { text, x, y, size, weight, ink: colour, anchor, isUpright }: TextMark): void {
  const options = { lineBreak: false, baseline: 'alphabetic', wordSpacing: size * 0.045 } as const;
  pdf.font(weight).fontSize(size).fillColor(inks[colour]);
  const wide = pdf.widthOfString(text, options);
  const back = { start: 0, middle: wide / 2, end: wide }[anchor];
  if (!isUpright) {
    pdf.text(text, x - back, y, options);
    return;
  }
  pdf.save();
  pdf.translate(x, y).rotate(-90).text(text, -back, 0, options);
  pdf.restore();
}
