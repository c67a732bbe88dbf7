import type { Context, Reading } from '../../context/index.ts';
import type { PasskeyView } from '../contract.ts';

/** What a passkey is verified by. */
export interface StoredPasskey {
  readonly id: string;
  readonly person_id: string;
  readonly public_key: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

/** The passkeys of a person, the newest last. */
export async function listPasskeys(ctx: Reading, personId: string): Promise<PasskeyView[]> {
  const rows = await ctx.tx
    .selectFrom('passkeys')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }));
}

/** Ids and ways of a person's passkeys, as a browser is told which ones to ask for, or to leave alone. */
export async function describePasskeys(
  ctx: Context,
  personId: string,
): Promise<{ id: string; transports: string[] }[]> {
  return ctx.tx
    .selectFrom('passkeys')
    .select(['id', 'transports'])
    .where('person_id', '=', personId)
    .execute();
}

/** The passkey of an active person, locked until it has been verified. */
export async function findPasskey(ctx: Context, id: string): Promise<StoredPasskey | undefined> {
  return ctx.tx
    .selectFrom('passkeys as k')
    .innerJoin('people as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.person_id', 'k.public_key', 'k.counter', 'k.transports'])
    .where('k.id', '=', id)
    .where('p.active', '=', true)
    .forUpdate('k')
    .executeTakeFirst();
}

export async function notePasskeyUse(ctx: Context, id: string, counter: number): Promise<void> {
  await ctx.tx.updateTable('passkeys').set({ counter, last_used_at: ctx.now }).where('id', '=', id).execute();
}
