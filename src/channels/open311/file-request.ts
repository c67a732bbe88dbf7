import { err, ok, type Result } from '../../domain/shared/result.ts';
import { keepRequest } from '../../features/api-clients/index.ts';
import type { Context } from '../../features/context/index.ts';
import { listCategories } from '../../features/organizations/index.ts';
import type { Receipt } from '../../features/submissions/contract.ts';
import { receiveSubmission } from '../../features/submissions/index.ts';
import type { Speaker } from '../../platform/i18n/index.ts';
import { type Answer, type Fault, faultsOf } from './answer.ts';
import { given } from './fields.ts';
import { foreignKey } from './jurisdiction.ts';
import { readSubmission } from './read-submission.ts';
import { anyService, findService } from './services.ts';
import type { Asked, OfClient } from './ways.ts';

/**
 * A request that a client files for somebody: a submission like every other. By the same key and the client's own id
 * (`attribute[external_id]`) it is one, however often it is sent. The answer holds the tracking code as well: it is the
 * reporter's, for the client to hand on, and nothing gives it a second time.
 * Faults: 400, 403, 404 for each thing that is wrong, all at once.
 */
export async function fileRequest(
  asked: OfClient<Asked<Context>>,
): Promise<Result<Answer, readonly Fault[]>> {
  const { ctx, client, fields, speaker } = asked;
  const foreign = foreignKey(asked);
  if (foreign.length > 0) return err(foreign);
  const code = given(fields.values, 'service_code');
  const read = await readSubmission(ctx, fields, speaker.t);
  // Whether there is such a service the submission's own look-up says; beside other faults it is asked for itself.
  if (code === undefined || !read.ok)
    return err([...(await serviceFaults(asked, code)), ...(read.ok ? [] : read.error)]);
  const input = {
    ...read.value.input,
    institution: client.institution,
    ...(code === anyService ? {} : { category: code }),
  };
  const { externalId } = read.value;
  const received = await receiveSubmission(ctx, input, {
    channel: 'open311',
    ...(externalId === undefined ? {} : { idempotencyKey: `open311 ${client.id} ${externalId}` }),
  });
  if (!received.ok) return err(faultsOf(received.error, speaker.t));
  const { trackingCode, receipt } = received.value;
  const id = await keepRequest(ctx, client.id, receipt.number);
  const request = {
    service_request_id: id,
    service_notice: notice(receipt, speaker),
    account_id: null,
    tracking_code: trackingCode,
  };
  return ok({ root: 'service_requests', content: [request] });
}

async function serviceFaults(
  { ctx, client, speaker: { t } }: OfClient<Asked<Context>>,
  code: string | undefined,
): Promise<readonly Fault[]> {
  if (code === undefined) return [{ code: 400, description: t('open311.fault.service-missing') }];
  const found = findService(await listCategories(ctx.tx, client.institution, ctx.locale), code);
  return found === undefined ? [{ code: 404, description: t('open311.fault.service') }] : [];
}

/** What happens now, and by which day. */
function notice(receipt: Receipt, { t, date }: Speaker): string {
  const due = receipt.clocks.find(({ rule }) => rule === 'verification')?.due;
  const words = { number: receipt.number, by: receipt.by };
  return due == null
    ? t('open311.notice.undated', words)
    : t('open311.notice', { ...words, date: date(due, receipt.zone) });
}
