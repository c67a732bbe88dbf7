import { type Static, Type } from 'typebox';
import { caseKinds, closureKinds } from '../../domain/cases/words.ts';
import { nullable, words } from '../../platform/http/schema.ts';

/** What everybody may read of a case: no number, no names of people, no moment closer than a day. */
const item = {
  id: Type.String({ format: 'uuid', description: 'leads to this text and to nothing else' }),
  institution: Type.Object({ id: Type.String(), name: Type.String() }),
  kind: words(caseKinds),
  category: nullable(Type.String()),
  area: nullable(Type.String({ description: 'the regency or city' })),
  receivedMonth: Type.String({ description: 'YYYY-MM' }),
  days: nullable(Type.Integer({ description: 'days of the calendar from the arrival to the answer' })),
  closure: words(closureKinds),
  rating: nullable(Type.Integer()),
  title: Type.String(),
  publishedOn: Type.String({ description: 'YYYY-MM-DD' }),
};

export const PublicationItem = Type.Object({ ...item, excerpt: Type.String() });
export type PublicationItem = Static<typeof PublicationItem>;

export const PublicationView = Type.Object({
  ...item,
  text: Type.String(),
  answer: nullable(Type.String()),
});
export type PublicationView = Static<typeof PublicationView>;

export const PublicationQuery = Type.Object({
  institution: Type.Optional(Type.String({ maxLength: 80 })),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'words of the public text' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
});
export type PublicationQuery = Static<typeof PublicationQuery>;

export const PublicationList = Type.Object({
  items: Type.Array(PublicationItem),
  /** Opaque; null on the last page. */
  next: nullable(Type.String()),
});
export type PublicationList = Static<typeof PublicationList>;
