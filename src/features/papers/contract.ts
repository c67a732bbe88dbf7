import { type Static, Type } from 'typebox';
import { nullable, words } from '../../platform/http/schema.ts';

export const LettersQuery = Type.Object({
  /** `waiting` (oldest first) or `printed` (newest first). */
  state: Type.Optional(words(['waiting', 'printed'])),
});
export type LettersQuery = Static<typeof LettersQuery>;

/** A notice that goes to its reporter on paper. Name and address stand on the paper alone. */
export const LetterItem = Type.Object({
  id: Type.String({ format: 'uuid' }),
  caseId: Type.String({ format: 'uuid' }),
  number: Type.String(),
  title: Type.String(),
  subject: Type.String(),
  writtenAt: Type.String(),
  printedAt: nullable(Type.String()),
});
export type LetterItem = Static<typeof LetterItem>;

export const LetterList = Type.Object({ items: Type.Array(LetterItem) });
export type LetterList = Static<typeof LetterList>;
