import { readFile } from 'node:fs/promises';
import { sql, type Transaction } from 'kysely';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import { systemActor } from '../../domain/access/actor.ts';
import { permissions } from '../../domain/access/permissions.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Schema } from '../../platform/db/schema.ts';
import type { Context } from '../context/index.ts';
import { record } from '../ledger/index.ts';
import type { RoleView } from './contract.ts';

/** All roles, named in the reader's language. Refuses `not-signed-in`. */
export async function listRoles(ctx: Context): Promise<Result<Static<typeof RoleView>[], Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const rows = await ctx.tx.selectFrom('roles').selectAll().orderBy('id').execute();
  return ok(
    rows.map((row) => ({
      id: row.id,
      name: row.name[ctx.locale] ?? row.name.id ?? row.id,
      permissions: row.permissions,
    })),
  );
}

/**
 * Brings `roles.yaml` into the database: the file is right where both know a role, and a role that only the
 * database knows stays. What it changes stands in the ledger. Throws where the file names a permission that no rule
 * asks for.
 */
export async function importRoles(tx: Transaction<Schema>, path: string, now: string): Promise<void> {
  const roles = await readRoles(path);
  const before = await tx.selectFrom('roles').select(['id', 'permissions', 'second_factor']).execute();
  await tx
    .insertInto('roles')
    .values(
      roles.map(({ id, name, permissions, secondFactor = 'optional' }) => ({
        id,
        name: JSON.stringify(name),
        permissions,
        second_factor: secondFactor,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        name: sql`${eb.ref('excluded.name')}`,
        permissions: eb.ref('excluded.permissions'),
        second_factor: eb.ref('excluded.second_factor'),
      })),
    )
    .execute();
  const held = new Set(before.map((role) => rightsText(role.id, role.permissions, role.second_factor)));
  const changed = roles
    .filter(
      ({ id, permissions, secondFactor = 'optional' }) =>
        !held.has(rightsText(id, permissions, secondFactor)),
    )
    .map(({ id, permissions, secondFactor = 'optional' }) => ({ id, permissions, secondFactor }));
  if (changed.length === 0) return;
  const ctx = { tx, now, actor: systemActor };
  await record(ctx, { kind: 'roles.changed', institution: null, details: { roles: changed } });
}

function rightsText(id: string, permissions: readonly string[], secondFactor: string): string {
  return JSON.stringify([id, permissions, secondFactor]);
}

/**
 * For a world of invented people: no role asks for a second factor, until the next start brings the file in again.
 * Never for an installation that real people use.
 */
export async function relaxSecondFactors(tx: Transaction<Schema>): Promise<void> {
  await tx.updateTable('roles').set({ second_factor: 'optional' }).execute();
}

/** The ids of the roles that ship, without a database. Throws as `importRoles` does. */
export async function readRoleIds(path: string): Promise<readonly string[]> {
  return (await readRoles(path)).map(({ id }) => id);
}

async function readRoles(path: string): Promise<Static<typeof RoleFile>['roles']> {
  const content: unknown = parse(await readFile(path, 'utf8'));
  if (Value.Check(RoleFile, content)) return content.roles;
  const [fault] = Value.Errors(RoleFile, content);
  throw new Error(`${path}: ${fault?.instancePath} ${fault?.message}`);
}

const strict = { additionalProperties: false };
const RoleFile = Type.Object(
  {
    roles: Type.Array(
      Type.Object(
        {
          id: Type.String({ pattern: '^[a-z-]{2,40}$' }),
          name: Type.Object({ id: Type.String(), en: Type.String() }, strict),
          secondFactor: Type.Optional(Type.Enum(['required', 'optional'])),
          permissions: Type.Array(Type.Enum([...permissions])),
        },
        strict,
      ),
    ),
  },
  strict,
);
