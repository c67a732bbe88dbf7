import type { PrivacySignal } from '../../domain/privacy/signals.ts';
import { formatTrackingCode } from '../../domain/privacy/tracking-code.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { findCase } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { getInstitution } from '../organizations/index.ts';
import { openReporter } from '../reporters/index.ts';
import type { SubmissionDone } from './contract.ts';
import { presentReceipt } from './present-receipt.ts';

/**
 * The receipt of an earlier submission with the same one-time key: a double click, a retried telephone,
 * a back button. The same key with other content is refused (`already-decided`).
 */
export async function findReceipt(
  ctx: Context,
  idempotencyKey: string,
  hash: Buffer,
  raisedBecause: readonly PrivacySignal[],
): Promise<Result<SubmissionDone, Refusal> | undefined> {
  const row = await ctx.tx
    .selectFrom('submissions')
    .select(['case_id', 'request_hash'])
    .where('idempotency_hash', '=', ctx.office.keys.hash('idempotency', idempotencyKey))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.request_hash === null || !row.request_hash.equals(hash)) return err(refusal('already-decided'));
  const [state, reporter] = [await findCase(ctx.tx, row.case_id), await openReporter(ctx, row.case_id)];
  if (state === undefined || reporter === undefined) return err(refusal('not-found'));
  const institution = await getInstitution(ctx.tx, state.institution);
  return ok({
    trackingCode: formatTrackingCode(reporter.trackingCode),
    receipt: presentReceipt(ctx, state, {
      institution,
      by: institution.frontUnit ?? institution.name,
      raisedBecause,
    }),
  });
}
