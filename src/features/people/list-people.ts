import { type SqlBool, sql } from 'kysely';
import type { Static } from 'typebox';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { manages } from '../organizations/index.ts';
import type { PersonList, PersonView } from './contract.ts';

const pageSize = 50;

/**
 * The people of an institution by name, whom the reader manages: all of it or of a subtree. `q` is part of a
 * name or an e-mail address. Refuses `not-authorized`.
 */
export async function listPeople(
  ctx: Context,
  institution: string,
  filter: { readonly q?: string | undefined; readonly cursor?: string | undefined },
): Promise<Result<Static<typeof PersonList>, Refusal>> {
  const reach = managedPaths(ctx, institution);
  if (reach === null) return err(refusal('not-authorized'));
  const after = readCursor(filter.cursor);
  const like = `%${(filter.q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await selectPeople(ctx)
    .where('p.institution_id', '=', institution)
    .$if(reach.length > 0, (query) =>
      query.where(sql<SqlBool>`u.path like any (${reach.map((path) => `${path}%`)}::text[])`),
    )
    .$if(like !== '%%', (query) => query.where(sql<SqlBool>`(p.name ilike ${like} or p.email ilike ${like})`))
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(p.name, p.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(pageSize + 1)
    .execute();
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return ok({
    items: page.map((row) => presentPerson(ctx, row)),
    next: last === undefined ? null : Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url'),
  });
}

export async function findPerson(ctx: Context, id: string): Promise<PersonView | undefined> {
  const row = await selectPeople(ctx).where('p.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : presentPerson(ctx, row);
}

/** Null: nothing; empty: the whole institution; else the subtrees. */
function managedPaths(ctx: Context, institution: string): readonly string[] | null {
  if (manages(ctx.actor, 'people.manage', institution)) return [];
  if (ctx.actor.kind !== 'person') return null;
  const paths = ctx.actor.grants.flatMap(({ unitPath }) =>
    unitPath !== null && manages(ctx.actor, 'people.manage', institution, unitPath) ? [unitPath] : [],
  );
  return paths.length === 0 ? null : paths;
}

function selectPeople(ctx: Context) {
  return ctx.tx
    .selectFrom('people as p')
    .leftJoin('units as u', 'u.id', 'p.unit_id')
    .select([
      'p.id',
      'p.name',
      'p.email',
      'p.active',
      'p.locked_until',
      'u.id as unit_id',
      'u.name as unit_name',
      sql<boolean>`exists (
        select 1 from totp_factors f where f.person_id = p.id and not f.pending
        union all select 1 from passkeys k where k.person_id = p.id)`.as('second_factor'),
      sql<string | null>`(select max(l.linked_at) from provider_links l where l.person_id = p.id)`.as(
        'provider_since',
      ),
      sql<number>`(
        select count(*)::int from case_assignments a where a.person_id = p.id and a.state = 'open')`.as(
        'open_assignments',
      ),
      sql<PersonView['invitation']>`(
        select json_build_object('expiresAt', i.expires_at, 'delivery', i.delivery)
        from invitations i where i.person_id = p.id)`.as('invitation'),
      sql<readonly HeldGrant[]>`(
        select coalesce(json_agg(json_build_object(
                 'roleId', g.role_id, 'unitId', g.unit_id, 'areaCode', g.area_code, 'categoryId', g.category_id,
                 'roleNames', r.name, 'unitName', gu.name, 'fromGroup', g.from_group) order by g.role_id, gu.name), '[]')
        from person_roles g
        join roles r on r.id = g.role_id
        left join units gu on gu.id = g.unit_id
        where g.person_id = p.id)`.as('grants'),
    ]);
}

interface HeldGrant {
  readonly roleId: string;
  readonly unitId: string | null;
  readonly areaCode: string | null;
  readonly categoryId: string | null;
  readonly roleNames: Readonly<Record<string, string>>;
  readonly unitName: string | null;
  readonly fromGroup: string | null;
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number];

function presentPerson(ctx: Context, row: Row): PersonView {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    active: row.active,
    lockedUntil: row.locked_until !== null && row.locked_until > ctx.now ? row.locked_until : null,
    secondFactor: row.second_factor,
    providerSince: row.provider_since,
    invitation: row.invitation,
    openAssignments: row.open_assignments,
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    grants: row.grants.map(({ roleNames, ...grant }) => ({
      ...grant,
      roleName: roleNames[ctx.locale] ?? roleNames.id ?? grant.roleId,
    })),
  };
}

/** A cursor that is not one of ours starts at the beginning. */
function readCursor(cursor: string | undefined): readonly [name: string, id: string] | null {
  if (cursor === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const [name, id] = Array.isArray(value) ? value : [];
    return typeof name === 'string' && /^[0-9a-f-]{36}$/.test(String(id)) ? [name, String(id)] : null;
  } catch {
    return null;
  }
}
