import { systemActor } from '../domain/access/actor.ts';
import { destroyIdentity, previewDestruction } from '../features/cases/index.ts';
import type { Context } from '../features/context/index.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { translate } from '../platform/i18n/index.ts';
import type { House } from './serve.ts';

export interface ShredOptions {
  readonly reason: string;
  /** Only says what would be destroyed. */
  readonly dryRun: boolean;
}

export interface Shredded {
  /** One line for each case number that was given. */
  readonly lines: readonly string[];
  readonly refused: number;
}

/**
 * `tuntas shred-identity NUMBER… --reason "…" [--dry-run]`: destroys the identities of these cases, each in a
 * transaction of its own and by the same rules as the privacy officer's act in the console.
 */
export async function shredIdentities(
  house: Pick<House, 'database' | 'office' | 'clock'>,
  numbers: readonly string[],
  { reason, dryRun }: ShredOptions,
): Promise<Shredded> {
  const lines: string[] = [];
  let refused = 0;
  const refuse = (line: string): string => {
    refused += 1;
    return line;
  };
  for (const number of numbers) {
    const done = await inTransaction(house.database.kysely, async (tx) => {
      const ctx: Context = {
        tx,
        office: house.office,
        now: house.clock(),
        actor: systemActor,
        requestId: 'shred-identity',
        locale: 'en',
      };
      const row = await tx.selectFrom('cases').select('id').where('number', '=', number).executeTakeFirst();
      if (row === undefined) return refuse(`${number}: no case has this number.`);
      const outcome = dryRun
        ? await previewDestruction(ctx, row.id)
        : await destroyIdentity(ctx, row.id, { reason });
      if (!outcome.ok) {
        const why = translate('en', `problem.${outcome.error.code}.detail`, outcome.error.details);
        return refuse(`${number}: left as it is. ${why}`);
      }
      const files = 'files' in outcome.value ? `, with ${outcome.value.files} sealed files` : '';
      return dryRun ? `${number}: would be destroyed${files}.` : `${number}: destroyed.`;
    });
    lines.push(done);
  }
  return { lines, refused };
}
