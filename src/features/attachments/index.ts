import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { isSealedPurpose, type SealedPurpose, sealedNames } from '../../domain/privacy/sealed-papers.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { instantInJson } from '../../platform/db/instant-in-json.ts';
import type { Context } from '../context/index.ts';
import { destroyKeys, keyOf } from '../sealed-keys/index.ts';
import { attachmentLimits, inspectFile } from './inspect.ts';
import { openContent } from './open-content.ts';
import type { SentFile } from './read-sent-file.ts';

export { attachmentLimits, inspectFile } from './inspect.ts';
export { readSentFile, type SentFile } from './read-sent-file.ts';
export { resealFiles } from './reseal-files.ts';

export type AttachmentPurpose = 'evidence' | 'report' | SealedPurpose;

export interface Attachment {
  readonly id: string;
  readonly purpose: AttachmentPurpose;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sealed: boolean;
  readonly addedAt: string;
}

export interface Kept {
  readonly file: Attachment;
  /** It was there already. */
  readonly isKnown: boolean;
}

/**
 * Keeps a file before or beside a case. What tells who reports (family card, identity card, letter) is sealed: encrypted at rest under a key of
 * its own, which lies apart from it. `owner` is the case, or the draft of a form that was not sent yet. The same file a second time
 * for the same purpose is the one that is there.
 */
export async function keepFile(
  ctx: Context,
  sent: SentFile,
  purpose: AttachmentPurpose,
  owner: Owner,
): Promise<Result<Kept, Refusal>> {
  const inspected = await inspectFile(sent.name, sent.content);
  if (!inspected.ok) return inspected;
  const { name, mediaType, content } = inspected.value;
  const sealed = isSealedPurpose(purpose);
  const sha256 = digest(ctx, content, sealed);
  const known = await findSame(ctx, owner, purpose, sha256);
  if (known !== undefined) return ok({ file: present(known), isKnown: true });
  if ((await countOf(ctx, owner)) >= attachmentLimits.perCase) {
    return err(refusal('attachment-refused', { reason: 'too-many' }));
  }
  const id = uuidv7(Date.parse(ctx.now));
  await ctx.office.files.put(id, sealed ? await sealContent(ctx, id, content) : content);
  const row = {
    id,
    case_id: 'caseId' in owner ? owner.caseId : null,
    draft_id: 'draftId' in owner ? owner.draftId : null,
    purpose,
    name: sealed ? sealedNames[purpose] : name,
    media_type: mediaType,
    bytes: content.length,
    sha256,
    sealed,
    storage_key: id,
    added_by: ctx.actor.kind === 'person' ? ctx.actor.id : 'reporter',
    added_at: ctx.now,
  };
  await ctx.tx.insertInto('attachments').values(row).execute();
  return ok({ file: present(row), isKnown: false });
}

/** The files that wait for a submission; undefined where one of them was swept or belongs to a case. */
export async function listWaiting(
  ctx: Context,
  ids: readonly string[],
): Promise<readonly NamedFile[] | undefined> {
  if (ids.length === 0) return [];
  const waiting = await ctx.tx
    .selectFrom('attachments')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('case_id', 'is', null)
    .execute();
  return waiting.length === new Set(ids).size ? waiting : undefined;
}

export interface NamedFile {
  readonly id: string;
  readonly name: string;
}

/**
 * Gives the files of a form that was not sent yet to the case that it became, under the names that the office may
 * read; they stay the form's, so that the same form sent twice is the same. Others' files stay untouched.
 */
export async function claimUploads(ctx: Context, caseId: string, files: readonly NamedFile[]): Promise<void> {
  if (files.length === 0) return;
  await sql`
    update attachments a set case_id = ${caseId}, name = named.name
      from json_to_recordset(${JSON.stringify(files)}::json) as named (id uuid, name text)
     where a.id = named.id and a.case_id is null`.execute(ctx.tx);
}

/** Takes what was not sent yet along to another form. */
export async function moveDraftFiles(ctx: Context, from: string, to: string): Promise<void> {
  await ctx.tx
    .updateTable('attachments')
    .set({ draft_id: to })
    .where('draft_id', '=', from)
    .where('case_id', 'is', null)
    .execute();
}

/** The files of a form, sent or not. */
export async function listDraftFiles(ctx: Context, draftId: string): Promise<readonly Attachment[]> {
  const rows = await ctx.tx
    .selectFrom('attachments')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('id')
    .execute();
  return rows.map(present);
}

/** The files of a case that lie sealed, with where. */
export async function listSealedFiles(
  ctx: Context,
  caseId: string,
): Promise<readonly { readonly id: string; readonly storageKey: string }[]> {
  return ctx.tx
    .selectFrom('attachments')
    .select(['id', 'storage_key as storageKey'])
    .where('case_id', '=', caseId)
    .where('sealed', '=', true)
    .execute();
}

