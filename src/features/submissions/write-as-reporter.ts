import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../context/index.ts';
import { openReporter } from '../reporters/index.ts';
import { actAsReporter } from './act-as-reporter.ts';
import { getTracking } from './get-tracking.ts';

/**
 * Adds what a reporter says through somebody who filed for them and has no code: an answer where the office has asked,
 * a message otherwise. The seal is opened for the reporter alone; nothing of it leaves. Gives the number of the event.
 * Refusals: `identity-destroyed`, and whatever the case refuses.
 */
export async function writeAsReporter(
  ctx: Context,
  caseId: string,
  text: string,
): Promise<Result<{ readonly seq: number }, Refusal>> {
  const code = (await openReporter(ctx, caseId))?.trackingCode;
  if (code === undefined) return err(refusal('identity-destroyed'));
  const before = await getTracking(ctx, code);
  if (!before.ok) return before;
  const noun = before.value.acts.includes('completion') ? 'completion' : 'message';
  const done = await actAsReporter(ctx, code, noun, { text });
  if (!done.ok) return done;
  const own = done.value.timeline.findLast(
    ({ type, actor }) => actor.kind === 'reporter' && writings.includes(type),
  );
  return ok({ seq: own?.seq ?? 0 });
}

const writings: readonly string[] = ['ReporterCompleted', 'MessageFromReporter'];
