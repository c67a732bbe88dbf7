import { sql } from 'kysely';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { mayBeSeen, trafficReach } from './reach.ts';

/**
 * The message that somebody wants to decide about, held until the end of the transaction. Only what was set aside, or laid
 * aside for good, is open to a decision: of what was read the case tells. Refusals: `not-authorized`, `not-found`.
 */
export async function lockSetAside(ctx: Context, id: string): Promise<Result<SetAside, Refusal>> {
  const reach = trafficReach(ctx.actor, ['message.handle']);
  if (!reach.ok) return err(reach.error);
  const { institutions } = reach.value;
  const row = await ctx.tx
    .selectFrom('messages')
    .select(['id', 'channel', 'sender', 'institution_id', 'state', 'taken_as'])
    .where('id', '=', id)
    .where('state', 'in', ['set-aside', 'discarded'])
    .where('part_of', 'is', null)
    .$if(institutions !== null, (query) => query.where('institution_id', 'in', [...(institutions ?? [])]))
    .where(mayBeSeen(reach.value, sql.ref('messages.case_id')))
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? err(refusal('not-found')) : ok(row);
}

export interface SetAside {
  readonly id: string;
  readonly channel: string;
  readonly sender: Buffer;
  readonly institution_id: string | null;
  readonly state: string;
  readonly taken_as: string | null;
}
