import { type Resealed, resealFiles } from '../features/attachments/index.ts';
import { type Rewrapped, rewrapKeys } from '../features/sealed-keys/index.ts';
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
  const hashKeys = (await rewrapHashKeys(house.database.pool, ring)) ? 1 : 0;
  const files = await resealAll(house);
  const rewrapped = await rewrapAll(house);
  return {
    keys: hashKeys + rewrapped.keys,
    files: files.files,
    unopened: files.unopened + rewrapped.unopened,
  };
}

async function rewrapAll({ database, office }: Pick<House, 'database' | 'office'>) {
  const total = { keys: 0, unopened: 0 };
  let after: string | null = null;
  do {
    const from: string | null = after;
    const batch: Rewrapped = await inTransaction(database.kysely, (tx) => rewrapKeys(tx, office.keys, from));
    total.keys += batch.rewrapped;
    total.unopened += batch.unopened;
    after = batch.last;
  } while (after !== null);
  return total;
}

async function resealAll({ database, office, clock }: Pick<House, 'database' | 'office' | 'clock'>) {
  const total = { files: 0, unopened: 0 };
  let after: string | null = null;
  do {
    const from: string | null = after;
    const batch: Resealed = await inTransaction(database.kysely, (tx) =>
      resealFiles({ tx, office, now: clock() }, from),
    );
    for (const key of batch.replaced) await office.files.remove(key);
    total.files += batch.resealed;
    total.unopened += batch.unopened;
    after = batch.last;
  } while (after !== null);
  return total;
}
