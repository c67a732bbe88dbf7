import { err, ok, type Result } from '../../domain/shared/result.ts';
import { listClientRequests } from '../../features/api-clients/index.ts';
import type { Answer, Fault } from './answer.ts';
import { readRequestId } from './request-id.ts';
import type { OfClient } from './ways.ts';

/**
 * The number of a request by its token. Every service here gives the number at once, so the number is its own token;
 * for clients that ask in any case. Faults: 404 for everything that this key did not file.
 */
export async function readToken({
  ctx,
  client,
  named,
  speaker: { t },
}: OfClient): Promise<Result<Answer, readonly Fault[]>> {
  const [found] = await listClientRequests(ctx, client.id, [readRequestId(named)]);
  if (found === undefined) return err([{ code: 404, description: t('open311.fault.token') }]);
  return ok({ root: 'service_requests', content: [{ service_request_id: found.id, token: found.id }] });
}
