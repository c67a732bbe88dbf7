import { storable } from '../../domain/shared/storable.ts';
import type { Write } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import type { SubmissionInput } from './contract.ts';
import type { ReceiveOptions } from './receive-options.ts';

/**
 * Same content, same hash, whatever the order in which a client wrote the fields. Keyed: the rest of the content lies
 * readable beside it, so an open hash would let a telephone number be found by trying all of them.
 */
export function requestHash(ctx: Context, input: SubmissionInput): Buffer {
  const sorted = JSON.stringify(input, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
      : value,
  );
  return ctx.office.keys.hash('request', sorted);
}

export interface NewSubmission {
  readonly id: string;
  readonly input: SubmissionInput;
  readonly text: string;
  readonly receivedAt: string;
  readonly options: ReceiveOptions;
  readonly hash: Buffer;
}

export function submissionWrite(ctx: Context, added: NewSubmission): Write {
  const { input, options } = added;
  const key = options.idempotencyKey;
  return ctx.tx.insertInto('submissions').values({
    id: added.id,
    case_id: added.id,
    channel: options.channel,
    external_id: options.externalId ?? null,
    idempotency_hash: key === undefined ? null : ctx.office.keys.hash('idempotency', key),
    request_hash: added.hash,
    received_at: added.receivedAt,
    entered_at: ctx.now,
    entered_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    text: added.text,
    occurred_on: input.occurredOn ?? null,
    place: input.place === undefined ? null : storable(input.place),
    institution_named: input.institutionName === undefined ? null : storable(input.institutionName),
    locale: ctx.locale,
  });
}
