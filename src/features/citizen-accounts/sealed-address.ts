import { sql } from 'kysely';
import type { Sealed } from '../../platform/crypto/keys.ts';
import type { Office, Reading } from '../context/index.ts';
import { keyOf } from '../sealed-keys/index.ts';
import type { Address } from './address.ts';

/** What lies sealed while a code is on its way. */
export interface SentCode extends Address {
  readonly code: string;
}

export function seal({ keys }: Pick<Office, 'keys'>, id: string, what: Address | SentCode): Sealed {
  return keys.seal(JSON.stringify(what), id);
}

/** What a row of this id seals: a code on its way, or an account's address; undefined where its key is gone. */
export async function openSealed<T extends Address>(
  { tx, office }: Pick<Reading, 'tx' | 'office'>,
  { id, sealed }: { readonly id: string; readonly sealed: Buffer },
): Promise<T | undefined> {
  const { rows } = await sql<{ key: Buffer | null }>`select ${keyOf(sql`${id}::uuid`)} as key`.execute(tx);
  const wrappedKey = rows[0]?.key ?? null;
  if (wrappedKey === null) return undefined;
  return JSON.parse(office.keys.open({ wrappedKey, sealed }, id).toString()) as T;
}
