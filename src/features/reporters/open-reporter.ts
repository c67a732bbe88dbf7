import { sql } from 'kysely';
import type { Office, Reading } from '../context/index.ts';
import { keyOf } from '../sealed-keys/index.ts';
import { type Identity, type Reach, readIdentity } from './identity.ts';

/** The columns of a statement about `reporters`, for `readReporter`. */
export const sealedColumns = [
  sql<Buffer>`reporters.sealed`.as('sealed'),
  keyOf(sql.ref('reporters.case_id')).as('sealedKey'),
] as const;

export interface SealedReporter {
  readonly sealed: Buffer;
  /** Null where the key was destroyed. */
  readonly sealedKey: Buffer | null;
}

/**
 * Opens the seal. The caller holds the right to it and has written down why (a reveal), or acts for the
 * reporter (a notification, the receipt of a repeated submission). Nothing where the key was destroyed.
 */
export async function openReporter(
  ctx: Pick<Reading, 'tx' | 'office'>,
  caseId: string,
): Promise<(Identity & { readonly reach: Reach; readonly locale: string }) | undefined> {
  const row = await ctx.tx
    .selectFrom('reporters')
    .select(['reach', 'locale'])
    .select([...sealedColumns])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const identity = row === undefined ? undefined : readReporter(ctx.office, row, caseId);
  if (row === undefined || identity === undefined) return undefined;
  return { ...identity, reach: row.reach as Reach, locale: row.locale };
}

/** What a row that was read already holds; undefined where nobody can open it any more. */
export function readReporter(
  { keys }: Pick<Office, 'keys'>,
  { sealed, sealedKey }: SealedReporter,
  caseId: string,
): Identity | undefined {
  if (sealedKey === null || sealed.length === 0) return undefined;
  return readIdentity(keys.open({ wrappedKey: sealedKey, sealed }, caseId).toString());
}
