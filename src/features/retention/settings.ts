import type { Period } from '../../domain/privacy/processing.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type Context, type Reading, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { manages } from '../organizations/index.ts';
import type { SettingInput } from './contract.ts';

/** The one class that is destroyed by two people; the others end by themselves or by the records schedule. */
export const identityClass = 'reporter-identity';

export interface PeriodInForce {
  readonly period: Period;
  /** Null: the starting value of `rules/retention.yaml`. */
  readonly setting: { readonly basis: string; readonly setAt: string; readonly setBy: string } | null;
}

/** How long the institution keeps who reported. */
export async function readPeriod({ tx, office }: Reading, institution: string): Promise<PeriodInForce> {
  const row = await tx
    .selectFrom('retention_settings as s')
    .innerJoin('people as p', 'p.id', 's.set_by')
    .select(['s.amount', 's.unit', 's.basis', 's.set_at as setAt', 'p.name as setBy'])
    .where('s.institution_id', '=', institution)
    .where('s.class_id', '=', identityClass)
    .orderBy('s.set_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row !== undefined) {
    const { amount, unit, ...setting } = row;
    return { period: { amount, unit: unit as Period['unit'] }, setting };
  }
  const keep = office.privacy.retention.find(({ id }) => id === identityClass)?.keep;
  if (keep == null) throw new Error(`rules/retention.yaml gives ${identityClass} no period`);
  return { period: keep, setting: null };
}

/**
 * Sets how long the institution keeps who reported, from now on; what was set before is kept. Refuses
 * `not-authorized`, `step-up-needed`, `invalid-input` (basis `required`).
 */
export async function setPeriod(
  ctx: Context,
  institution: string,
  { amount, unit, basis }: SettingInput,
): Promise<Result<PeriodInForce, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || !manages(actor, 'privacy.manage', institution))
    return err(refusal('not-authorized'));
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  if (basis.trim() === '') return err({ code: 'invalid-input', fields: { basis: 'required' } });
  await ctx.tx
    .insertInto('retention_settings')
    .values({
      institution_id: institution,
      class_id: identityClass,
      set_at: ctx.now,
      set_by: actor.id,
      amount,
      unit,
      basis: basis.trim(),
    })
    .execute();
  const details = { class: identityClass, amount, unit };
  await record(ctx, { kind: 'retention.changed', institution, details });
  return ok(await readPeriod(ctx, institution));
}
