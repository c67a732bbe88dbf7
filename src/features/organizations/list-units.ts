import type { Selectable, Transaction } from 'kysely';
import type { UnitRef } from '../../domain/cases/case.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { UnitView } from './contract.ts';
import { depthOf, inTreeOrder } from './unit-tree.ts';

type Tx = Transaction<Schema>;

/** The institution's units in tree order, each with its depth. */
export async function listUnits(
  tx: Tx,
  institution: string,
  options: { readonly withInactive?: boolean } = {},
): Promise<readonly UnitView[]> {
  const rows = await tx
    .selectFrom('units')
    .selectAll()
    .where('institution_id', '=', institution)
    .$if(options.withInactive !== true, (query) => query.where('active', '=', true))
    .execute();
  return inTreeOrder(rows.map(presentUnit));
}

/** The unit as a case remembers it; undefined where there is none or it is no longer active. */
export async function findUnitRef(tx: Tx, id: string): Promise<UnitRef | undefined> {
  return unitRefs(tx).where('id', '=', id).executeTakeFirst();
}

/** The institution's active units among `ids`, by id. */
export async function getUnitRefs(
  tx: Tx,
  institution: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UnitRef>> {
  if (ids.length === 0) return new Map();
  const found = await unitRefs(tx)
    .where('id', 'in', [...ids])
    .where('institution_id', '=', institution)
    .execute();
  return new Map(found.map((unit) => [unit.id, unit]));
}

function unitRefs(tx: Tx) {
  return tx
    .selectFrom('units')
    .select(['id', 'name', 'path', 'zone', 'area_code as area'])
    .where('active', '=', true);
}

export function presentUnit(row: Selectable<Schema['units']>): UnitView {
  return {
    id: row.id,
    institutionId: row.institution_id,
    parentId: row.parent_id,
    name: row.name,
    kind: row.kind,
    zone: row.zone as UnitView['zone'],
    areaCode: row.area_code,
    depth: depthOf(row.path),
    verified: row.verified,
    active: row.active,
  };
}
