import { maskOwn } from '../../domain/privacy/sealed-words.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import type { Context } from '../context/index.ts';
import { everybodyIn, keepWritten, openReporter } from '../reporters/index.ts';
import { type Acted, actOnCase } from './act-on-case.ts';
import type { ActInput } from './contract.ts';

/**
 * Enters what the reporter said later, as if they had written it by their code: what tells who they are is dots for the
 * office, and the original lies sealed. Refusals: whatever the case refuses.
 */
export async function relayReply(
  ctx: Context,
  caseId: string,
  { text, via }: ActInput<'relay'>,
  expectedVersion?: number,
): Promise<Result<Acted, Refusal>> {
  const original = storable(text).trim();
  let shown = original;
  const acted = await actOnCase(
    ctx,
    caseId,
    'relay',
    async () => {
      const reporter = await openReporter(ctx, caseId);
      shown = maskOwn(original, ...(reporter === undefined ? [] : everybodyIn(reporter)));
      return ok({ text: shown, via });
    },
    expectedVersion,
  );
  if (acted.ok && shown !== original) await keepWritten(ctx, caseId, [{ shown, original }]);
  return acted;
}
