import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import { type Context, changeOffice, officeRevision, requireCurrent } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { RevisionView } from './contract.ts';
import { findDraft } from './draft-revision.ts';
import { faultRefusal, revisionFaults } from './entries.ts';
import { presentOne } from './list-revisions.ts';
import { isHandedOver, listPassages } from './passages.ts';
import { recountJob } from './recount.ts';
import { keepsCalendars } from './rights.ts';
import { revisionOf } from './store.ts';

/**
 * Puts a draft in force, by another person than those who wrote it: from the commit on every clock is counted by it,
 * and a job counts the open ones anew. Refuses `not-authorized` (also for a unit of an institution the actor does not
 * keep), `not-found`, `already-decided`, `draft-changed`, `own-revision`, `not-handed-over`, and `calendar-refused`
 * where something applied since the draft was written stands against it.
 */
export async function applyRevision(
  ctx: Context,
  id: string,
  version: number,
): Promise<Result<RevisionView, Refusal>> {
  const draft = await findDraft(ctx, id, version);
  if (!draft.ok) return draft;
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-authorized'));
  if (draft.value.authors.includes(actor.id)) return err(refusal('own-revision'));
  const revision = revisionOf(draft.value);
  if (!(await keepsUnitsOf(ctx, revision.entries))) return err(refusal('not-authorized'));
  if (!isHandedOver(draft.value, await listPassages(ctx.tx, [id]))) return err(refusal('not-handed-over'));
  const faults = revisionFaults(ctx.office.calendar, revision);
  if (faults.length > 0) return err(faultRefusal(faults));

  const number = await takeNumber(ctx);
  await ctx.tx
    .updateTable('calendar_revisions')
    .set({
      state: 'applied',
      version: version + 1,
      updated_at: ctx.now,
      applied_number: number,
      applied_by: actor.id,
      applied_at: ctx.now,
    })
    .where('id', '=', id)
    .execute();
  await writeTogether(ctx.tx, [
    ctx.tx.insertInto('calendar_recounts').values({ revision_id: id }),
    ...jobWrites([recountJob(id)]),
  ]);
  const subject = `calendar-revision:${id}`;
  await record(ctx, { kind: 'calendar.applied', institution: null, subject, details: { number } });
  return ok(await presentOne(ctx, id));
}

/**
 * The next number. From here to the commit no other revision is applied; one that was, after this node had read the
 * calendar the draft was held against, makes the whole command run again.
 */
async function takeNumber(ctx: Context): Promise<number> {
  await changeOffice(ctx);
  const { revision, last } = await ctx.tx
    .selectNoFrom((eb) => [
      officeRevision().as('revision'),
      eb
        .selectFrom('calendar_revisions')
        .select(({ fn }) => fn.max('applied_number').as('last'))
        .as('last'),
    ])
    .executeTakeFirstOrThrow();
  requireCurrent(ctx.office, revision - 1);
  return (last ?? 0) + 1;
}

async function keepsUnitsOf(
  ctx: Context,
  entries: ReturnType<typeof revisionOf>['entries'],
): Promise<boolean> {
  const paths = entries.flatMap((entry) => (entry.change === 'week' ? [entry.unitPath] : []));
  if (paths.length === 0) return true;
  const rows = await ctx.tx
    .selectFrom('units')
    .select('institution_id')
    .distinct()
    .where('path', 'in', paths)
    .execute();
  return rows.every((row) => keepsCalendars(ctx.actor, row.institution_id));
}
