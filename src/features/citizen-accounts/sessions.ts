import { type Kysely, sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context, Reading } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { accountLimits, minutesFrom } from './limits.ts';

/**
 * The account whose session this token holds; undefined where it is unknown, over or idle too long. A staff member's
 * token is none. Notes, some times an hour, that somebody was here.
 */
export async function findAccount(
  tx: Kysely<Schema>,
  keys: Keys,
  token: string | null,
  now: string,
): Promise<string | undefined> {
  if (token === null) return undefined;
  const hash = hashOfToken(keys, token);
  const row = await tx
    .selectFrom('citizen_sessions')
    .select(['account_id', 'last_seen_at'])
    .where('token_hash', '=', hash)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', idleSince(now))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const seenBefore = minutesFrom(now, -accountLimits.touchMinutes);
  if (row.last_seen_at <= seenBefore) await touch(tx, hash, row.account_id, now);
  return row.account_id;
}

/** Skips locked rows: two requests of one browser do not wait for each other to note the same moment. */
async function touch(tx: Kysely<Schema>, hash: Buffer, accountId: string, now: string): Promise<void> {
  await sql`
    with s as (update citizen_sessions set last_seen_at = ${now} where token_hash = (
      select token_hash from citizen_sessions where token_hash = ${hash} for update skip locked))
    update citizen_accounts set last_seen_at = ${now} where id = (
      select id from citizen_accounts where id = ${accountId} for no key update skip locked)`.execute(tx);
}

export interface AccountSession {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly userAgent: string;
}

/** The account's living sessions, the latest used first. At most fifty: nobody signs in more often in two weeks. */
export async function listSessions(
  ctx: Reading,
  accountId: string,
  token: string | null,
): Promise<readonly AccountSession[]> {
  const rows = await ctx.tx
    .selectFrom('citizen_sessions')
    .select(['token_hash', 'created_at', 'last_seen_at', 'user_agent'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', ctx.now)
    .where('last_seen_at', '>', idleSince(ctx.now))
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
  const own = token === null ? null : hashOfToken(ctx.office.keys, token);
  return rows.map((row) => ({
    id: idOfSession(ctx, row.token_hash),
    current: own?.equals(row.token_hash) === true,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    userAgent: row.user_agent,
  }));
}

/** Ends the session of this token. Never refused: whoever has none is signed out already. */
export async function signOut(ctx: Context, token: string | null): Promise<Result<null, Refusal>> {
  if (token === null) return ok(null);
  const ended = await ctx.tx
    .deleteFrom('citizen_sessions')
    .where('token_hash', '=', hashOfToken(ctx.office.keys, token))
    .returning('account_id')
    .executeTakeFirst();
  if (ended !== undefined) await recordOf(ctx, 'account.signed-out', ended.account_id);
  return ok(null);
}

/** Ends one of the account's sessions by the id that the list gives. Refuses `not-signed-in`, `not-found`. */
export async function endSession(ctx: Context, id: string): Promise<Result<null, Refusal>> {
  const { account } = ctx;
  if (account === undefined) return err(refusal('not-signed-in'));
  const rows = await ctx.tx
    .selectFrom('citizen_sessions')
    .select('token_hash')
    .where('account_id', '=', account)
    .execute();
  const found = rows.find((row) => idOfSession(ctx, row.token_hash) === id);
  if (found === undefined) return err(refusal('not-found'));
  await ctx.tx.deleteFrom('citizen_sessions').where('token_hash', '=', found.token_hash).execute();
  await recordOf(ctx, 'account.signed-out', account);
  return ok(null);
}

/** What is stored of a token. Another purpose than a staff session's: neither is ever taken for the other. */
export function hashOfToken(keys: Keys, token: string): Buffer {
  return keys.hash('account-session', token);
}

function idleSince(now: string): string {
  return minutesFrom(now, -accountLimits.idleHours * 60);
}

/** Names a session to its owner without saying anything of its token. */
function idOfSession({ office }: Reading, tokenHash: Buffer): string {
  return office.keys.hash('account-session-id', tokenHash).toString('base64url').slice(0, 22);
}

function recordOf(ctx: Context, kind: 'account.signed-out', accountId: string): Promise<void> {
  return record(ctx, { kind, institution: null, actor: `account:${accountId}` });
}
