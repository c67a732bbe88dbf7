import { writeTogether } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { destroyKeys } from '../sealed-keys/index.ts';

/**
 * Crypto-shredding: destroys the key of the reporter's seal and the keys of the case's sealed files, and with them
 * every copy of what they seal, in whichever backup it lies; then what is left here. The caller has decided that it may
 * be and holds the case's lock. Gives the storage keys of the files, to be removed once this has committed.
 */
export async function shredReporter(
  ctx: Pick<Context, 'tx'>,
  caseId: string,
  sealedFiles: readonly { readonly id: string; readonly storageKey: string }[],
): Promise<readonly string[]> {
  const ids = sealedFiles.map(({ id }) => id);
  await destroyKeys(ctx.tx, [caseId, ...ids]);
  await writeTogether(ctx.tx, [
    ctx.tx.deleteFrom('vault.search_hashes').where('subject', '=', caseId),
    ctx.tx.deleteFrom('attachments').where('case_id', '=', caseId).where('sealed', '=', true),
    ctx.tx
      .updateTable('reporters')
      .set({ sealed: Buffer.alloc(0), reach: 'none' })
      .where('case_id', '=', caseId),
  ]);
  return sealedFiles.map(({ storageKey }) => storageKey);
}
