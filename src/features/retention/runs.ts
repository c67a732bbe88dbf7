import { sql } from 'kysely';
import { type PersonActor, systemActor } from '../../domain/access/actor.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { translate } from '../../platform/i18n/index.ts';
import { destroyIdentity, notNamed } from '../cases/index.ts';
import { type Context, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { manages } from '../organizations/index.ts';
import type { RunDone } from './contract.ts';
import { planDestruction } from './plan-destruction.ts';
import { identityClass, readPeriod } from './settings.ts';

/**
 * Proposes to destroy what the dry run lists now; nothing happens before another person confirms it. Refuses
 * `not-authorized`, `step-up-needed`, `already-decided` (one is proposed already), `nothing-to-destroy`.
 */
export async function proposeRun(
  ctx: Context,
  institution: string,
): Promise<Result<{ readonly id: string }, Refusal>> {
  const { actor, tx, now, locale } = ctx;
  if (actor.kind !== 'person' || !manages(actor, 'privacy.manage', institution))
    return err(refusal('not-authorized'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  const { zone } = await tx
    .selectFrom('institutions')
    .select('zone')
    .where('id', '=', institution)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const open = await tx
    .selectFrom('destruction_runs')
    .select('id')
    .where('institution_id', '=', institution)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (open !== undefined) return err(refusal('already-decided'));
  const { period, setting } = await readPeriod(ctx, institution);
  const { items } = await planDestruction(ctx, institution, period, zone);
  const caseIds = items.filter(({ left }) => left === null).map(({ caseId }) => caseId);
  if (caseIds.length === 0) return err(refusal('nothing-to-destroy'));
  const id = uuidv7(Date.parse(now));
  const kept = translate(locale, `retention.period.${period.unit}`, { amount: period.amount });
  const rule = translate(locale, 'retention.rule', {
    period: kept,
    basis: setting?.basis ?? translate(locale, 'retention.basis.start'),
  });
  await tx
    .insertInto('destruction_runs')
    .values({
      id,
      institution_id: institution,
      class_id: identityClass,
      rule,
      case_ids: caseIds,
      proposed_by: actor.id,
      proposed_at: now,
      state: 'proposed',
    })
    .execute();
  await record(ctx, { ...entryOf('proposed', institution, id), details: { cases: caseIds.length } });
  return ok({ id });
}

/**
 * Another person confirms: every case of the run is decided once more, and its identity destroyed where nothing stands
 * against it now; a hold placed meanwhile keeps its case. A case that is about whoever confirms is left for another run,
 * and nothing says so. Refuses `not-found`, `same-person`, `already-decided`,
 * `step-up-needed`.
 */
export async function confirmRun(ctx: Context, id: string): Promise<Result<RunDone, Refusal>> {
  const found = await openRun(ctx, id);
  if (!found.ok) return found;
  const { actor, run } = found.value;
  if (run.proposed_by === actor.id) return err(refusal('same-person'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  await endRun(ctx, id, actor, 'executed');
  const left: { caseNumber: string; words: string }[] = [];
  const caseIds = await withoutOwn(ctx, run.case_ids);
  for (const caseId of caseIds) {
    const done = await destroyIdentity({ ...ctx, actor: systemActor }, caseId, {
      reason: run.rule,
      run: { id, proposedBy: run.proposed_by, confirmedBy: actor.id },
    });
    if (!done.ok) left.push({ caseNumber: await numberOf(ctx, caseId), words: wordsOf(ctx, done.error) });
  }
  const destroyed = caseIds.length - left.length;
  await record(ctx, { ...entryOf('confirmed', run.institution_id, id), details: { destroyed } });
  return ok({ destroyed, left });
}

async function withoutOwn({ tx, actor }: Context, caseIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', [...caseIds])
    .where(notNamed(actor, sql.ref('cases.id')))
    .execute();
  const left = new Set(rows.map(({ id }) => id));
  return caseIds.filter((id) => left.has(id));
}

/** Takes a proposal back. Refuses `not-found`, `not-authorized`, `already-decided`. */
export async function withdrawRun(
  ctx: Context,
  id: string,
): Promise<Result<{ readonly id: string }, Refusal>> {
  const found = await openRun(ctx, id);
  if (!found.ok) return found;
  const { actor, run } = found.value;
  if (!manages(actor, 'privacy.manage', run.institution_id)) return err(refusal('not-authorized'));
  await endRun(ctx, id, actor, 'withdrawn');
  await record(ctx, entryOf('withdrawn', run.institution_id, id));
  return ok({ id });
}

function entryOf(what: 'proposed' | 'confirmed' | 'withdrawn', institution: string, id: string) {
  return { kind: `destruction.${what}`, institution, subject: `destruction:${id}` } as const;
}

async function openRun(ctx: Context, id: string) {
  const { actor, tx } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const run = await tx
    .selectFrom('destruction_runs')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const reads =
    run !== undefined &&
    (manages(actor, 'privacy.manage', run.institution_id) ||
      manages(actor, 'privacy.oversee', run.institution_id));
  if (run === undefined || !reads) return err(refusal('not-found'));
  return run.state === 'proposed' ? ok({ actor, run }) : err(refusal('already-decided'));
}

async function endRun(
  { tx, now }: Context,
  id: string,
  actor: PersonActor,
  state: 'executed' | 'withdrawn',
): Promise<void> {
  await tx
    .updateTable('destruction_runs')
    .set({ state, ended_by: actor.id, ended_at: now })
    .where('id', '=', id)
    .execute();
}

async function numberOf({ tx }: Context, id: string): Promise<string> {
  const row = await tx.selectFrom('cases').select('number').where('id', '=', id).executeTakeFirst();
  return row?.number ?? '';
}

function wordsOf({ locale }: Context, { code, details }: Refusal): string {
  return translate(locale, `problem.${code}.detail`, details);
}
