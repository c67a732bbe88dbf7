import { systemActor } from '../domain/access/actor.ts';
import { resealFiles } from '../features/attachments/index.ts';
import { record } from '../features/ledger/index.ts';
import { rewrapTotpSecrets } from '../features/people/index.ts';
import { rewrapKeys } from '../features/sealed-keys/index.ts';
import { rewrapWebhookSecrets } from '../features/webhooks/index.ts';
import { rewrapHashKeys } from '../platform/crypto/installation-keys.ts';
import type { KeyRing } from '../platform/crypto/key-ring.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { House } from './serve.ts';

export interface Rotation {
  /** Keys that the current secret key wraps from now on. */
  readonly keys: number;
  /** Files whose key lay in themselves, sealed anew. */
  readonly files: number;
  /** What no secret key that was given opens. */
  readonly unopened: number;
}

/**
 * `tuntas rotate-keys`: brings everything that is sealed under the current secret key, some hundred at a time, each
 * batch in a transaction of its own. Begun again it goes on, and does nothing twice; servers may run meanwhile.
 */
export async function rotateKeys(
  house: Pick<House, 'database' | 'office' | 'clock'>,
  ring: KeyRing,
): Promise<Rotation> {
  const { database, office, clock } = house;
  const hashKeys = (await rewrapHashKeys(database.pool, ring)) ? 1 : 0;
  const files = await inBatches(async (after) => {
    const batch = await inTransaction(database.kysely, (tx) =>
      resealFiles({ tx, office, now: clock() }, after),
    );
    // Removed once nothing names them any more, for certain.
    for (const key of batch.replaced) await office.files.remove(key);
    return { done: batch.resealed, unopened: batch.unopened, last: batch.last };
  });
  const rewrap = (next: typeof rewrapKeys) =>
    inBatches(async (after) => {
      const batch = await inTransaction(database.kysely, (tx) => next(tx, office.keys, after));
      return { done: batch.rewrapped, unopened: batch.unopened, last: batch.last };
    });
  const vault = await rewrap(rewrapKeys);
  const apps = await rewrap(rewrapTotpSecrets);
  const webhooks = await rewrap(rewrapWebhookSecrets);
  const rotation = {
    keys: hashKeys + vault.done + apps.done + webhooks.done,
    files: files.done,
    unopened: files.unopened + vault.unopened + apps.unopened + webhooks.unopened,
  };
  await record(
    { tx: database.kysely, now: clock(), actor: systemActor },
    { kind: 'keys.rotated', institution: null, details: { ...rotation } },
  );
  return rotation;
}

interface Batch {
  readonly done: number;
  readonly unopened: number;
  /** Where to go on; null after the last. */
  readonly last: string | null;
}

async function inBatches(next: (after: string | null) => Promise<Batch>): Promise<Omit<Batch, 'last'>> {
  const total = { done: 0, unopened: 0 };
  let after: string | null = null;
  do {
    const batch: Batch = await next(after);
    total.done += batch.done;
    total.unopened += batch.unopened;
    after = batch.last;
  } while (after !== null);
  return total;
}
