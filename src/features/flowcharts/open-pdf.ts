import { fontBytes } from './font-bytes.ts';

export type Pdf = PDFKit.PDFDocument;
export type Structure = ReturnType<Pdf['struct']>;

const faces = {
  regular: new URL('./typeface/plus-jakarta-sans-400.woff', import.meta.url),
  bold: new URL('./typeface/plus-jakarta-sans-700.woff', import.meta.url),
} as const;

export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  /** ISO 8601 UTC. */
  readonly made: string;
}

export interface OpenPdf {
  /** Without a page; the faces are `regular` and `bold`. */
  readonly pdf: Pdf;
  /** What is read, in its order. */
  readonly root: Structure;
  finish(): Promise<Buffer>;
}

/** A tagged PDF in Indonesian, in our own typeface, to be painted on. */
export async function openPdf({ title, author, made }: PdfInfo): Promise<OpenPdf> {
  // Loaded with the first paper that is asked for: a server starts sooner and smaller without it.
  const { default: PDFDocument } = await import('pdfkit');
  const at = new Date(made);
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'id',
    tagged: true,
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      CreationDate: at,
      ModDate: at,
      Creator: 'Tuntas',
      Producer: 'Tuntas',
    },
  });
  for (const [weight, file] of Object.entries(faces)) pdf.registerFont(weight, fontBytes(file));
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return {
    pdf,
    root,
    finish() {
      root.end();
      pdf.end();
      return whole;
    },
  };
}
