import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Transaction } from 'kysely';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import type { Schema } from '../../platform/db/schema.ts';
import { categoryId } from './categories.ts';
import { type InstitutionEntry, InstitutionFile, unitsOf } from './institution-file.ts';
import { pathBelow } from './unit-tree.ts';

type Tx = Transaction<Schema>;

/**
 * Adds what `institutions.yaml` names and the database does not have; a row that is there stays as it was
 * edited. Ids follow from the names, so it may run at every start. Throws where the file is not of its shape
 * or names a unit that it does not define.
 */
export async function importInstitutions(tx: Tx, path: string): Promise<void> {
  const content: unknown = parse(await readFile(path, 'utf8'));
  if (!Value.Check(InstitutionFile, content)) {
    const [fault] = Value.Errors(InstitutionFile, content);
    throw new Error(`${path}: ${fault?.instancePath} ${fault?.message}`);
  }
  for (const institution of content.institutions) await addMissing(tx, institution);
}

/** The id that an entry of the file gets: always the same for the same institution and name (RFC 9562, 8). */
export function unitIdOf(institution: string, name: string): string {
  const bytes = createHash('sha1').update(`tuntas/units/${institution}/${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

async function addMissing(tx: Tx, institution: InstitutionEntry): Promise<void> {
  const added = await tx
    .insertInto('institutions')
    .values({
      id: institution.id,
      name: institution.name,
      short_name: institution.shortName,
      zone: institution.zone,
      procedure_id: institution.procedure,
      front_unit_id: null,
      description: JSON.stringify(institution.description),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  await addUnits(tx, institution);
  await addCategories(tx, institution);
  // A front unit that somebody took away again stays away.
  if (added === undefined) return;
  await tx
    .updateTable('institutions')
    .set({ front_unit_id: definedUnit(institution, institution.frontUnit) })
    .where('id', '=', institution.id)
    .execute();
}

async function addUnits(tx: Tx, institution: InstitutionEntry): Promise<void> {
  const present = await tx
    .selectFrom('units')
    .select(['id', 'path'])
    .where('institution_id', '=', institution.id)
    .execute();
  // A parent may have been moved in the console since: what is new goes where it is now.
  const paths = new Map(present.map((unit) => [unit.id, unit.path]));
  const missing = unitsOf(institution).flatMap((unit) => {
    const id = unitIdOf(institution.id, unit.name);
    if (paths.has(id)) return [];
    const parentId = unit.parent === null ? null : unitIdOf(institution.id, unit.parent);
    const path = pathBelow(parentId === null ? null : (paths.get(parentId) ?? null), id);
    paths.set(id, path);
    return {
      id,
      institution_id: institution.id,
      parent_id: parentId,
      name: unit.name,
      kind: unit.kind,
      zone: unit.zone ?? institution.zone,
      area_code: unit.area ?? null,
      path,
      verified: unit.verified,
    };
  });
  if (missing.length > 0) await tx.insertInto('units').values(missing).execute();
}

async function addCategories(tx: Tx, institution: InstitutionEntry): Promise<void> {
  const categories = institution.categories.map((category, index) => ({
    id: categoryId(institution.id, category.name.id),
    institution_id: institution.id,
    parent_id: null,
    name: JSON.stringify(category.name),
    default_unit_id: category.unit === undefined ? null : definedUnit(institution, category.unit),
    suggests_oversight: category.suggestsOversight ?? false,
    position: (index + 1) * 10,
  }));
  if (categories.length === 0) return;
  await tx
    .insertInto('categories')
    .values(categories)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function definedUnit(institution: InstitutionEntry, name: string): string {
  if (!unitsOf(institution).some((unit) => unit.name === name)) {
    throw new Error(`institution ${institution.id} has no unit "${name}"`);
  }
  return unitIdOf(institution.id, name);
}
