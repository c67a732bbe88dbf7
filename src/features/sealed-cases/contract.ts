import { type Static, Type } from 'typebox';
import { CaseListItem, CaseView } from '../cases/contract.ts';

/** What the inspectorate sees of the sealed door; the same rows and pages as those of other cases. */
export const SealedListItem = Type.Object({
  ...CaseListItem.properties,
  institution: Type.String(),
  /** Something is to be done here by the person who asks. */
  myTurn: Type.Boolean(),
});
export type SealedListItem = Static<typeof SealedListItem>;

export const SealedList = Type.Object({
  /** Open ones first, the nearest deadline on top; then those that have ended, the latest on top. */
  items: Type.Array(SealedListItem),
});
export type SealedList = Static<typeof SealedList>;

export const SealedView = CaseView;
