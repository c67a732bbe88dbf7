import { createHash, randomUUID } from 'node:crypto';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Seal } from '../../platform/crypto/keys.ts';
import { inspectFile, type SentFile } from '../attachments/index.ts';
import type { Context } from '../context/index.ts';
import type { SealedCase, SealedFile } from './sealed-case.ts';

/** How many files one case takes. */
export const mostSealedFiles = 10;

export interface StrippedFile {
  readonly extension: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/**
 * Takes from a file everything that says who made it, where and with what: a picture is written anew, a plain text has
 * nothing beside its words. What cannot be stripped for certain (PDF, office documents, sound, film) is refused with
 * `attachment-refused`, reason `not-strippable`.
 */
export async function stripFile(sent: SentFile): Promise<Result<StrippedFile, Refusal>> {
  const inspected = await inspectFile('bukti', sent.content);
  if (!inspected.ok) return inspected;
  const { name, mediaType, content } = inspected.value;
  if (!mediaType.startsWith('image/') && mediaType !== 'text/plain')
    return err(refusal('attachment-refused', { reason: 'not-strippable' }));
  return ok({ extension: name.split('.').at(-1) ?? 'txt', mediaType, content });
}

/** Keeps stripped files under the seal of their case; those it has already are not kept twice. */
export async function keepSealedFiles(
  ctx: Context,
  seal: Seal,
  known: readonly SealedFile[],
  stripped: readonly StrippedFile[],
): Promise<readonly SealedFile[]> {
  const files = [...known];
  for (const { extension, mediaType, content } of stripped) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (files.some((file) => file.sha256 === sha256)) continue;
    const id = randomUUID();
    await ctx.office.files.put(id, seal.close(content, filePart(id)));
    const name = `bukti-${files.length + 1}.${extension}`;
    files.push({ id, name, mediaType, bytes: content.length, addedAt: ctx.now, sha256 });
  }
  return files;
}

/** The content of one file. The caller has checked the right to its case. */
export async function readSealedFile(
  ctx: Context,
  found: SealedCase,
  id: string,
): Promise<{ readonly file: SealedFile; readonly content: Buffer } | undefined> {
  const file = found.files.find((one) => one.id === id);
  if (file === undefined) return undefined;
  return { file, content: found.seal.open(await ctx.office.files.get(id), filePart(id)) };
}

function filePart(id: string): string {
  return `file ${id}`;
}
