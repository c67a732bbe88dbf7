import { systemActor } from '../domain/access/actor.ts';
import type { Reading } from '../features/context/index.ts';
import { listInstitutions } from '../features/organizations/index.ts';
import { planDestruction, readPeriod } from '../features/retention/index.ts';
import type { House } from './serve.ts';

/**
 * `tuntas retention --dry-run`: which identities have been kept long enough, by institution, and what would become of
 * each; one line a case, by its number. Changes nothing.
 */
export async function listRetention(
  house: Pick<House, 'database' | 'office' | 'clock'>,
  only: string | null,
): Promise<readonly string[]> {
  const { database, office, clock } = house;
  const ctx: Reading = {
    tx: database.kysely,
    office,
    now: clock(),
    actor: systemActor,
    requestId: 'retention',
    locale: 'en',
  };
  const institutions = await listInstitutions(ctx.tx, { withInactive: true });
  const lines: string[] = [];
  for (const { id, zone } of institutions) {
    if (only !== null && id !== only) continue;
    const { period } = await readPeriod(ctx, id);
    const { items, hasMore } = await planDestruction(ctx, id, period, zone);
    const gone = items.filter(({ left }) => left === null).length;
    lines.push(`${id}: ${gone} would be destroyed, kept ${period.amount} ${period.unit} after the end.`);
    for (const { caseNumber, endedAt, files, left } of items) {
      const outcome =
        left === null ? `would be destroyed, with ${files} sealed files` : `left: ${left.words}`;
      lines.push(`  ${caseNumber}, ended ${endedAt.slice(0, 10)}: ${outcome}`);
    }
    if (hasMore) lines.push('  and more.');
  }
  return lines.length === 0 ? ['No institution has this id.'] : lines;
}
