import type { Transaction } from 'kysely';
import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { openContent } from './open-content.ts';

export interface Resealed {
  readonly resealed: number;
  /** They are not there, or no secret key that was given opens them. */
  readonly unopened: number;
  /** Contents that nothing names any more, to be removed once the transaction has committed. */
  readonly replaced: readonly string[];
  readonly last: string | null;
}

/**
 * Seals the next sealed files after `after` anew whose key lies in the file itself, so that it lies apart. The new
 * content has a name of its own: whatever breaks off half-way, the row names a content that its key opens.
 */
export async function resealFiles(
  ctx: Pick<Context, 'office' | 'now'> & { readonly tx: Transaction<Schema> },
  after: string | null,
  most = 50,
): Promise<Resealed> {
  let query = ctx.tx
    .selectFrom('attachments')
    .leftJoin('vault.keys', 'vault.keys.subject', 'attachments.id')
    .select(['attachments.id', 'attachments.storage_key'])
    .where('attachments.sealed', '=', true)
    .where('vault.keys.subject', 'is', null)
    .orderBy('attachments.id')
    .limit(most)
    .forUpdate('attachments');
  if (after !== null) query = query.where('attachments.id', '>', after);
  const rows = await query.execute();
  const replaced: string[] = [];
  for (const { id, storage_key } of rows) {
    if (await reseal(ctx, id, storage_key)) replaced.push(storage_key);
  }
  return {
    resealed: replaced.length,
    unopened: rows.length - replaced.length,
    replaced,
    last: rows.length < most ? null : (rows.at(-1)?.id ?? null),
  };
}

async function reseal(
  { tx, office, now }: Parameters<typeof resealFiles>[0],
  id: string,
  storageKey: string,
): Promise<boolean> {
  let content: Buffer | undefined;
  try {
    content = openContent(office.keys, { id, key: null }, await office.files.get(storageKey));
  } catch {
    return false;
  }
  if (content === undefined) return false;
  const { wrappedKey, sealed } = office.keys.seal(content, id);
  const renewed = uuidv7(Date.parse(now));
  await office.files.put(renewed, sealed);
  await tx.insertInto('vault.keys').values({ subject: id, wrapped: wrappedKey }).execute();
  await tx
    .updateTable('attachments')
    .set({ storage_key: renewed, sha256: office.keys.hash('file', content) })
    .where('id', '=', id)
    .execute();
  return true;
}
