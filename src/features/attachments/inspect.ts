import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';

/** Limits of one file and of one case. */
export const attachmentLimits = { bytes: 20_000_000, perCase: 20, pixels: 60_000_000 } as const;

/** What may be kept, by what the bytes are; the name and the browser's word for it do not count. */
const allowed = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'audio/mpeg',
  'audio/ogg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/amr',
  'video/mp4',
  'video/3gpp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);

export interface InspectedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/**
 * Looks at what was sent and makes it safe to keep: photos are written anew, which drops the place they
 * were taken and every other tag, and turns them upright. Refusals: `attachment-refused` with
 * `reason` empty, too-large, wrong-type or unreadable.
 */
export async function inspectFile(
  sentName: string,
  content: Buffer,
): Promise<Result<InspectedFile, Refusal>> {
  if (content.length === 0) return refuse('empty');
  if (content.length > attachmentLimits.bytes) return refuse('too-large');
  // Loaded with the first file: a server starts sooner and smaller without them.
  const [{ fileTypeFromBuffer }, { default: sharp }] = await Promise.all([
    import('file-type'),
    import('sharp'),
  ]);
  const found = await fileTypeFromBuffer(content);
  const mediaType = found?.mime ?? (isPlainText(content) ? 'text/plain' : undefined);
  if (mediaType === undefined || !(allowed.has(mediaType) || mediaType === 'text/plain'))
    return refuse('wrong-type');
  const name = safeName(sentName, found?.ext ?? 'txt');
  if (!mediaType.startsWith('image/')) return ok({ name, mediaType, content });
  try {
    const image = sharp(content, { limitInputPixels: attachmentLimits.pixels, failOn: 'error' }).rotate();
    return ok({ name, mediaType, content: await image.toBuffer() });
  } catch {
    return refuse('unreadable');
  }
}

/**
 * A name that people recognise and no system stumbles over: no path, no control or direction-changing
 * characters, no leading dot, an ending that agrees with the content.
 */
export function safeName(sent: string, extension: string): string {
  const base = (sent.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/\.[^.]*$/, '')
    .replace(/^[.\s]+|\s+$/g, '');
  const short = [...base].slice(0, 80).join('');
  return `${short === '' ? 'berkas' : short}.${extension}`;
}

function isPlainText(content: Buffer): boolean {
  const head = content.subarray(0, 4096).toString('utf8');
  return (
    !/[\p{Cc}\ufffd]/u.test(head.replace(/[\t\r\n]/g, '')) && !/^\s*<(?:!doctype|html|svg|\?xml)/i.test(head)
  );
}

function refuse(reason: string): Result<never, Refusal> {
  return err(refusal('attachment-refused', { reason }));
}
