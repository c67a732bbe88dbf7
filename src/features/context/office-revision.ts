import { type RawBuilder, sql } from 'kysely';
import type { Context, Office } from './context.ts';

/** Something was released or applied that this node has not read yet; `main` reads it and runs the work again. */
export class OfficeOutdated extends Error {
  override readonly name = 'OfficeOutdated';
}

/** The office's revision as one more column of a statement that runs anyway; for `requireCurrent`. */
export function officeRevision(): RawBuilder<number> {
  return sql<number>`(select r.revision from office_revision as r)`;
}

/**
 * Throws `OfficeOutdated` where the database knows of more releases than this office contains: what opens or moves a
 * case goes by what is in force at that moment, on whichever node it runs.
 */
export function requireCurrent(office: Office, revision: number): void {
  if (revision > office.revision) {
    throw new OfficeOutdated(`the office has moved from revision ${office.revision} to ${revision}`);
  }
}

/**
 * Waits until no other change of the office is under way and holds the next one back until the commit; what the
 * command decides by is then what is in force. Throws `OfficeOutdated` where this office is not.
 */
export async function lockOffice({ tx, office }: Context): Promise<void> {
  const row = await tx.selectFrom('office_revision').select('revision').forUpdate().executeTakeFirstOrThrow();
  requireCurrent(office, row.revision);
}

/**
 * To be called in the transaction that releases a version or applies a calendar. Two of them at once take turns from
 * here to their commit. This node reads anew after the commit; the others learn of it within two seconds, or sooner
 * where a command of theirs meets it.
 */
export async function changeOffice({ tx, office }: Context): Promise<void> {
  await tx.updateTable('office_revision').set({ revision: sql`revision + 1` }).execute();
  office.noteChange();
}
