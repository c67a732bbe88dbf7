import { createHash } from 'node:crypto';
import { attachmentLimits, keepFile } from '../../features/attachments/index.ts';
import type { Context } from '../../features/context/index.ts';
import { addReporterFile } from '../../features/submissions/index.ts';
import type { Mail, MailFile } from './read-mail.ts';

/** A file that was not taken, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly reason: string;
}

export interface TakenFiles {
  readonly ids: readonly string[];
  readonly refused: readonly RefusedFile[];
}

/** Of a mail with more files so many are looked at; the others are named. */
const mostLookedAt = attachmentLimits.perCase + 10;

/**
 * Keeps the files of a mail for the report that it becomes, by the rules of every attachment; what is refused is named and
 * stops nothing else. The same mail again finds the same files: `draft` follows from what was written.
 */
export async function keepFiles(
  ctx: Context,
  files: readonly MailFile[],
  draft: string,
): Promise<TakenFiles> {
  const ids: string[] = [];
  const refused: RefusedFile[] = [];
  for (const [index, file] of files.entries()) {
    const kept =
      index < mostLookedAt ? await keepFile(ctx, named(file), 'evidence', { draftId: draft }) : null;
    if (kept?.ok === true) ids.push(kept.value.file.id);
    else refused.push({ name: file.name, reason: reasonOf(kept?.error) });
  }
  return { ids: [...new Set(ids)], refused };
}

/** Adds the files of a mail to the case that it belongs to. */
export async function addFiles(
  ctx: Context,
  files: readonly MailFile[],
  code: string,
): Promise<readonly RefusedFile[]> {
  const refused: RefusedFile[] = [];
  for (const [index, file] of files.entries()) {
    const added = index < mostLookedAt ? await addReporterFile(ctx, code, named(file), 'evidence') : null;
    if (added?.ok !== true) refused.push({ name: file.name, reason: reasonOf(added?.error) });
  }
  return refused;
}

/** What stands for the files of a mail that could not be taken apart. */
export function lostFiles({ isBroken }: Pick<Mail, 'isBroken'>): readonly RefusedFile[] {
  return isBroken ? [{ name: '', reason: 'unreadable' }] : [];
}

/** What tells the same files again, in their order. */
export function fingerprint(files: readonly MailFile[]): string {
  return files.map(({ content }) => createHash('sha256').update(content).digest('base64')).join(' ');
}

function named({ name, content }: MailFile): MailFile {
  return { name: name === '' ? 'lampiran' : name, content };
}

function reasonOf(error: { readonly code: string; readonly details?: object } | undefined): string {
  if (error === undefined) return 'too-many';
  const { reason } = (error.details ?? {}) as { reason?: unknown };
  return typeof reason === 'string' ? reason : 'not-now';
}
