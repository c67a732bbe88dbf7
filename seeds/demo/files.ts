import sharp from 'sharp';
import type { SentFile } from '../../src/features/attachments/index.ts';

/** A file that is drawn when its scene is played, not when the story is told. */
export type Sketch = () => SentFile | Promise<SentFile>;

/** A plain picture in place of a photo: bands of the given colours, as a JPEG. */
export function photo(name: string, colours: readonly string[]): Sketch {
  return async () => ({
    name,
    content: await sharp(Buffer.from(bands(colours)))
      .jpeg({ quality: 70 })
      .toBuffer(),
  });
}

function bands(colours: readonly string[]): string {
  const [width, band] = [480, 80];
  const stripes = colours.map(
    (colour, index) => `<rect y="${index * band}" width="${width}" height="${band}" fill="${colour}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${band * colours.length}">${stripes.join('')}</svg>`;
}

/** A page of text as the smallest PDF that a reader opens; ASCII only, lines of some 80 characters. */
export function page(name: string, lines: readonly string[]): Sketch {
  return () => ({ name, content: Buffer.from(pageOf(lines), 'latin1') });
}

function pageOf(lines: readonly string[]): string {
  const text = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  const stream = `BT /F1 11 Tf 60 780 Td 16 TL\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return body;
}
