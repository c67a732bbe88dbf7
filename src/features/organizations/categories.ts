import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context, Locale } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { CategoryInput, CategoryView } from './contract.ts';
import { atFault, hasActiveUnit, lockInstitution } from './institutions.ts';
import { manages } from './rights.ts';

type Tx = Transaction<Schema>;

/** The institution's categories in their order, named in the reader's language. */
export async function listCategories(
  tx: Kysely<Schema>,
  institution: string,
  locale: Locale,
  options: { readonly withInactive?: boolean } = {},
): Promise<readonly CategoryView[]> {
  const rows = await tx
    .selectFrom('categories')
    .selectAll()
    .where('institution_id', '=', institution)
    .$if(options.withInactive !== true, (query) => query.where('active', '=', true))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => presentCategory(row, locale));
}

/** The active category of this institution. */
export async function findCategory(
  tx: Tx,
  institution: string,
  id: string,
): Promise<{ readonly id: string; readonly defaultUnitId: string | null } | undefined> {
  return tx
    .selectFrom('categories')
    .select(['id', 'default_unit_id as defaultUnitId'])
    .where('id', '=', id)
    .where('institution_id', '=', institution)
    .where('active', '=', true)
    .executeTakeFirst();
}

/**
 * Adds a category; its id is made from the institution and the Indonesian name and never changes, since cases
 * refer to it. Refuses `not-found`, `not-authorized`, `invalid-input` (parentId `unknown`,
 * defaultUnitId `unknown`).
 */
export async function addCategory(
  ctx: Context,
  institution: string,
  input: CategoryInput,
): Promise<Result<CategoryView, Refusal>> {
  if (!manages(ctx.actor, 'organization.manage', institution)) return err(refusal('not-authorized'));
  if (!(await lockInstitution(ctx.tx, institution))) return err(refusal('not-found'));
  const refused = await inputRefusal(ctx.tx, institution, input);
  if (refused !== null) return err(refused);
  const added = await ctx.tx
    .insertInto('categories')
    .values({
      id: await freeId(ctx.tx, categoryId(institution, input.names.id)),
      institution_id: institution,
      ...columnsOf(input),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordCategory(ctx, 'category.added', added);
  return ok(presentCategory(added, ctx.locale));
}

/** Refuses as `addCategory`, and parentId `own-subtree`. */
export async function changeCategory(
  ctx: Context,
  id: string,
  input: CategoryInput,
): Promise<Result<CategoryView, Refusal>> {
  const before = await ctx.tx.selectFrom('categories').selectAll().where('id', '=', id).executeTakeFirst();
  if (before === undefined) return err(refusal('not-found'));
  if (!manages(ctx.actor, 'organization.manage', before.institution_id))
    return err(refusal('not-authorized'));
  await lockInstitution(ctx.tx, before.institution_id);
  const refused = await inputRefusal(ctx.tx, before.institution_id, input, id);
  if (refused !== null) return err(refused);
  const changed = await ctx.tx
    .updateTable('categories')
    .set(columnsOf(input))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordCategory(ctx, 'category.changed', changed);
  return ok(presentCategory(changed, ctx.locale));
}

async function recordCategory(
  ctx: Context,
  kind: 'category.added' | 'category.changed',
  category: Selectable<Schema['categories']>,
): Promise<void> {
  const {
    id,
    institution_id: institution,
    parent_id: parentId,
    default_unit_id: defaultUnitId,
    active,
  } = category;
  const details = { parentId, defaultUnitId, active, suggestsOversight: category.suggests_oversight };
  await record(ctx, { kind, institution, subject: `category:${id}`, details });
}

/** `kemensos-bantuan-sembako`: readable in exports and links, unique over all institutions. */
export function categoryId(institution: string, name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 36);
  return `${institution}-${slug}`.replace(/-+/g, '-').replace(/-$/, '');
}

async function freeId(tx: Tx, wanted: string): Promise<string> {
  const rows = await tx.selectFrom('categories').select('id').where('id', 'like', `${wanted}%`).execute();
  const taken = new Set(rows.map((row) => row.id));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

async function inputRefusal(
  tx: Tx,
  institution: string,
  input: CategoryInput,
  ownId: string | null = null,
): Promise<Refusal | null> {
  if (input.defaultUnitId !== null && !(await hasActiveUnit(tx, institution, input.defaultUnitId))) {
    return atFault({ defaultUnitId: 'unknown' });
  }
  if (input.parentId === null) return null;
  const ancestors = await ancestorsOf(tx, institution, input.parentId);
  if (ancestors.length === 0) return atFault({ parentId: 'unknown' });
  return ownId !== null && ancestors.includes(ownId) ? atFault({ parentId: 'own-subtree' }) : null;
}

/** The category and everything above it; empty where the institution has no such category. */
async function ancestorsOf(tx: Tx, institution: string, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, parent_id from categories where id = ${id} and institution_id = ${institution}
      union
      select c.id, c.parent_id from categories c join up on c.id = up.parent_id
    )
    select id from up`.execute(tx);
  return rows.map((row) => row.id);
}

function columnsOf(input: CategoryInput) {
  return {
    parent_id: input.parentId,
    name: JSON.stringify(input.names),
    default_unit_id: input.defaultUnitId,
    suggests_oversight: input.suggestsOversight,
    active: input.active,
    position: input.position,
  };
}

function presentCategory(row: Selectable<Schema['categories']>, locale: Locale): CategoryView {
  return {
    id: row.id,
    institutionId: row.institution_id,
    parentId: row.parent_id,
    name: row.name[locale] ?? row.name.id ?? row.id,
    names: row.name,
    defaultUnitId: row.default_unit_id,
    suggestsOversight: row.suggests_oversight,
    active: row.active,
    position: row.position,
  };
}
