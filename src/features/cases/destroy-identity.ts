import { decide } from '../../domain/cases/decide.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { type Write, writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites } from '../../platform/jobs/enqueue.ts';
import { listSealedFiles } from '../attachments/index.ts';
import { type Context, staleProof } from '../context/index.ts';
import { destroyMessagesOf } from '../messages/index.ts';
import { shredReporter } from '../reporters/index.ts';
import { type Acted, actOnCase, decisionContext } from './act-on-case.ts';
import { findCase } from './store.ts';

/**
 * Destroys a reporter's identity and sealed files for good, as an act with its event; nothing but the event tells of
 * them afterwards. Refusals: `case-open`, `reporter-may-object`, `legal-hold`, `identity-destroyed`, `step-up-needed`.
 */
export async function destroyIdentity(
  ctx: Context,
  caseId: string,
  { reason, run }: { readonly reason: string; readonly run?: DestructionRun },
  expectedVersion?: number,
): Promise<Result<Acted, Refusal>> {
  let files: Awaited<ReturnType<typeof listSealedFiles>> = [];
  const acted = await actOnCase(
    ctx,
    caseId,
    'identity-destruction',
    async () => {
      const stale = staleProof(ctx);
      if (stale !== null) return err(stale);
      files = await listSealedFiles(ctx, caseId);
      return ok({ reason, files: files.length });
    },
    expectedVersion,
  );
  if (!acted.ok) return acted;
  const keys = await shredReporter(ctx, caseId, files);
  await destroyMessagesOf(ctx, caseId);
  // The bytes go once the keys are gone for certain; without a key they are noise.
  await writeTogether(ctx.tx, [
    registerEntry(ctx, caseId, { reason: reason.trim(), files: files.length, run }),
    ...jobWrites(keys.map((key) => ({ task: 'remove-file', payload: { key } }))),
  ]);
  return acted;
}

/** Several cases together: one person proposed it, another confirmed. */
export interface DestructionRun {
  readonly id: string;
  readonly proposedBy: string;
  readonly confirmedBy: string;
}

/** The register of what is gone: what, when, by whom, by which rule; nothing of what it was. */
function registerEntry(
  ctx: Context,
  caseId: string,
  gone: { readonly reason: string; readonly files: number; readonly run: DestructionRun | undefined },
): Write {
  const alone = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  return ctx.tx.insertInto('deletions').values({
    case_id: caseId,
    at: ctx.now,
    class_id: 'reporter-identity',
    rule: gone.reason,
    files: gone.files,
    proposed_by: gone.run?.proposedBy ?? alone,
    confirmed_by: gone.run?.confirmedBy ?? null,
    run_id: gone.run?.id ?? null,
  });
}

/** What a destruction would do, or why it is refused; nothing is changed. */
export async function previewDestruction(
  ctx: Context,
  caseId: string,
): Promise<Result<{ readonly files: number }, Refusal>> {
  const state = await findCase(ctx.tx, caseId);
  if (state === undefined) return err(refusal('not-found'));
  const files = (await listSealedFiles(ctx, caseId)).length;
  const input = { reason: 'preview', files };
  const decided = decide(state, 'identity-destruction', input, decisionContext(ctx, state));
  return decided.ok ? ok({ files }) : decided;
}