/** The files of the case that a statement is about (`cases`), as one of its columns. */
export function filesColumn(): RawBuilder<readonly Attachment[]> {
  return sql`(
    select coalesce(json_agg(json_build_object(
             'id', a.id, 'purpose', a.purpose, 'name', a.name, 'mediaType', a.media_type, 'bytes', a.bytes,
             'sealed', a.sealed, 'addedAt', ${instantInJson(sql`a.added_at`)}) order by a.id), '[]')
      from attachments a
     where a.case_id = cases.id)`;
}

/** Removes a file from a form that was not sent yet. */
export async function dropDraftFile(ctx: Context, draftId: string, id: string): Promise<void> {
  const gone = await ctx.tx
    .deleteFrom('attachments')
    .where('id', '=', id)
    .where('draft_id', '=', draftId)
    .where('case_id', 'is', null)
    .returning('storage_key')
    .executeTakeFirst();
  if (gone === undefined) return;
  await destroyKeys(ctx.tx, [id]);
  await ctx.office.files.remove(gone.storage_key);
}

/** The content of one file of the case. The caller has checked the right to it. Nothing where its key was destroyed. */
export async function readFileOf(
  ctx: Context,
  caseId: string,
  id: string,
): Promise<{ readonly file: Attachment; readonly content: Buffer } | undefined> {
  const row = await ctx.tx
    .selectFrom('attachments')
    .selectAll('attachments')
    .select(keyOf(sql.ref('attachments.id')).as('key'))
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const stored = await ctx.office.files.get(row.storage_key);
  const content = row.sealed ? openContent(ctx.office.keys, row, stored) : stored;
  return content === undefined ? undefined : { file: present(row), content };
}

/** Takes the files of a case out of the house's ordinary keeping and gives them, for whoever keeps them elsewhere. */
export async function takeOutFiles(
  ctx: Context,
  caseId: string,
): Promise<readonly { readonly name: string; readonly mediaType: string; readonly content: Buffer }[]> {
  const rows = await ctx.tx
    .selectFrom('attachments')
    .select(['id', 'storage_key'])
    .where('case_id', '=', caseId)
    .where('purpose', '=', 'evidence')
    .orderBy('id')
    .execute();
  const taken = [];
  for (const { id } of rows) {
    const read = await readFileOf(ctx, caseId, id);
    if (read !== undefined) taken.push({ ...read.file, content: read.content });
  }
  await ctx.tx
    .deleteFrom('attachments')
    .where('case_id', '=', caseId)
    .where('purpose', '=', 'evidence')
    .execute();
  for (const { storage_key } of rows) await ctx.office.files.remove(storage_key);
  return taken;
}

interface Row {
  readonly id: string;
  readonly purpose: string;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly sealed: boolean;
  readonly added_at: string;
}

function present(row: Row): Attachment {
  return {
    id: row.id,
    purpose: row.purpose as AttachmentPurpose,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sealed: row.sealed,
    addedAt: row.added_at,
  };
}

type Owner = { readonly caseId: string } | { readonly draftId: string };

/** What tells the same file again. Keyed for a sealed one: an open hash would say that a known picture lies here. */
function digest(ctx: Pick<Context, 'office'>, content: Buffer, sealed: boolean): Buffer {
  return sealed ? ctx.office.keys.hash('file', content) : createHash('sha256').update(content).digest();
}

async function findSame(
  ctx: Context,
  owner: Owner,
  purpose: AttachmentPurpose,
  sha256: Buffer,
): Promise<Row | undefined> {
  const same = ctx.tx
    .selectFrom('attachments')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('sha256', '=', sha256);
  return (
    'caseId' in owner ? same.where('case_id', '=', owner.caseId) : same.where('draft_id', '=', owner.draftId)
  ).executeTakeFirst();
}

async function countOf(ctx: Context, owner: Owner): Promise<number> {
  let query = ctx.tx.selectFrom('attachments').select((eb) => eb.fn.countAll<number>().as('n'));
  query =
    'caseId' in owner
      ? query.where('case_id', '=', owner.caseId)
      : query.where('draft_id', '=', owner.draftId);
  return Number((await query.executeTakeFirstOrThrow()).n);
}

/** Encrypts, and keeps the key apart from the file. */
async function sealContent(ctx: Context, id: string, content: Buffer): Promise<Buffer> {
  const { wrappedKey, sealed } = ctx.office.keys.seal(content, id);
  await ctx.tx.insertInto('vault.keys').values({ subject: id, wrapped: wrappedKey }).execute();
  return sealed;
}

/** Files of forms that were never sent go after a day; nobody can come back to them. */
export async function sweepDrafts(ctx: Context): Promise<void> {
  const dayAgo = new Date(Date.parse(ctx.now) - 24 * 60 * 60 * 1000).toISOString();
  const gone = await ctx.tx
    .deleteFrom('attachments')
    .where('case_id', 'is', null)
    .where('added_at', '<', dayAgo)
    .returning(['id', 'storage_key'])
    .execute();
  await destroyKeys(
    ctx.tx,
    gone.map(({ id }) => id),
  );
  for (const { storage_key } of gone) await ctx.office.files.remove(storage_key);
}
