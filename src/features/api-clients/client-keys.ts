import type { Kysely } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { randomToken, uuidv7 } from '../../platform/crypto/random.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context, Reading } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { manages } from '../organizations/index.ts';

/** A program that may report to one institution. */
export interface ApiClient {
  readonly id: string;
  readonly institution: string;
  readonly name: string;
}

/**
 * A key for a client of this name, shown once: only its keyed hash is kept. A name that is there already gets a new
 * key, by which it goes on with what it filed; the old one is good for nothing from the commit on.
 * Refusals: `not-authorized`, `invalid-input` (institution `unknown`, name `required` or `too-long`).
 */
export async function issueKey(
  ctx: Context,
  institution: string,
  typed: string,
): Promise<Result<{ readonly key: string }, Refusal>> {
  if (!manages(ctx.actor, 'people.manage', institution)) return err(refusal('not-authorized'));
  const name = typed.trim();
  const fault = name === '' ? 'required' : name.length > 120 ? 'too-long' : null;
  if (fault !== null) return err({ code: 'invalid-input', fields: { name: fault } });
  if (!(await isInstitution(ctx.tx, institution)))
    return err({ code: 'invalid-input', fields: { institution: 'unknown' } });
  const key = `tuntas_${randomToken()}`;
  const given = { key_hash: hashKey(ctx, key), issued_at: ctx.now, revoked_at: null };
  const { id } = await ctx.tx
    .insertInto('api_clients')
    .values({ id: uuidv7(Date.parse(ctx.now)), institution_id: institution, name, ...given })
    .onConflict((same) => same.columns(['institution_id', 'name']).doUpdateSet(given))
    .returning('id')
    .executeTakeFirstOrThrow();
  await record(ctx, { kind: 'client-key.issued', institution, subject: `client:${id}` });
  return ok({ key });
}

/** The key is good for nothing from the commit on; what was filed by it stays. Refusals: `not-authorized`, `not-found`. */
export async function revokeKey(
  ctx: Context,
  institution: string,
  name: string,
): Promise<Result<null, Refusal>> {
  if (!manages(ctx.actor, 'people.manage', institution)) return err(refusal('not-authorized'));
  const revoked = await ctx.tx
    .updateTable('api_clients')
    .set({ key_hash: null, revoked_at: ctx.now })
    .where('institution_id', '=', institution)
    .where('name', '=', name.trim())
    .where('key_hash', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (revoked === undefined) return err(refusal('not-found'));
  await record(ctx, { kind: 'client-key.revoked', institution, subject: `client:${revoked.id}` });
  return ok(null);
}

/** The clients of an institution by name, also those whose key is revoked. For the command line, which asks nobody who they are. */
export async function listClients(tx: Kysely<Schema>, institution: string) {
  return tx
    .selectFrom('api_clients')
    .select(['name', 'issued_at as issuedAt', 'revoked_at as revokedAt'])
    .where('institution_id', '=', institution)
    .orderBy('name')
    .execute();
}

/** Whose key it is. Constant work, whatever was sent: hashed and looked up once. */
export async function findClient(ctx: Reading, key: string): Promise<ApiClient | undefined> {
  return ctx.tx
    .selectFrom('api_clients')
    .innerJoin('institutions', 'institutions.id', 'api_clients.institution_id')
    .select(['api_clients.id', 'api_clients.institution_id as institution', 'api_clients.name'])
    .where('api_clients.key_hash', '=', hashKey(ctx, key))
    .where('institutions.active', '=', true)
    .executeTakeFirst();
}

function hashKey({ office }: Reading, key: string): Buffer {
  return office.keys.hash('client-key', key);
}

async function isInstitution(tx: Kysely<Schema>, id: string): Promise<boolean> {
  const found = await tx.selectFrom('institutions').select('id').where('id', '=', id).executeTakeFirst();
  return found !== undefined;
}
