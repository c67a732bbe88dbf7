import type { Refusal } from '../domain/shared/refusal.ts';
import type { ReporterAct } from '../features/cases/contract.ts';
import type { Context } from '../features/context/index.ts';
import type { TrackingView } from '../features/submissions/contract.ts';
import { actAsReporter, findByAccess, getTracking } from '../features/submissions/index.ts';

export type Acted =
  | { readonly came: 'done'; readonly caseId: string; readonly view: TrackingView }
  | { readonly came: 'refused'; readonly caseId: string; readonly error: Refusal }
  /** The code opens nothing. */
  | { readonly came: 'missed' };

/** One act of whoever holds the code; which one, `choose` decides by what the case lets them do now. */
export async function actByCode(
  ctx: Context,
  code: string,
  choose: (may: readonly string[]) => ReporterAct,
  input: object,
): Promise<Acted> {
  const before = await getTracking(ctx, code);
  const found = await findByAccess(ctx, code);
  if (!before.ok || found === undefined) return { came: 'missed' };
  const done = await actAsReporter(ctx, code, choose(before.value.acts), input);
  if (!done.ok) return { came: 'refused', caseId: found.id, error: done.error };
  return { came: 'done', caseId: found.id, view: done.value };
}

/** Writing to the office answers what it has asked, where it waits for that. */
export function writes(may: readonly string[]): ReporterAct {
  return may.includes('completion') ? 'completion' : 'message';
}

/** Who rates what can still be contested agrees with it. */
export function rates(may: readonly string[]): ReporterAct {
  return may.includes('confirmation') ? 'confirmation' : 'rating';
}
