import { type SqlBool, sql } from 'kysely';
import type { Static } from 'typebox';
import type { EntryKind } from '../../domain/ledger/entry.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import { type Context, staleProof } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import { atFault, manages } from '../organizations/index.ts';
import type { PersonCreated, PersonInput, PersonView } from './contract.ts';
import { endDeputyshipsOf } from './deputies/name-deputy.ts';
import { dropFactors, findFactors, hasFactor } from './factors.ts';
import { grantRefusal, weighGrants } from './grant-rules.ts';
import { findPerson } from './list-people.ts';
import { endSessions } from './own-sessions.ts';

/** A password made for somebody else: shown once, stored only as its hash. */
export interface FirstPassword {
  readonly password: string;
  readonly hash: string;
}

/**
 * Adds a person, with a first password or, for somebody who is invited, none. Null for `institution`: somebody of the whole installation. Refuses
 * `not-authorized`, `not-found`, `invalid-input` (email `not-an-email` or `taken`, unitId `unknown`,
 * grants as `grantRefusal` and `weighGrants`), `step-up-needed` where a role is given.
 */
export async function addPerson(
  ctx: Context,
  institution: string | null,
  input: PersonInput,
  first: FirstPassword | null,
): Promise<Result<Static<typeof PersonCreated>, Refusal>> {
  const stale = input.grants.length === 0 ? null : staleProof(ctx);
  const refused = (await inputRefusal(ctx, institution, input, null)) ?? stale;
  if (refused !== null) return err(refused);
  const id = uuidv7(Date.parse(ctx.now));
  await ctx.tx
    .insertInto('people')
    .values({
      id,
      institution_id: institution,
      unit_id: input.unitId,
      name: input.name.trim(),
      email: emailOf(input),
      password_hash: first?.hash ?? null,
      active: input.active,
      created_at: ctx.now,
    })
    .execute();
  await setGrants(ctx, id, input.grants);
  const { active, grants } = input;
  await record(ctx, {
    kind: 'person.added',
    institution,
    subject: subjectOf(id),
    details: { active, grants },
  });
  return ok({ person: await getPerson(ctx, id), password: first?.password ?? null });
}

/**
 * Changes a person; the grants given replace those held. Deactivating ends every session at once, and so does a role
 * that requires a second factor where there is none. Refuses as
 * `addPerson`, and `same-person`: nobody administers himself, least of all his own rights.
 */
export async function changePerson(
  ctx: Context,
  id: string,
  input: PersonInput,
): Promise<Result<PersonView, Refusal>> {
  const subject = await reachPerson(ctx, id);
  if (!subject.ok) return subject;
  const refused = await inputRefusal(ctx, subject.value.institution, input, id);
  if (refused !== null) return err(refused);
  if (await changesGrants(ctx, id, input.grants)) {
    const stale = staleProof(ctx);
    if (stale !== null) return err(stale);
  }
  await ctx.tx
    .updateTable('people')
    .set({ unit_id: input.unitId, name: input.name.trim(), email: emailOf(input), active: input.active })
    .where('id', '=', id)
    .execute();
  await setGrants(ctx, id, input.grants);
  const factors = await findFactors(ctx, id);
  // A new role may ask for more than the session was opened with.
  if (!input.active || (factors.required && !hasFactor(factors))) await endSessions(ctx, id);
  if (!input.active) await endDeputyshipsOf(ctx, id);
  const { active, grants, unitId } = input;
  await recordOf(ctx, 'person.changed', id, { active, unitId, grants });
  return ok(await getPerson(ctx, id));
}

/** Gives a new first password, ends every session, and unlocks. Refuses `not-found`, `not-authorized`, `same-person`. */
export async function resetPassword(
  ctx: Context,
  id: string,
  first: FirstPassword,
): Promise<Result<Static<typeof PersonCreated>, Refusal>> {
  const subject = await reachPerson(ctx, id);
  if (!subject.ok) return subject;
  await ctx.tx
    .updateTable('people')
    .set({ password_hash: first.hash, failed_attempts: 0, locked_until: null })
    .where('id', '=', id)
    .execute();
  await endSessions(ctx, id);
  await recordOf(ctx, 'person.password-reset', id);
  return ok({ person: await getPerson(ctx, id), password: first.password });
}

/**
 * Takes away what a person signs in with besides the password, for the day on which a telephone and the recovery codes
 * are lost, and ends every session. Where a role requires a second factor they set one up at the next sign-in; give a
 * new password with it where the old one may be known. Refuses as `resetPassword`, and `step-up-needed`.
 */
export async function resetFactors(ctx: Context, id: string): Promise<Result<PersonView, Refusal>> {
  const subject = await reachPerson(ctx, id);
  if (!subject.ok) return subject;
  const stale = staleProof(ctx);
  if (stale !== null) return err(stale);
  await dropFactors(ctx, id);
  await endSessions(ctx, id);
  await recordOf(ctx, 'person.second-factor-reset', id);
  return ok(await getPerson(ctx, id));
}

/** Lifts the lock that wrong passwords caused. Refuses as `resetPassword`. */
export async function unlockPerson(ctx: Context, id: string): Promise<Result<PersonView, Refusal>> {
  const subject = await reachPerson(ctx, id);
  if (!subject.ok) return subject;
  await ctx.tx
    .updateTable('people')
    .set({ failed_attempts: 0, locked_until: null })
    .where('id', '=', id)
    .execute();
  await recordOf(ctx, 'person.unlocked', id);
  return ok(await getPerson(ctx, id));
}

