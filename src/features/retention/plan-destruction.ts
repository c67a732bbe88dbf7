import { type SqlBool, sql } from 'kysely';
import { systemActor } from '../../domain/access/actor.ts';
import type { CaseState } from '../../domain/cases/case.ts';
import { decide } from '../../domain/cases/decide.ts';
import type { Period } from '../../domain/privacy/processing.ts';
import { endOf, periodEnd, periodStart } from '../../domain/privacy/retention.ts';
import { translate } from '../../platform/i18n/index.ts';
import { decisionContext, notNamed } from '../cases/index.ts';
import type { Reading } from '../context/index.ts';
import type { RetentionItem } from './contract.ts';

/** How many are taken at once: a list that a person can still look through. */
const mostAtOnce = 200;

interface DestructionPlan {
  /** Those kept longest first, whether they would be destroyed or left. */
  readonly items: readonly RetentionItem[];
  readonly hasMore: boolean;
}

/**
 * The dry run: every case of an institution whose reporter's identity has been kept long enough, and what would become
 * of it, by the same decision as the destruction itself. Sealed cases are never in it: whoever reads the list must not
 * learn of them, and theirs is a matter of the inspectorate; nor are cases that are about the reader. Changes nothing.
 */
export async function planDestruction(
  ctx: Reading,
  institution: string,
  period: Period,
  zone: string,
): Promise<DestructionPlan> {
  const cutoff = periodStart(ctx.now, period, zone);
  const rows = await ctx.tx
    .selectFrom('cases')
    .innerJoin('reporters', 'reporters.case_id', 'cases.id')
    // What is destroyed leaves an empty seal.
    .where(sql<SqlBool>`octet_length(reporters.sealed) > 0`)
    .select(['cases.id', 'cases.number', 'cases.state'])
    .select(
      sql<number>`(select count(*)::int from attachments a where a.case_id = cases.id and a.sealed)`.as(
        'files',
      ),
    )
    .where('cases.institution_id', '=', institution)
    .where(notNamed(ctx.actor, sql.ref('cases.id')))
    .where('cases.status', 'in', ['closed', 'referred', 'archived'])
    // A case cannot have ended before it came in; when it did end is read from its state.
    .where(sql<SqlBool>`coalesce(cases.closed_at, cases.received_at) <= ${cutoff}`)
    .orderBy('cases.received_at')
    .orderBy('cases.id')
    .limit(mostAtOnce * 2)
    .execute();
  const items = rows.flatMap(({ id, number, state, files }) => {
    const item = itemOf(ctx, id, number, state as CaseState, files, period, zone);
    return item === null ? [] : [item];
  });
  return {
    items: items.slice(0, mostAtOnce),
    hasMore: items.length > mostAtOnce || rows.length === mostAtOnce * 2,
  };
}

function itemOf(
  ctx: Reading,
  caseId: string,
  caseNumber: string,
  state: CaseState,
  files: number,
  period: Period,
  zone: string,
): RetentionItem | null {
  const endedAt = endOf(state);
  // A report without a name has a seal, too, with nothing of a person in it.
  if (endedAt === null || (state.anonymous && state.hidesWords !== true && files === 0)) return null;
  const keptUntil = periodEnd(endedAt, period, zone);
  if (keptUntil > ctx.now) return null;
  const asSystem = decisionContext({ ...ctx, actor: systemActor }, state);
  const decided = decide(state, 'identity-destruction', { reason: '-', files }, asSystem);
  const left = decided.ok
    ? null
    : {
        code: decided.error.code,
        words: translate(ctx.locale, `problem.${decided.error.code}.detail`, decided.error.details),
      };
  return { caseId, caseNumber, endedAt, keptUntil, files, left };
}
