import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Static } from 'typebox';
import type { Refusal } from '../../../domain/shared/refusal.ts';
import { ok, type Result } from '../../../domain/shared/result.ts';
import type { Reading } from '../../context/index.ts';
import type { Candidates, Deputyships, DeputyshipView } from '../contract-deputies.ts';
import { dayOf } from './held-roles.ts';
import { readAbsent } from './reach-absent.ts';

const atMost = 20;

/** Who stands in for a person and for whom they do, the latest first, twenty of each. Refuses as `reachAbsent`. */
export async function listDeputyships(ctx: Reading, personId: string): Promise<Result<Deputyships, Refusal>> {
  const reached = await readAbsent(ctx, personId);
  if (!reached.ok) return reached;
  const [deputies, standsInFor] = await Promise.all([
    select(ctx, sql<SqlBool>`d.absent_id = ${personId}`),
    select(ctx, sql<SqlBool>`d.deputy_id = ${personId}`),
  ]);
  return ok({ deputies, standsInFor });
}

/** Active colleagues of the person by a part of their name, those of the same unit first. Refuses as `reachAbsent`. */
export async function listCandidates(
  ctx: Reading,
  personId: string,
  q: string,
): Promise<Result<Static<typeof Candidates>, Refusal>> {
  const reached = await readAbsent(ctx, personId);
  if (!reached.ok) return reached;
  const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Static<typeof Candidates>[number]>`
    select p.id, p.name, u.name as unit
      from people p left join units u on u.id = p.unit_id
     where p.institution_id = ${reached.value.institution} and p.active and p.id <> ${personId} and p.name ilike ${like}
       and not exists (select from person_roles g join roles r on r.id = g.role_id
                        where g.person_id = p.id and 'people.manage' = any (r.permissions))
     order by p.unit_id is distinct from (select a.unit_id from people a where a.id = ${personId}), p.name, p.id
     limit ${atMost}`.execute(ctx.tx);
  return ok([...rows]);
}

export async function getDeputyship(ctx: Reading, id: string): Promise<DeputyshipView> {
  const [view] = await select(ctx, sql<SqlBool>`d.id = ${id}`);
  if (view === undefined) throw new Error(`no deputyship ${id}`);
  return view;
}

async function select(ctx: Reading, where: RawBuilder<SqlBool>): Promise<DeputyshipView[]> {
  const day = dayOf(ctx.now);
  const { rows } = await sql<DeputyshipView>`
    select d.id, json_build_object('id', a.id, 'name', a.name, 'unit', au.name) as absent,
           json_build_object('id', s.id, 'name', s.name, 'unit', su.name) as deputy,
           d.from_day::text as "from", d.until_day::text as until, d.reason, d.ended_at as "endedAt",
           case when d.ended_at is not null then 'ended' when d.until_day < ${day}::date then 'over'
                when d.from_day > ${day}::date then 'coming' else 'running' end as state
      from deputyships d
      join people a on a.id = d.absent_id left join units au on au.id = a.unit_id
      join people s on s.id = d.deputy_id left join units su on su.id = s.unit_id
     where ${where} order by d.from_day desc, d.id desc limit ${atMost}`.execute(ctx.tx);
  return [...rows];
}
