import type { CaseState } from '../domain/cases/case.ts';
import { readTrackingCode } from '../domain/privacy/tracking-code.ts';
import { presentClock } from '../features/cases/index.ts';
import type { House } from './serve.ts';

/** `tuntas explain-clocks CODE|NUMBER`: the arithmetic of every clock of one case. Null: no such case. */
export async function explainClocks(house: House, typed: string): Promise<readonly string[] | null> {
  const { database, office, clock } = house;
  const code = readTrackingCode(typed);
  let query = database.kysely.selectFrom('cases').select(['number', 'state']);
  query =
    code === null
      ? query.where('number', '=', typed)
      : query.where('tracking_hash', '=', office.keys.hash('tracking', code));
  const row = await query.executeTakeFirst();
  if (row === undefined) return null;
  const state = row.state as CaseState;
  const views = state.clocks.map((one) => presentClock({ now: clock(), office, locale: 'id' }, one));
  return [
    `${row.number}`,
    ...views.map(
      (view) =>
        `- ${view.rule}: ${view.due ?? '—'} (${view.outcome})\n  ${view.explanation}\n  ${view.source}`,
    ),
  ];
}
