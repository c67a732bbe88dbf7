import { formatTrackingCode } from '../../domain/privacy/tracking-code.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { findCase } from '../cases/index.ts';
import type { Context } from '../context/index.ts';
import { getInstitution } from '../organizations/index.ts';
import { openReporter } from '../reporters/index.ts';
import type { SubmissionDone } from './contract.ts';
import type { EntryInput } from './contract-entry.ts';
import { presentReceipt } from './present-receipt.ts';
import type { ReceiveOptions } from './receive-options.ts';
import { hashRequest } from './store.ts';

/**
 * The receipt of an earlier submission with the same one-time key: a double click, a retried telephone,
 * a back button. The same key with other content is refused (`already-decided`).
 */
export async function findReceipt(
  ctx: Context,
  input: EntryInput,
  options: ReceiveOptions,
): Promise<Result<SubmissionDone, Refusal> | undefined> {
  const { idempotencyKey } = options;
  if (idempotencyKey === undefined) return undefined;
  const row = await ctx.tx
    .selectFrom('submissions')
    .select('case_id')
    .where('idempotency_hash', '=', ctx.office.keys.hash('idempotency', idempotencyKey))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const reporter = await openReporter(ctx, row.case_id);
  if (reporter === undefined || reporter.requestHash !== hashRequest(ctx, input, options))
    return err(refusal('already-decided'));
  const state = await findCase(ctx.tx, row.case_id);
  if (state === undefined) return err(refusal('not-found'));
  const institution = await getInstitution(ctx.tx, state.institution);
  return ok({
    trackingCode: formatTrackingCode(reporter.trackingCode),
    receipt: presentReceipt(ctx, state, {
      institution,
      by: institution.frontUnit ?? institution.name,
      raisedBecause: state.secrecy === (input.secrecy ?? 'L2') ? [] : (state.signals ?? []),
    }),
  });
}
