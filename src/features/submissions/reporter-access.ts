import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { readTrackingCode } from '../../domain/privacy/tracking-code.ts';
import { isKeptIn } from '../citizen-accounts/index.ts';
import type { Reading } from '../context/index.ts';

/**
 * What opens a case to its reporter: its code, or for whoever is signed in to an account the id of a case that is kept
 * there. Both are one text, so that everything a reporter reads and does goes the same way, whichever it was.
 */
export interface ReporterAccess {
  /** For a statement about `cases`; true of no case where the text opens none. */
  readonly where: RawBuilder<SqlBool>;
  /** The code as it is stored; null where an account opens the case, or nothing does. */
  readonly code: string | null;
  readonly byAccount: boolean;
}

/**
 * Reads what stands in the address or was typed. Constant work: whatever it is, it is hashed and looked up once, so
 * that a code that is nearly right cannot be told from one that is not. A sealed case is opened by no account.
 */
export function accessBy(ctx: Reading, typed: string): ReporterAccess {
  if (ctx.account !== undefined && uuid.test(typed)) {
    const where = sql<SqlBool>`cases.id = ${typed} and cases.status <> 'sealed' and ${isKeptIn(ctx.account)}`;
    return { where, code: null, byAccount: true };
  }
  const code = readTrackingCode(typed);
  const hash = ctx.office.keys.hash('tracking', code ?? `not-a-code:${typed.slice(0, 64)}`);
  return { where: sql<SqlBool>`cases.tracking_hash = ${hash}`, code, byAccount: false };
}

/** The case that a text opens to its reporter. */
export async function findByAccess(ctx: Reading, typed: string): Promise<{ id: string } | undefined> {
  const { where, code, byAccount } = accessBy(ctx, typed);
  const row = await ctx.tx.selectFrom('cases').select('id').where(where).executeTakeFirst();
  return code === null && !byAccount ? undefined : row;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
