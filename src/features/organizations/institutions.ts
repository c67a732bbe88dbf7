import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Static } from 'typebox';
import { sealedProcedure } from '../../domain/procedures/procedure.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import { type Context, requireCurrent } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { InstitutionInput, InstitutionView, NewInstitution } from './contract.ts';
import { manages } from './rights.ts';

type Tx = Transaction<Schema>;
type Input = Static<typeof InstitutionInput>;

/** By name. Public: whom one can complain to is no secret. */
export async function listInstitutions(
  tx: Kysely<Schema>,
  options: { readonly withInactive?: boolean } = {},
): Promise<readonly InstitutionView[]> {
  const rows = await tx
    .selectFrom('institutions')
    .selectAll()
    .$if(options.withInactive !== true, (query) => query.where('active', '=', true))
    .orderBy('name')
    .execute();
  return rows.map(presentInstitution);
}

/** What a submission and its receipt need to know of the institution. */
export interface ReceivingInstitution {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly procedureId: string;
  /** The name of the unit that verifies, shown until a unit is responsible. */
  readonly frontUnit: string | null;
}

/** Active or not: for ids that come from our own rows. Throws where there is none. */
export async function getInstitution(tx: Tx, id: string): Promise<ReceivingInstitution> {
  return receiving(tx).where('institutions.id', '=', id).executeTakeFirstOrThrow();
}

/**
 * The active institution named; for null the one that takes in what names none, which is the one set up
 * first.
 */
export async function findReceivingInstitution(
  tx: Tx,
  id: string | null,
): Promise<ReceivingInstitution | undefined> {
  return receiving(tx)
    .where('institutions.active', '=', true)
    .$if(id !== null, (query) => query.where('institutions.id', '=', id))
    .orderBy('institutions.created_at')
    .orderBy('institutions.id')
    .limit(1)
    .executeTakeFirst();
}

function receiving(tx: Tx) {
  return tx
    .selectFrom('institutions')
    .leftJoin('units as front', 'front.id', 'institutions.front_unit_id')
    .select([
      'institutions.id',
      'institutions.name',
      'institutions.zone',
      'institutions.procedure_id as procedureId',
      'front.name as frontUnit',
    ]);
}

/**
 * Adds an institution, still without units. Only for those who manage the whole installation. Refuses
 * `not-authorized`, `invalid-input` (id `taken`, frontUnitId `unknown`,
 * procedureId `unknown`).
 */
export async function addInstitution(
  ctx: Context,
  input: Static<typeof NewInstitution>,
): Promise<Result<InstitutionView, Refusal>> {
  if (!manages(ctx.actor, 'organization.manage', null)) return err(refusal('not-authorized'));
  if (input.frontUnitId !== null) return err(atFault({ frontUnitId: 'unknown' }));
  if (!(await hasProcedure(ctx, input.procedureId))) return err(atFault({ procedureId: 'unknown' }));
  const added = await ctx.tx
    .insertInto('institutions')
    .values({ id: input.id, ...columnsOf(input), created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (added === undefined) return err(atFault({ id: 'taken' }));
  await record(ctx, { kind: 'institution.added', institution: input.id, details: settingsOf(input) });
  return ok(presentInstitution(added));
}

/**
 * Changes an institution's own data. Refuses `not-authorized`, `not-found`, `invalid-input` (frontUnitId
 * `unknown`: not an active unit of this institution; procedureId `unknown`). Open cases stay on
 * the procedure they opened with.
 */
export async function changeInstitution(
  ctx: Context,
  id: string,
  input: Input,
): Promise<Result<InstitutionView, Refusal>> {
  if (!manages(ctx.actor, 'organization.manage', id)) return err(refusal('not-authorized'));
  if (!(await lockInstitution(ctx.tx, id))) return err(refusal('not-found'));
  if (input.frontUnitId !== null && !(await hasActiveUnit(ctx.tx, id, input.frontUnitId))) {
    return err(atFault({ frontUnitId: 'unknown' }));
  }
  if (!(await hasProcedure(ctx, input.procedureId))) return err(atFault({ procedureId: 'unknown' }));
  const changed = await ctx.tx
    .updateTable('institutions')
    .set(columnsOf(input))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await record(ctx, { kind: 'institution.changed', institution: id, details: settingsOf(input) });
  return ok(presentInstitution(changed));
}

function settingsOf({ zone, procedureId, frontUnitId, active }: Input) {
  return { zone, procedureId, frontUnitId, active };
}

/**
 * Takes turns over the institution's tree until the transaction ends: two moves at once could otherwise make
 * a circle. Does not hinder anything that only refers to the institution.
 */
export async function lockInstitution(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('institutions')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** An input refused for what single fields hold; the codes have texts under `problem.field`. */
export function atFault(fields: Readonly<Record<string, string>>): Refusal {
  return { code: 'invalid-input', fields };
}

export async function hasActiveUnit(tx: Tx, institution: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('units')
    .select('id')
    .where('id', '=', id)
    .where('institution_id', '=', institution)
    .where('active', '=', true)
    .executeTakeFirst();
  return row !== undefined;
}

/** Shipped or released here, a moment ago and by another node too. */
async function hasProcedure({ tx, office }: Context, id: string): Promise<boolean> {
  // Ordinary cases would run by an inquiry's steps.
  if (id === sealedProcedure) return false;
  if (office.procedures.find(id) !== undefined) return true;
  const row = await tx.selectFrom('office_revision').select('revision').executeTakeFirstOrThrow();
  requireCurrent(office, row.revision);
  return false;
}

function columnsOf(input: Input) {
  return {
    name: input.name.trim(),
    short_name: input.shortName.trim(),
    zone: input.zone,
    procedure_id: input.procedureId,
    front_unit_id: input.frontUnitId,
    description: JSON.stringify(input.description),
    active: input.active,
  };
}

function presentInstitution(row: Selectable<Schema['institutions']>): InstitutionView {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    zone: row.zone as InstitutionView['zone'],
    procedureId: row.procedure_id,
    frontUnitId: row.front_unit_id,
    description: row.description,
    active: row.active,
  };
}
