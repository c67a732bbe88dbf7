import { sql } from 'kysely';
import type { Absent } from '../../domain/access/actor.ts';
import { type Permission, permissions } from '../../domain/access/permissions.ts';
import type { Reading } from '../context/index.ts';
import type { SessionView } from './contract.ts';
import { dayOf, heldRoles } from './deputies/held-roles.ts';
import { csrfTokenOf, hashOfToken } from './find-actor.ts';
import { minutesFrom, signInLimits } from './limits.ts';

/**
 * Who is signed in with this token and what they hold anywhere, for menus and the account page. `expiresAt` is
 * when the session ends without a further request. Undefined where there is no such session.
 */
export async function viewSession(ctx: Reading, token: string): Promise<SessionView | undefined> {
  const { rows } = await sql<Row>`
    select s.expires_at, p.id, p.name, p.email, p.locale, u.id as unit_id, u.name as unit_name,
           i.id as institution_id, i.name as institution_name, i.short_name as institution_short_name,
           (select coalesce(json_agg(json_build_object(
                     'id', r.id, 'names', r.name, 'permissions', r.permissions, 'unit', gu.name,
                     'onBehalfOf', g.on_behalf_of) order by r.id, gu.name), '[]')
              from ${heldRoles(ctx.now)} g
              join roles r on r.id = g.role_id
              left join units gu on gu.id = g.unit_id) as roles,
           (select json_build_object('name', q.name, 'until', d.until_day::text)
              from deputyships d join people q on q.id = d.deputy_id and q.active
             where d.absent_id = p.id and d.ended_at is null
               and ${dayOf(ctx.now)}::date between d.from_day and d.until_day limit 1) as deputy
    from sessions s
    join people p on p.id = s.person_id
    left join units u on u.id = p.unit_id
    left join institutions i on i.id = p.institution_id
    where s.token_hash = ${hashOfToken(ctx.office.keys, token)}`.execute(ctx.tx);
  const [row] = rows;
  if (row === undefined) return undefined;
  const held = new Set(row.roles.flatMap((role) => role.permissions));
  const idleEnd = minutesFrom(ctx.now, signInLimits.idleMinutes);
  return {
    person: {
      id: row.id,
      name: row.name,
      email: row.email,
      locale: row.locale,
      unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
      institution:
        row.institution_id === null
          ? null
          : {
              id: row.institution_id,
              name: row.institution_name ?? '',
              shortName: row.institution_short_name ?? '',
            },
      roles: row.roles
        .filter(({ onBehalfOf }) => onBehalfOf === null)
        .map(({ id, names, unit }) => ({
          id,
          name: names[ctx.locale] ?? names.id ?? id,
          unit,
        })),
    },
    permissions: permissions.filter((permission) => held.has(permission)),
    standsInFor: [
      ...new Map(
        row.roles.flatMap(({ onBehalfOf }) =>
          onBehalfOf === null ? [] : [[onBehalfOf.id, onBehalfOf] as const],
        ),
      ).values(),
    ].map(({ id, name, until }) => ({ id, name, until })),
    deputy: row.deputy,
    expiresAt: [idleEnd, row.expires_at].toSorted()[0] ?? idleEnd,
    csrfToken: csrfTokenOf(ctx.office.keys, token),
  };
}

interface Row {
  readonly expires_at: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly institution_id: string | null;
  readonly institution_name: string | null;
  readonly institution_short_name: string | null;
  readonly roles: readonly {
    readonly id: string;
    readonly names: Readonly<Record<string, string>>;
    readonly permissions: readonly Permission[];
    readonly unit: string | null;
    readonly onBehalfOf: Absent | null;
  }[];
  readonly deputy: { readonly name: string; readonly until: string } | null;
}
