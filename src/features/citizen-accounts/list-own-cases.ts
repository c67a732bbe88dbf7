import type { CaseState } from '../../domain/cases/case.ts';
import { nextClock } from '../../domain/cases/queue.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Reading } from '../context/index.ts';
import { asWritten, readReporter, sealedColumns } from '../reporters/index.ts';

/** A line of "Laporan saya". */
export interface OwnCase {
  readonly id: string;
  readonly number: string;
  /** In the reporter's own words. */
  readonly title: string;
  readonly status: string;
  /** How it was closed; null while it is not. */
  readonly closure: string | null;
  readonly institution: string;
  readonly receivedAt: string;
  readonly zone: string;
  /** By when something happens next; null: nothing is promised now. */
  readonly due: string | null;
}

export interface OwnCases {
  readonly items: readonly OwnCase[];
  /** Where the next page begins; null: this is the last. */
  readonly next: string | null;
}

const pageSize = 20;

/**
 * The cases kept in the account, those filed last first, from the one after `after`; one statement. A sealed one is
 * not among them, even in the moment before it is taken out. Refuses `not-signed-in`.
 */
export async function listOwnCases(ctx: Reading, after: string | null): Promise<Result<OwnCases, Refusal>> {
  if (ctx.account === undefined) return err(refusal('not-signed-in'));
  let query = ctx.tx
    .selectFrom('citizen_cases as kept')
    .innerJoin('cases', 'cases.id', 'kept.case_id')
    .innerJoin('institutions', 'institutions.id', 'cases.institution_id')
    .innerJoin('reporters', 'reporters.case_id', 'cases.id')
    .select(['cases.id', 'cases.state', 'institutions.name as institution'])
    .select([...sealedColumns])
    .where('kept.account_id', '=', ctx.account)
    .where('cases.status', '<>', 'sealed')
    .orderBy('kept.case_id', 'desc')
    .limit(pageSize + 1);
  if (after !== null) query = query.where('kept.case_id', '<', after);
  const rows = await query.execute();
  const items = rows.slice(0, pageSize).map((row): OwnCase => {
    const state = row.state as CaseState;
    const clock = nextClock(state);
    return {
      id: row.id,
      number: state.number,
      title: asWritten(readReporter(ctx.office, row, row.id), state.title),
      status: state.status,
      closure: state.closure?.kind ?? null,
      institution: row.institution,
      receivedAt: state.receivedAt,
      zone: state.zone,
      due: clock?.due ?? null,
    };
  });
  return ok({ items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null });
}
