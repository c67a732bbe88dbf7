import { type Kysely, sql } from 'kysely';
import type { Grant, PersonActor } from '../../domain/access/actor.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { grantsOf } from './deputies/held-roles.ts';
import { minutesFrom, signInLimits } from './limits.ts';

export interface Session {
  readonly createdAt: string;
  /** When its person last gave a password or a code; ISO 8601 UTC. */
  readonly provedAt: string;
  /** The absolute end; without requests it ends earlier. ISO 8601 UTC. */
  readonly expiresAt: string;
  readonly locale: string;
  /** To come back in `X-CSRF-Token` with every change. */
  readonly csrfToken: string;
}

/**
 * Who holds this session token, with everything they may do, in one statement; undefined where the session is
 * unknown, ended, idle too long or still waits for the second step of signing in, or its person was deactivated. Notes that it was seen, once a minute.
 */
export async function findActor(
  tx: Kysely<Schema>,
  keys: Keys,
  token: string,
  now: string,
): Promise<{ readonly actor: PersonActor; readonly session: Session } | undefined> {
  const hash = hashOfToken(keys, token);
  const idleSince = minutesFrom(now, -signInLimits.idleMinutes);
  const { rows } = await sql<ActorRow>`
    select s.created_at, coalesce(s.proved_at, s.created_at) as proved_at, s.expires_at, s.last_seen_at, p.id, p.name, p.locale,
           u.id as unit_id, u.name as unit_name, u.path as unit_path,
           ${grantsOf(now)} as grants
    from sessions s
    join people p on p.id = s.person_id and p.active
    left join units u on u.id = p.unit_id
    where s.token_hash = ${hash} and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
      and s.awaits is null`.execute(tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const seenBefore = minutesFrom(now, -signInLimits.touchSeconds / 60);
  if (row.last_seen_at <= seenBefore) await touch(tx, hash, seenBefore, now);
  return {
    actor: actorOf(row),
    session: {
      createdAt: row.created_at,
      provedAt: row.proved_at,
      expiresAt: row.expires_at,
      locale: row.locale,
      csrfToken: csrfTokenOf(keys, token),
    },
  };
}

/** Skips a locked row: two requests of one page must not wait for each other to note the same minute. */
async function touch(tx: Kysely<Schema>, hash: Buffer, seenBefore: string, now: string): Promise<void> {
  await sql`
    update sessions set last_seen_at = ${now}
    where token_hash = (
      select token_hash from sessions where token_hash = ${hash} and last_seen_at <= ${seenBefore}
      for update skip locked)`.execute(tx);
}

/** What is stored of a session token; the token itself only its holder has. */
export function hashOfToken(keys: Keys, token: string): Buffer {
  return keys.hash('session', token);
}

export function csrfTokenOf(keys: Keys, token: string): string {
  return keys.hash('csrf', token).toString('base64url');
}

interface ActorRow {
  readonly created_at: string;
  readonly proved_at: string;
  readonly expires_at: string;
  readonly last_seen_at: string;
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly unit_path: string | null;
  readonly grants: readonly Grant[];
}

function actorOf({ id, name, unit_id, unit_name, unit_path, grants }: ActorRow): PersonActor {
  const unit =
    unit_id === null || unit_name === null || unit_path === null
      ? null
      : { id: unit_id, name: unit_name, path: unit_path };
  return { kind: 'person', id, name, unit, grants };
}
