import { type Static, Type } from 'typebox';
import { nullable, words } from '../../platform/http/schema.ts';

/** `GET /notifications`: a person's own notices. */
export const NotificationView = Type.Object({
  id: Type.String(),
  /** Null where it is of no case: of a deputyship. */
  caseId: nullable(Type.String()),
  caseNumber: nullable(Type.String()),
  template: Type.String(),
  channel: Type.String(),
  recipientKind: words(['reporter', 'person', 'unit']),
  recipientName: nullable(Type.String()),
  subject: Type.String(),
  body: Type.String(),
  status: words(['queued', 'sent', 'delivered', 'failed', 'given-up', 'readable']),
  attempts: Type.Integer(),
  lastError: nullable(Type.String()),
  readAt: nullable(Type.String()),
  createdAt: Type.String(),
});
export type NotificationView = Static<typeof NotificationView>;
export const NotificationList = Type.Object({
  items: Type.Array(NotificationView),
  next: nullable(Type.String()),
  unread: Type.Integer(),
});
