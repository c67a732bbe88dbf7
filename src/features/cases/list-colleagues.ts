import { sql } from 'kysely';
import type { Static } from 'typebox';
import { availableActs } from '../../domain/cases/decide.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { decisionContext } from './act-on-case.ts';
import type { Colleague } from './contract.ts';
import { isInReach } from './in-reach.ts';
import { findCase } from './store.ts';

const atMost = 20;

/**
 * People of the case's institution by a part of their name, for whoever may say that the case is about one of them.
 * Refuses `not-found` like any act on the case, and `not-authorized`.
 */
export async function listColleagues(
  ctx: Reading,
  caseId: string,
  q: string,
): Promise<Result<Static<typeof Colleague>[], Refusal>> {
  if (ctx.actor.kind !== 'person') return err(refusal('not-signed-in'));
  const state = await findCase(ctx.tx, caseId);
  if (state === undefined || !isInReach(ctx.actor, state)) return err(refusal('not-found'));
  if (!availableActs(state, decisionContext(ctx, state)).includes('conflict'))
    return err(refusal('not-authorized'));
  const like = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: string; name: string; unit: string | null }>`
    select p.id, p.name, u.name as unit from people p left join units u on u.id = p.unit_id
     where p.institution_id = ${state.institution} and p.name ilike ${like}
     order by p.active desc, p.name, p.id limit ${atMost}`.execute(ctx.tx);
  return ok(rows.map(({ id, name, unit }) => ({ personId: id, name, unit })));
}