/** Writes down what was done to a person's account. */
export async function recordOf(
  ctx: Context,
  kind: EntryKind,
  id: string,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> {
  const more = details === undefined ? {} : { details };
  await record(ctx, { kind, institution: { ofPerson: id }, subject: subjectOf(id), ...more });
}

function subjectOf(id: string): string {
  return `person:${id}`;
}

/**
 * The person locked, if the actor may administer them: in his reach, and holding nothing that he could not
 * give. Otherwise the password of somebody mightier would be his for the asking.
 */
export async function reachPerson(
  ctx: Context,
  id: string,
): Promise<Result<{ institution: string | null }, Refusal>> {
  if (ctx.actor.kind === 'person' && ctx.actor.id === id) return err(refusal('same-person'));
  const person = await ctx.tx
    .selectFrom('people')
    .leftJoin('units', 'units.id', 'people.unit_id')
    .select(['people.institution_id', 'units.path'])
    .where('people.id', '=', id)
    .forUpdate('people')
    .executeTakeFirst();
  if (person === undefined) return err(refusal('not-found'));
  const { institution_id: institution, path } = person;
  if (!manages(ctx.actor, 'people.manage', institution, path)) return err(refusal('not-authorized'));
  const held = await ctx.tx
    .selectFrom('person_roles')
    .innerJoin('roles', 'roles.id', 'person_roles.role_id')
    .leftJoin('units', 'units.id', 'person_roles.unit_id')
    .select(['roles.permissions', 'units.path as unitPath'])
    .where('person_id', '=', id)
    .$castTo<Parameters<typeof grantRefusal>[2][number]>()
    .execute();
  const refused = grantRefusal(ctx, institution, held);
  return refused?.code === 'not-authorized' ? err(refused) : ok({ institution });
}

async function inputRefusal(
  ctx: Context,
  institution: string | null,
  input: PersonInput,
  ownId: string | null,
): Promise<Refusal | null> {
  const unit = input.unitId === null ? null : await findUnit(ctx, institution, input.unitId);
  if (!manages(ctx.actor, 'people.manage', institution, unit?.path ?? null)) return refusal('not-authorized');
  if (!(await institutionExists(ctx, institution))) return refusal('not-found');
  if (input.name.trim() === '') return atFault({ name: 'required' });
  if (!/^[^\s@]+@[^\s@]+$/.test(emailOf(input))) return atFault({ email: 'not-an-email' });
  if (unit === undefined) return atFault({ unitId: 'unknown' });
  if (await isTaken(ctx, emailOf(input), ownId)) return atFault({ email: 'taken' });
  const weighed = await weighGrants(ctx, institution, input.grants);
  return weighed.ok ? grantRefusal(ctx, institution, weighed.value) : weighed.error;
}

async function findUnit(ctx: Context, institution: string | null, id: string) {
  if (institution === null) return undefined;
  return ctx.tx
    .selectFrom('units')
    .select('path')
    .where('id', '=', id)
    .where('institution_id', '=', institution)
    .where('active', '=', true)
    .executeTakeFirst();
}

async function institutionExists(ctx: Context, id: string | null): Promise<boolean> {
  if (id === null) return true;
  const row = await ctx.tx.selectFrom('institutions').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

async function isTaken(ctx: Context, email: string, ownId: string | null): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('people')
    .select('id')
    .where(sql<SqlBool>`lower(email) = ${email}`)
    .executeTakeFirst();
  return row !== undefined && row.id !== ownId;
}

/** Whether what the person would hold is another set than what they hold. */
async function changesGrants(ctx: Context, id: string, grants: PersonInput['grants']): Promise<boolean> {
  const held = await ctx.tx
    .selectFrom('person_roles')
    .select(['role_id', 'unit_id', 'area_code', 'category_id'])
    .where('person_id', '=', id)
    .where('from_group', 'is', null)
    .execute();
  const before = held.map((one) =>
    JSON.stringify([one.role_id, one.unit_id, one.area_code, one.category_id]),
  );
  const after = grants.map((one) => JSON.stringify([one.roleId, one.unitId, one.areaCode, one.categoryId]));
  return before.toSorted().join() !== [...new Set(after)].toSorted().join();
}

/** What follows from groups at the provider stays; what is given here as well no longer depends on them. */
async function setGrants(ctx: Context, personId: string, grants: PersonInput['grants']): Promise<void> {
  await ctx.tx
    .deleteFrom('person_roles')
    .where('person_id', '=', personId)
    .where('from_group', 'is', null)
    .execute();
  if (grants.length === 0) return;
  await ctx.tx
    .insertInto('person_roles')
    .values(
      distinctGrants(grants).map((grant) => ({
        person_id: personId,
        role_id: grant.roleId,
        unit_id: grant.unitId,
        area_code: grant.areaCode,
        category_id: grant.categoryId,
        granted_at: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'role_id', 'unit_id', 'area_code', 'category_id'])
        .doUpdateSet({ from_group: null }),
    )
    .execute();
}

function distinctGrants(grants: PersonInput['grants']): PersonInput['grants'] {
  const keyed = grants.map(
    (one) => [JSON.stringify([one.roleId, one.unitId, one.areaCode, one.categoryId]), one] as const,
  );
  return [...new Map(keyed).values()];
}

async function getPerson(ctx: Context, id: string): Promise<PersonView> {
  const person = await findPerson(ctx, id);
  if (person === undefined) throw new Error(`no person ${id}`);
  return person;
}

function emailOf(input: PersonInput): string {
  return input.email.trim().toLowerCase();
}
