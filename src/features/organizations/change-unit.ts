import { type Selectable, sql, type Transaction } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { UnitInput, UnitView } from './contract.ts';
import { atFault, lockInstitution } from './institutions.ts';
import { presentUnit } from './list-units.ts';
import { manages } from './rights.ts';
import { pathBelow } from './unit-tree.ts';

type Tx = Transaction<Schema>;
type Unit = Selectable<Schema['units']>;

/**
 * Adds a unit below `parentId`, or as a root. Refuses `not-found`, `not-authorized`, `invalid-input`
 * (parentId `unknown`, areaCode `unknown`).
 */
export async function addUnit(
  ctx: Context,
  institution: string,
  input: UnitInput,
): Promise<Result<UnitView, Refusal>> {
  if (!(await lockInstitution(ctx.tx, institution))) return err(refusal('not-found'));
  const parent = await findParent(ctx.tx, institution, input.parentId);
  const refused =
    placeRefusal(ctx, institution, input, parent) ?? (await areaRefusal(ctx.tx, input.areaCode));
  if (refused !== null) return err(refused);
  const id = uuidv7(Date.parse(ctx.now));
  const added = await ctx.tx
    .insertInto('units')
    .values({
      id,
      institution_id: institution,
      path: pathBelow(parent?.path ?? null, id),
      created_at: ctx.now,
      ...columnsOf(input),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordUnit(ctx, 'unit.added', added);
  return ok(presentUnit(added));
}

/**
 * Changes a unit; another `parentId` moves it with all that lies below, in one statement. Cases keep the name
 * and place their unit had, and rights are judged by place: so a unit that ever had a case does not move
 * (a reorganisation makes a new unit and closes the old one). Refuses `not-found`, `not-authorized`,
 * `invalid-input` (parentId `unknown`, `own-subtree` or `unit-has-cases`; areaCode `unknown`; active
 * `unit-has-open-cases`, `unit-has-active-units` or `unit-is-front`).
 */
export async function changeUnit(
  ctx: Context,
  id: string,
  input: UnitInput,
): Promise<Result<UnitView, Refusal>> {
  const before = await lockUnit(ctx.tx, id);
  if (before === undefined) return err(refusal('not-found'));
  if (!manages(ctx.actor, 'organization.manage', before.institution_id, before.path)) {
    return err(refusal('not-authorized'));
  }
  const moves = input.parentId !== before.parent_id;
  const parent = moves ? await findParent(ctx.tx, before.institution_id, input.parentId) : undefined;
  const refused =
    (moves ? placeRefusal(ctx, before.institution_id, input, parent, before.path) : null) ??
    (await areaRefusal(ctx.tx, input.areaCode)) ??
    (await useRefusal(ctx.tx, before, { moves, closes: before.active && !input.active }));
  if (refused !== null) return err(refused);
  if (moves) await moveSubtree(ctx.tx, before.path, pathBelow(parent?.path ?? null, id));
  const changed = await ctx.tx
    .updateTable('units')
    .set(columnsOf(input))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordUnit(ctx, 'unit.changed', changed);
  return ok(presentUnit(changed));
}

async function recordUnit(ctx: Context, kind: 'unit.added' | 'unit.changed', unit: Unit): Promise<void> {
  const { id, institution_id: institution, parent_id: parentId, zone, active, verified } = unit;
  await record(ctx, {
    kind,
    institution,
    subject: `unit:${id}`,
    details: { parentId, zone, active, verified },
  });
}

/** Locks the tree first and reads the unit then: its path may have been rewritten while we waited. */
async function lockUnit(tx: Tx, id: string): Promise<Unit | undefined> {
  const known = await tx.selectFrom('units').select('institution_id').where('id', '=', id).executeTakeFirst();
  if (known === undefined) return undefined;
  await lockInstitution(tx, known.institution_id);
  return tx.selectFrom('units').selectAll().where('id', '=', id).executeTakeFirst();
}

async function findParent(tx: Tx, institution: string, id: string | null): Promise<Unit | undefined> {
  if (id === null) return undefined;
  return tx
    .selectFrom('units')
    .selectAll()
    .where('id', '=', id)
    .where('institution_id', '=', institution)
    .where('active', '=', true)
    .executeTakeFirst();
}

function placeRefusal(
  ctx: Context,
  institution: string,
  input: UnitInput,
  parent: Unit | undefined,
  ownPath?: string,
): Refusal | null {
  if (!manages(ctx.actor, 'organization.manage', institution, parent?.path ?? null)) {
    return refusal('not-authorized');
  }
  if (input.parentId !== null && parent === undefined) return atFault({ parentId: 'unknown' });
  if (ownPath !== undefined && parent?.path.startsWith(ownPath)) return atFault({ parentId: 'own-subtree' });
  return null;
}

async function areaRefusal(tx: Tx, code: string | null): Promise<Refusal | null> {
  if (code === null) return null;
  const area = await tx.selectFrom('areas').select('code').where('code', '=', code).executeTakeFirst();
  return area === undefined ? atFault({ areaCode: 'unknown' }) : null;
}

async function useRefusal(
  tx: Tx,
  unit: Unit,
  change: { readonly moves: boolean; readonly closes: boolean },
): Promise<Refusal | null> {
  if (!change.moves && !change.closes) return null;
  const use = await usesOf(tx, unit);
  if (change.moves && use.has_cases) return atFault({ parentId: 'unit-has-cases' });
  if (!change.closes) return null;
  if (use.has_open_cases) return atFault({ active: 'unit-has-open-cases' });
  if (use.has_active_units) return atFault({ active: 'unit-has-active-units' });
  return use.is_front ? atFault({ active: 'unit-is-front' }) : null;
}

/** What hangs on the subtree, in one statement; each part is one look-up in an index. */
async function usesOf(tx: Tx, { id, path }: Unit) {
  const below = `${path}%`;
  const { rows } = await sql<{
    has_cases: boolean;
    has_open_cases: boolean;
    has_active_units: boolean;
    is_front: boolean;
  }>`select
      exists (select from case_units where unit_path like ${below})
        or exists (select from case_conflicts where unit_path like ${below}) as has_cases,
      exists (select from cases where unit_path like ${below} and queue <> 'none')
        or exists (select from case_assignments where unit_path like ${below} and state = 'open') as has_open_cases,
      exists (select from units where path like ${below} and id <> ${id} and active) as has_active_units,
      exists (select from institutions where front_unit_id = ${id}) as is_front`.execute(tx);
  const [uses] = rows;
  if (uses === undefined) throw new Error('a select without from gives one row');
  return uses;
}

async function moveSubtree(tx: Tx, from: string, to: string): Promise<void> {
  await tx
    .updateTable('units')
    .set({ path: sql<string>`${to} || substr(path, ${from.length + 1})` })
    .where('path', 'like', `${from}%`)
    .execute();
}

function columnsOf(input: UnitInput) {
  return {
    parent_id: input.parentId,
    name: input.name.trim(),
    kind: input.kind,
    zone: input.zone,
    area_code: input.areaCode,
    verified: input.verified,
    active: input.active,
  };
}
