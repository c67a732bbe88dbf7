import type { RelayChannel } from '../../domain/cases/words.ts';
import { maskOwn } from '../../domain/privacy/sealed-words.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import { storable } from '../../domain/shared/storable.ts';
import type { Context } from '../context/index.ts';
import { everybodyIn, keepWritten, openReporter } from '../reporters/index.ts';
import { type Acted, actOnCase } from './act-on-case.ts';

/** What a reporter said later, with the way by which it came. */
export type Relayed =
  | { readonly noun: 'relay'; readonly input: { readonly text: string; readonly via: RelayChannel } }
  | {
      readonly noun: 'relay-objection';
      readonly input: { readonly reason: string; readonly via: RelayChannel };
    };

/**
 * Enters it as if they had written it by their code: what tells who they are is dots for the office, and the original
 * lies sealed. Refusals: whatever the case refuses.
 */
export async function relayReply(
  ctx: Context,
  caseId: string,
  { noun, input }: Relayed,
  expectedVersion?: number,
): Promise<Result<Acted, Refusal>> {
  const original = storable('text' in input ? input.text : input.reason).trim();
  let shown = original;
  const hide = async () => {
    const reporter = await openReporter(ctx, caseId);
    shown = maskOwn(original, ...(reporter === undefined ? [] : everybodyIn(reporter)));
    return shown;
  };
  const { via } = input;
  const acted =
    noun === 'relay'
      ? await actOnCase(ctx, caseId, noun, async () => ok({ text: await hide(), via }), expectedVersion)
      : await actOnCase(ctx, caseId, noun, async () => ok({ reason: await hide(), via }), expectedVersion);
  if (acted.ok && shown !== original) await keepWritten(ctx, caseId, [{ shown, original }]);
  return acted;
}
