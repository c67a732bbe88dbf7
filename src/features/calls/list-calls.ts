import { sql } from 'kysely';
import type { Actor } from '../../domain/access/actor.ts';
import type { CallState } from '../../domain/calls/call.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { keyOf } from '../sealed-keys/index.ts';
import type { CallList } from './contract.ts';

/** What rang longer ago rings no more: the telephone system forgot to say so. */
const ringsFor = 10 * 60_000;
/** What nobody wrapped up in a working day is nobody's call any more. */
const heldFor = 12 * 3_600_000;

/**
 * What rings in the agent's institution, for them or for everybody, and their own calls until these are wrapped up;
 * oldest first. The number is opened for whose call it is. One statement. `only`: one call. Refuses `not-authorized`.
 */
export async function listCalls(
  ctx: Reading,
  only?: string,
): Promise<Result<Pick<CallList, 'items'>, Refusal>> {
  const { actor, now } = ctx;
  const institutions = institutionsTaken(actor);
  if (actor.kind !== 'person' || institutions.length === 0) return err(refusal('not-authorized'));
  const since = (ms: number) => new Date(Date.parse(now) - ms).toISOString();
  const rows = await ctx.tx
    .selectFrom('calls')
    .where('institution_id', 'in', [...institutions])
    .where('wrapped_up_at', 'is', null)
    .where('began_at', '>', since(heldFor))
    .where((eb) =>
      eb.or([
        eb('agent_id', '=', actor.id),
        eb.and([
          eb('agent_id', 'is', null),
          eb('state', '=', 'ringing'),
          eb('began_at', '>', since(ringsFor)),
        ]),
      ]),
    )
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .select([
      'id',
      'source_id as sourceId',
      'state',
      'agent_id as agentId',
      'caller as sealed',
      'began_at as beganAt',
      'answered_at as answeredAt',
      'ended_at as endedAt',
      'case_id as caseId',
      sql<Buffer | null>`case when agent_id = ${actor.id} and caller is not null then ${keyOf(sql.ref('calls.id'))} end`.as(
        'key',
      ),
    ])
    .orderBy('began_at')
    .orderBy('id')
    .limit(50)
    .execute();
  return ok({
    items: rows.map(({ agentId, sealed, key, state, ...row }) => ({
      ...row,
      state: state as CallState,
      mine: agentId === actor.id,
      caller:
        sealed === null || key === null
          ? null
          : ctx.office.keys.open({ wrappedKey: key, sealed }, row.id).toString(),
    })),
  });
}

/** The institutions whose calls a person answers; a role narrowed to an area or a category answers none. */
export function institutionsTaken(actor: Actor): readonly string[] {
  if (actor.kind !== 'person') return [];
  return actor.grants.flatMap(({ permissions, institution, unitPath: _unit, areaCode, categoryId }) =>
    permissions.includes('call.take') && areaCode === null && categoryId === null ? (institution ?? []) : [],
  );
}
