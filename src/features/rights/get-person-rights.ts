import { sql } from 'kysely';
import { rolesOfActors } from '../../domain/procedures/next-steps.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { manages } from '../organizations/index.ts';
import type { PersonRights } from './contract.ts';
import { loadStaff, presentHeld, type StaffMember } from './load-staff.ts';

/**
 * What one person may see and do and because of which role; for whoever manages them and for themselves. It names no
 * case. Refuses `not-found`, also for somebody whom the reader does not manage.
 */
export async function getPersonRights(ctx: Reading, id: string): Promise<Result<PersonRights, Refusal>> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return err(refusal('not-signed-in'));
  const [member] = await loadStaff(ctx, sql`p.id = ${id}`, 1);
  if (member === undefined || !isOpenTo(ctx, member)) return err(refusal('not-found'));
  const procedures = await proceduresOf(ctx, member.institution);
  return ok({
    person: {
      id: member.actor.id,
      name: member.actor.name,
      unit: member.actor.unit?.name ?? null,
      active: member.active,
    },
    grants: member.grants.map((grant) => ({
      ...presentHeld(grant, ctx.locale),
      permissions: [...grant.permissions],
      steps: procedures.flatMap((procedure) => stepsOf(procedure, grant.role)),
    })),
  });
}

function isOpenTo({ actor }: Reading, member: StaffMember): boolean {
  if (actor.kind === 'person' && actor.id === member.actor.id) return true;
  return manages(actor, 'people.manage', member.institution, member.actor.unit?.path ?? null);
}

/** The SOP that the institution opens new cases with; for somebody of no institution every one. */
async function proceduresOf(
  { tx, office }: Reading,
  institution: string | null,
): Promise<readonly Procedure[]> {
  if (institution === null) return office.procedures.list();
  const { procedure_id: id } = await tx
    .selectFrom('institutions')
    .select('procedure_id')
    .where('id', '=', institution)
    .executeTakeFirstOrThrow();
  return [office.procedures.latest(id)];
}

function stepsOf(procedure: Procedure, role: string): PersonRights['grants'][number]['steps'] {
  return procedure.steps
    .filter(({ actors, standIns = [] }) => rolesOfActors(procedure, [...actors, ...standIns]).includes(role))
    .map(({ id, activity }) => ({ procedure: procedure.title, no: id, activity }));
}
