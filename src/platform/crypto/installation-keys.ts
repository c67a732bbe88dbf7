import type pg from 'pg';
import { KeyMissing, type KeyRing } from './key-ring.ts';
import { type HashKeys, type Keys, newHashKeys, openKeys } from './keys.ts';

/** The keys in the database and SECRET_KEY do not belong together; says what to do, and nothing secret. */
export class KeysUnusable extends Error {
  override readonly name = 'KeysUnusable';
}

/**
 * The installation's keys: what its secret keys open, and the hash keys that lie wrapped in the database, so that
 * tracking codes and sessions outlive a change of SECRET_KEY. Made at the first start. Throws `KeysUnusable`.
 */
export async function loadKeys(pool: pg.Pool, ring: KeyRing): Promise<Keys> {
  const { rows } = await pool.query<{ kept: boolean; used: boolean }>(
    `select to_regclass('vault.hash_keys') is not null as kept, exists (select from cases) as used`,
  );
  const { kept = false, used = false } = rows[0] ?? {};
  if (!kept) throw new KeysUnusable(notRestored);
  const found = await findWrapped(pool);
  if (found === undefined) {
    if (used) throw new KeysUnusable(notRestored);
    await keep(pool, ring, newHashKeys());
  } else if (found === null) {
    await requireFirstKey(pool, ring);
    await keep(pool, ring, keysOfFirstInstallation(ring));
  }
  // Of two servers that start at once one has made them; both read what is there.
  const wrapped = await findWrapped(pool);
  return openKeys(ring, unwrapped(ring, wrapped ?? null));
}

/** Wraps the hash keys by the current secret key; false where they are. */
export async function rewrapHashKeys(pool: pg.Pool, ring: KeyRing): Promise<boolean> {
  const wrapped = await findWrapped(pool);
  if (wrapped == null || ring.isCurrent(wrapped)) return false;
  await pool.query('update vault.hash_keys set wrapped = $1 where wrapped = $2', [
    ring.wrap(ring.unwrap(wrapped, about), about),
    wrapped,
  ]);
  return true;
}

const about = 'hash-keys';

const notRestored =
  'The keys of this database (schema "vault") are missing; restore their own backup as docs/how-to/keep-the-keys.md says.';
const otherKey =
  'SECRET_KEY does not open this database. Give the key it was sealed with, or name that one in SECRET_KEYS_OLD beside the new one.';

/** What an installation derived from SECRET_KEY itself, before hash keys were kept. */
const firstPurposes = ['tracking', 'idempotency', 'session', 'csrf', 'rate', 'recovery-code'];

function keysOfFirstInstallation(ring: KeyRing): HashKeys {
  return {
    ...newHashKeys(),
    earlier: new Map(firstPurposes.map((purpose) => [purpose, ring.firstHashKey(purpose)])),
  };
}

/** An older database names no secret key: it is believed only where it opens what lies there. */
async function requireFirstKey(pool: pg.Pool, ring: KeyRing): Promise<void> {
  const { rows } = await pool.query<{ subject: string; wrapped: Buffer }>(
    'select subject, wrapped from vault.keys limit 1',
  );
  const sample = rows[0];
  if (sample === undefined) return;
  // Earlier keys do not count here: the hashes have to come from the very key that made them.
  const opens = ring.openedByCurrent(sample.wrapped, sample.subject);
  if (!opens) throw new KeysUnusable(otherKey);
}

/** Undefined: no row. Null: an older installation, whose hash keys follow from SECRET_KEY. */
async function findWrapped(pool: pg.Pool): Promise<Buffer | null | undefined> {
  const { rows } = await pool.query<{ wrapped: Buffer | null }>('select wrapped from vault.hash_keys');
  return rows[0]?.wrapped;
}

async function keep(pool: pg.Pool, ring: KeyRing, { root, earlier }: HashKeys): Promise<void> {
  const text = JSON.stringify({
    root: root.toString('base64'),
    earlier: Object.fromEntries([...earlier].map(([purpose, key]) => [purpose, key.toString('base64')])),
  });
  await pool.query(
    `insert into vault.hash_keys (wrapped) values ($1)
     on conflict (is_only) do update set wrapped = excluded.wrapped where hash_keys.wrapped is null`,
    [ring.wrap(Buffer.from(text), about)],
  );
}

function unwrapped(ring: KeyRing, wrapped: Buffer | null): HashKeys {
  if (wrapped === null) throw new KeysUnusable(notRestored);
  try {
    const kept = JSON.parse(ring.unwrap(wrapped, about).toString()) as {
      readonly root: string;
      readonly earlier: Readonly<Record<string, string>>;
    };
    return {
      root: Buffer.from(kept.root, 'base64'),
      earlier: new Map(
        Object.entries(kept.earlier).map(([purpose, key]) => [purpose, Buffer.from(key, 'base64')]),
      ),
    };
  } catch (error) {
    if (error instanceof KeyMissing) throw new KeysUnusable(otherKey);
    throw error;
  }
}
