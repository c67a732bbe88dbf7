import { decide } from '../../domain/cases/decide.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import {
  type Attachment,
  type AttachmentPurpose,
  type Kept,
  keepFile,
  type SentFile,
} from '../attachments/index.ts';
import type { Context } from '../context/index.ts';
import { actOnCase, decisionContext } from './act-on-case.ts';

/**
 * Adds one file to a case, as an act like any other: whether it may be is decided before anything is kept, and
 * the log says that it came. The same file again is the one that is there, and no other event.
 * Refusals: `attachment-refused`, and whatever the case refuses.
 */
export async function addFile(
  ctx: Context,
  caseId: string,
  act: 'attachment' | 'reporter-attachment',
  sent: SentFile,
  purpose: AttachmentPurpose,
): Promise<Result<Attachment, Refusal>> {
  let kept: Result<Kept, Refusal> | undefined;
  // Under the case's lock: the same file sent twice at the same moment is found, and the count is right.
  const acted = await actOnCase(ctx, caseId, act, async (state) => {
    const allowed = decide(state, act, { name: '' }, decisionContext(ctx, state));
    if (!allowed.ok) return allowed;
    kept = await keepFile(ctx, sent, purpose, { caseId });
    if (!kept.ok) return kept;
    return kept.value.isKnown ? err(refusal('already-decided')) : ok({ name: kept.value.file.name });
  });
  if (kept?.ok === true && (acted.ok || kept.value.isKnown)) return ok(kept.value.file);
  return acted.ok ? err(refusal('not-found')) : acted;
}
