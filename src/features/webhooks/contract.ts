import { type Static, Type } from 'typebox';
import { messageTypes } from '../../domain/webhooks/case-message.ts';
import { nullable, words } from '../../platform/http/schema.ts';

export const WebhookInput = Type.Object({
  url: Type.String({ maxLength: 2000, description: 'https, open on the internet; where the letters go' }),
  events: Type.Array(words(messageTypes), { maxItems: messageTypes.length, uniqueItems: true }),
});
export type WebhookInput = Static<typeof WebhookInput>;

export const WebhookChange = Type.Object({
  ...WebhookInput.properties,
  state: words(['active', 'paused']),
});
export type WebhookChange = Static<typeof WebhookChange>;

export const WebhookView = Type.Object({
  id: Type.String(),
  institution: Type.String(),
  url: Type.String(),
  events: Type.Array(words(messageTypes)),
  /** stopped: by us, after days in which nothing arrived. */
  state: words(['active', 'paused', 'stopped']),
  failingSince: nullable(Type.String()),
  retryAt: nullable(Type.String()),
  deliveredAt: nullable(Type.String()),
  createdAt: Type.String(),
  /** Letters that have not arrived yet. */
  waiting: Type.Integer(),
  /** The secrets in use, by the id that stands in each letter; never themselves. */
  keys: Type.Array(
    Type.Object({ id: Type.String(), createdAt: Type.String(), expiresAt: nullable(Type.String()) }),
  ),
});
export type WebhookView = Static<typeof WebhookView>;
export const WebhookList = Type.Object({ items: Type.Array(WebhookView) });
export type WebhookList = Static<typeof WebhookList>;

/** The secret is shown here and never again. */
export const WebhookWithSecret = Type.Object({ webhook: WebhookView, secret: Type.String() });
export type WebhookWithSecret = Static<typeof WebhookWithSecret>;

/** What a trial letter met. */
export const PingAnswer = Type.Object({
  status: nullable(Type.Integer()),
  fault: nullable(Type.String()),
  milliseconds: nullable(Type.Integer()),
  /** The beginning of what the receiver said; kept nowhere. */
  text: Type.String(),
});
export type PingAnswer = Static<typeof PingAnswer>;

export const DeliveryView = Type.Object({
  id: Type.String(),
  caseNumber: Type.String(),
  type: words(messageTypes),
  at: Type.String(),
  state: words(['waiting', 'delivered', 'given-up']),
  tries: Type.Integer(),
  triedAt: nullable(Type.String()),
  nextTryAt: nullable(Type.String()),
  status: nullable(Type.Integer()),
  fault: nullable(Type.String()),
  milliseconds: nullable(Type.Integer()),
});
export type DeliveryView = Static<typeof DeliveryView>;
export const DeliveryLog = Type.Object({
  items: Type.Array(DeliveryView),
  next: nullable(Type.String()),
});
export type DeliveryLog = Static<typeof DeliveryLog>;

/** One letter, or everything that happened since a moment; one of the two. */
export const ReplayInput = Type.Object({
  delivery: Type.Optional(Type.String({ format: 'uuid' })),
  since: Type.Optional(Type.String({ maxLength: 40, description: 'ISO 8601' })),
});
export type ReplayInput = Static<typeof ReplayInput>;
export const Replayed = Type.Object({ count: Type.Integer() });
export type Replayed = Static<typeof Replayed>;
