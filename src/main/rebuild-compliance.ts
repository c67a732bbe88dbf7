import { systemActor } from '../domain/access/actor.ts';
import { measureAgain } from '../features/compliance/index.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { House } from './serve.ts';

/** `tuntas rebuild-compliance`: measures every case anew by its log, some hundred at a time. Gives how many cases. */
export async function rebuildCompliance(
  house: Pick<House, 'database' | 'office' | 'clock'>,
): Promise<number> {
  const { database, office, clock } = house;
  const measureAfter = (after: string | null) =>
    inTransaction(database.kysely, (tx) =>
      measureAgain(
        { tx, office, now: clock(), actor: systemActor, requestId: 'rebuild', locale: 'id' },
        after,
      ),
    );
  let batch = await measureAfter(null);
  let total = batch.cases;
  while (batch.last !== null) {
    batch = await measureAfter(batch.last);
    total += batch.cases;
  }
  return total;
}
