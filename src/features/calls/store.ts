import { sql } from 'kysely';
import type { CallMoments, CallState } from '../../domain/calls/call.ts';
import { storable } from '../../domain/shared/storable.ts';
import { uuidv7 } from '../../platform/crypto/random.ts';
import type { Write } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import { destroyKeys, keepKey } from '../sealed-keys/index.ts';

/** A day, as `call-number` of rules/retention.yaml says: what is to stay of it stands in the case by then. */
const keptHours = 24;

export interface NewCall extends CallMoments {
  readonly institution: string;
  readonly sourceId: string | null;
  readonly agentId: string | null;
  readonly caller: string | null;
}

/** The writes of a new call, with its number sealed under a key of its own. */
export function newCall(
  ctx: Context,
  call: NewCall,
): { readonly id: string; readonly writes: readonly Write[] } {
  const id = uuidv7(Date.parse(ctx.now));
  const number = storable(call.caller ?? '').trim();
  const sealed = number === '' ? null : ctx.office.keys.seal(number, id);
  const row = ctx.tx.insertInto('calls').values({
    id,
    institution_id: call.institution,
    source_id: call.sourceId,
    agent_id: call.agentId,
    state: call.state,
    began_at: call.beganAt,
    answered_at: call.answeredAt,
    ended_at: call.endedAt,
    caller: sealed?.sealed ?? null,
  });
  return { id, writes: sealed === null ? [row] : [row, keepKey(ctx.tx, id, sealed.wrappedKey)] };
}

export interface CallRow extends CallMoments {
  readonly id: string;
  readonly institution: string;
  readonly agentId: string | null;
  readonly caseId: string | null;
  readonly wrapUp: string | null;
}

/** One call under a lock, by what the statement is told to look for. */
export async function findCall(
  { tx }: Pick<Context, 'tx'>,
  by: { readonly id: string } | { readonly institution: string; readonly sourceId: string },
): Promise<CallRow | undefined> {
  const row = await tx
    .selectFrom('calls')
    .select([
      'id',
      'institution_id as institution',
      'agent_id as agentId',
      'state',
      'began_at as beganAt',
      'answered_at as answeredAt',
      'ended_at as endedAt',
      'case_id as caseId',
      'wrap_up as wrapUp',
    ])
    .$if('id' in by, (query) => query.where('id', '=', 'id' in by ? by.id : ''))
    .$if('sourceId' in by, (query) =>
      query
        .where('institution_id', '=', 'sourceId' in by ? by.institution : '')
        .where('source_id', '=', 'sourceId' in by ? by.sourceId : ''),
    )
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, state: row.state as CallState };
}

/** Destroys the caller's number: its key, and what it sealed. */
export async function forgetCaller({ tx }: Pick<Context, 'tx'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await destroyKeys(tx, ids);
  await tx
    .updateTable('calls')
    .set({ caller: null })
    .where('id', 'in', [...ids])
    .execute();
}

/** Of calls that nobody wrapped up the number goes after a day. */
export async function sweepCallers(ctx: Context): Promise<void> {
  const before = new Date(Date.parse(ctx.now) - keptHours * 3_600_000).toISOString();
  const rows = await ctx.tx
    .selectFrom('calls')
    .select('id')
    .where('caller', 'is not', null)
    .where('began_at', '<', before)
    .limit(1000)
    .execute();
  await forgetCaller(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** What a case was told of by telephone, for the statement that reads it. */
export const callsColumn = sql<
  readonly {
    readonly sourceId: string | null;
    readonly beganAt: string;
    readonly answeredAt: string | null;
    readonly endedAt: string | null;
    readonly wrapUp: string | null;
    readonly agent: string | null;
  }[]
>`(
  select coalesce(json_agg(json_build_object(
           'sourceId', c.source_id, 'beganAt', c.began_at, 'answeredAt', c.answered_at, 'endedAt', c.ended_at,
           'wrapUp', c.wrap_up, 'agent', p.name) order by c.began_at), '[]')
    from calls c left join people p on p.id = c.agent_id
   where c.case_id = cases.id)`;

/** A case that goes to the whistle-blowing system leaves no trace in what it came by. */
export async function unlinkCalls({ tx }: Pick<Context, 'tx'>, caseId: string): Promise<void> {
  await tx.updateTable('calls').set({ case_id: null }).where('case_id', '=', caseId).execute();
}
