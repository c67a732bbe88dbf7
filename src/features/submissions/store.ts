import type { Write } from '../../platform/db/write-together.ts';
import type { Context } from '../context/index.ts';
import type { EntryInput } from './contract-entry.ts';
import type { OwnWords } from './own-words.ts';
import type { ReceiveOptions } from './receive-options.ts';

/**
 * Same content, same hash, whatever the order in which a client wrote the fields. Keyed, and kept in the seal: the rest
 * of the content lies readable, so a telephone number could be found by trying all of them. Null without a one-time key.
 */
export function hashRequest(
  ctx: Context,
  input: EntryInput,
  { idempotencyKey }: ReceiveOptions,
): string | null {
  if (idempotencyKey === undefined) return null;
  const sorted = JSON.stringify(input, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
      : value,
  );
  return ctx.office.keys.hash('request', sorted).subarray(0, 16).toString('base64');
}

export interface NewSubmission {
  readonly id: string;
  readonly input: EntryInput;
  readonly words: Pick<OwnWords, 'text' | 'place' | 'institutionName'>;
  readonly receivedAt: string;
  readonly options: ReceiveOptions;
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
    received_at: added.receivedAt,
    entered_at: ctx.now,
    entered_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
    text: added.words.text,
    occurred_on: input.occurredOn ?? null,
    place: added.words.place,
    institution_named: added.words.institutionName,
    locale: ctx.locale,
    sender_check: options.senderCheck ?? null,
  });
}
