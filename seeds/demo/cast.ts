import type { Grant, PersonActor } from '../../src/domain/access/actor.ts';
import type { Permission } from '../../src/domain/access/permissions.ts';
import type { Context } from '../../src/features/context/index.ts';
import { listCategories } from '../../src/features/organizations/index.ts';
import { addPerson } from '../../src/features/people/index.ts';
import { type DemoPerson, emailOf, people } from './people.ts';
import { type InstitutionId, institutionIds } from './stage.ts';

/** Everybody and everything that stories call by name. Each throws where nothing bears the name. */
export interface Cast {
  person(institution: InstitutionId, key: string): PersonActor;
  unitId(institution: InstitutionId, name: string): string;
  categoryId(institution: InstitutionId, name: string): string;
}

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** Adds the people of the demo, all with the password of this hash, and gives whom stories can call. */
export async function hireEverybody(ctx: Context, passwordHash: string): Promise<Cast> {
  const units = await ofEach((institution) => unitsOf(ctx, institution));
  const categories = await ofEach((institution) => categoriesOf(ctx, institution));
  const permissions = await permissionsOf(ctx);
  const actors = new Map<string, PersonActor>();
  for (const person of people) {
    const unit = person.unit === null ? null : named(units[person.institution], person.unit);
    const id = await hire(ctx, person, unit, passwordHash);
    actors.set(emailOf(person), actorOf(person, id, unit, permissions));
  }
  return {
    person: (institution, key) => named(actors, emailOf({ key, institution })),
    unitId: (institution, name) => named(units[institution], name).id,
    categoryId: (institution, name) => named(categories[institution], name),
  };
}

async function ofEach<T>(
  work: (institution: InstitutionId) => Promise<T>,
): Promise<Readonly<Record<InstitutionId, T>>> {
  const found: [InstitutionId, T][] = [];
  for (const institution of institutionIds) found.push([institution, await work(institution)]);
  return Object.fromEntries(found) as Record<InstitutionId, T>;
}

async function hire(
  ctx: Context,
  person: DemoPerson,
  unit: Unit | null,
  passwordHash: string,
): Promise<string> {
  const input = {
    name: person.name,
    email: emailOf(person),
    unitId: unit?.id ?? null,
    active: true,
    grants: person.roles.map(({ role, reach }) => ({
      roleId: role,
      unitId: reach === 'own' ? (unit?.id ?? null) : null,
      areaCode: null,
      categoryId: null,
    })),
  };
  const added = await addPerson(ctx, person.institution, input, { password: '', hash: passwordHash });
  if (!added.ok) throw new Error(`${input.email}: refused ${JSON.stringify(added.error)}`);
  return added.value.person.id;
}

/** The person as the access rules see them, from the same grants that were just given. */
function actorOf(
  { name, institution, roles }: DemoPerson,
  id: string,
  unit: Unit | null,
  permissions: ReadonlyMap<string, readonly Permission[]>,
): PersonActor {
  const grants = roles.map(
    ({ role, reach }): Grant => ({
      role,
      permissions: named(permissions, role),
      institution,
      unitPath: reach === 'own' ? (unit?.path ?? null) : null,
      areaCode: null,
      categoryId: null,
    }),
  );
  return { kind: 'person', id, name, unit, grants };
}

async function permissionsOf(ctx: Context): Promise<ReadonlyMap<string, readonly Permission[]>> {
  const rows = await ctx.tx.selectFrom('roles').select(['id', 'permissions']).execute();
  return new Map(rows.map(({ id, permissions }) => [id, permissions as readonly Permission[]]));
}

async function unitsOf(ctx: Context, institution: string): Promise<ReadonlyMap<string, Unit>> {
  const rows = await ctx.tx
    .selectFrom('units')
    .select(['id', 'name', 'path'])
    .where('institution_id', '=', institution)
    .execute();
  return new Map(rows.map((unit) => [unit.name, unit]));
}

async function categoriesOf(ctx: Context, institution: string): Promise<ReadonlyMap<string, string>> {
  const rows = await listCategories(ctx.tx, institution, 'id');
  return new Map(rows.map(({ id, name }) => [name, id]));
}

function named<T>(known: ReadonlyMap<string, T>, name: string): T {
  const found = known.get(name);
  if (found === undefined) throw new Error(`nothing here is called ${name}`);
  return found;
}
