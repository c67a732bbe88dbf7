import { err, ok, type Result } from '../../domain/shared/result.ts';
import {
  type ClientUpdate,
  findSentUpdate,
  keepSentUpdate,
  listUpdates,
  lockRequest,
} from '../../features/api-clients/index.ts';
import { timelineForReporter } from '../../features/cases/index.ts';
import type { Context } from '../../features/context/index.ts';
import { eventWords, writeAsReporter } from '../../features/submissions/index.ts';
import type { Speaker } from '../../platform/i18n/index.ts';
import { type Answer, type Fault, faultsOf } from './answer.ts';
import { given } from './fields.ts';
import { statusOf } from './present-request.ts';
import { readRequestId } from './request-id.ts';
import { spanOf } from './span.ts';
import type { Asked, OfClient } from './ways.ts';
import type { Content } from './xml.ts';
import { zonedTime } from './zoned-time.ts';

/** How many come at once; the last one's time is where the next question begins. */
const atOnce = 1000;

/** What happened to the requests of this client, the oldest first; of one request by `service_request_id`. */
export async function listRequestUpdates(asked: OfClient): Promise<Result<Answer, readonly Fault[]>> {
  const span = spanOf(asked);
  if (!span.ok) return span;
  const { ctx, client, fields, speaker } = asked;
  const typed = given(fields.values, 'service_request_id');
  const only = typed === undefined ? {} : { only: readRequestId(typed) };
  const updates = await listUpdates(ctx, client.id, { ...span.value, ...only, limit: atOnce });
  return ok({
    root: 'service_request_updates',
    content: updates.flatMap((update) => presentUpdate(update, speaker)),
  });
}

/** A sentence as the reporter reads it; what was written stays on their page. */
function presentUpdate(update: ClientUpdate, speaker: Speaker): readonly Content[] {
  const { requestId, zone, ended } = update;
  const around = { clocks: [], zone, frontOffice: update.frontUnit ?? update.institution };
  return timelineForReporter([update.event]).map((entry) => ({
    update_id: updateId(requestId, entry.seq),
    service_request_id: requestId,
    status: statusOf(ended),
    updated_datetime: zonedTime(entry.at, zone),
    description: eventWords(speaker, around, entry),
    media_url: null,
  }));
}

/**
 * What the reporter adds, by the client that filed the request: an answer where the office has asked, a message
 * otherwise. A `status` closes nothing: whether the matter is settled only the reporter says, by the code. By the
 * client's own `update_id` it is one, however often it is sent.
 * Faults: 400 for what is missing or cannot be added now, 404 for everything that this key did not file.
 */
export async function takeUpdate(asked: OfClient<Asked<Context>>): Promise<Result<Answer, readonly Fault[]>> {
  const { ctx, client, fields, speaker } = asked;
  const { t } = speaker;
  const [id, text] = ['service_request_id', 'description'].map((name) => given(fields.values, name));
  const sentId = given(fields.values, 'update_id');
  if (id === undefined || text === undefined)
    return err(
      [
        ...(id === undefined ? ['service_request_id'] : []),
        ...(text === undefined ? ['description'] : []),
      ].map((name) => ({ code: 400, description: `${name}: ${t('problem.field.required')}` })),
    );
  const requestId = readRequestId(id);
  const found = await lockRequest(ctx, client.id, requestId);
  if (found === undefined) return err([{ code: 404, description: t('open311.fault.request') }]);
  const before = sentId === undefined ? undefined : await findSentUpdate(ctx, client.id, sentId);
  if (before !== undefined)
    return before.requestId === requestId
      ? done(requestId, before.seq)
      : err(faultsOf({ code: 'already-decided' }, t));
  const media = given(fields.values, 'media_url');
  const words = media === undefined ? text : `${text}\n\n${t('open311.media', { url: media })}`;
  const written = await writeAsReporter(ctx, found.caseId, words);
  if (!written.ok) return err(faultsOf(written.error, t));
  const { seq } = written.value;
  if (sentId !== undefined) await keepSentUpdate(ctx, client.id, sentId, { requestId, seq });
  return done(requestId, seq);
}

function done(requestId: string, seq: number): Result<Answer, readonly Fault[]> {
  return ok({ root: 'service_request_updates', content: [{ update_id: updateId(requestId, seq) }] });
}

function updateId(requestId: string, seq: number): string {
  return `${requestId}.${seq}`;
}
