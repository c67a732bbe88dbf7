import { type Static, Type } from 'typebox';
import { nullable } from '../../platform/http/schema.ts';

const Id = Type.String({ format: 'uuid' });

/** Tasks that a person has and the reader may hand over. `GET /open-work`. */
export const OpenWork = Type.Object({
  holders: Type.Array(
    Type.Object({
      person: Type.Object({ id: Type.String(), name: Type.String() }),
      /** False: the account is closed, and the tasks wait for somebody else. */
      active: Type.Boolean(),
      tasks: Type.Array(
        Type.Object({
          assignmentId: Id,
          caseId: Id,
          number: Type.String(),
          title: Type.String(),
          task: Type.String(),
          due: nullable(Type.String({ description: 'ISO 8601 UTC' })),
          zone: Type.String(),
        }),
      ),
    }),
  ),
  /** Who may take them over by the SOPs of these cases. */
  people: Type.Array(Type.Object({ personId: Id, name: Type.String(), unit: nullable(Type.String()) })),
});
export type OpenWork = Static<typeof OpenWork>;

export const HandOver = Type.Object({
  fromId: Id,
  toId: Id,
  /** Null: everything of theirs that the reader may hand over. */
  assignmentIds: nullable(Type.Array(Id, { maxItems: 200 })),
  reason: Type.String({ maxLength: 2000 }),
});
/** `refused`: cases in which it was not possible, each with a stable code. */
export const HandedOver = Type.Object({
  done: Type.Array(Type.String()),
  refused: Type.Array(Type.Object({ number: Type.String(), code: Type.String() })),
});
export type HandedOver = Static<typeof HandedOver>;
