import { type Static, Type } from 'typebox';
import { permissions } from '../../domain/access/permissions.ts';
import { nullable, words } from '../../platform/http/schema.ts';

const Id = Type.String({ format: 'uuid' });

/** One role of one person: what it is held for, in names. Null: the whole institution, everywhere, every category. */
const Held = {
  role: Type.String(),
  roleName: Type.String(),
  unit: nullable(Type.String()),
  area: nullable(Type.String()),
  category: nullable(Type.String()),
  /** Whose role it is where they are a deputy, and until which day (`YYYY-MM-DD`). */
  onBehalfOf: nullable(Type.Object({ name: Type.String(), until: Type.String() })),
};

/** `GET /people/:id/rights`: what a person may see and do, each with the role that lets them. */
export const PersonRights = Type.Object({
  person: Type.Object({ id: Id, name: Type.String(), unit: nullable(Type.String()), active: Type.Boolean() }),
  grants: Type.Array(
    Type.Object({
      ...Held,
      permissions: Type.Array(words(permissions)),
      /** The rows of the institution's SOP that name the role: there it may be the person's turn. */
      steps: Type.Array(
        Type.Object({ procedure: Type.String(), no: Type.String(), activity: Type.String() }),
      ),
    }),
  ),
});
export type PersonRights = Static<typeof PersonRights>;

/** `GET /cases/:id/rights`: who sees the case now and may act on it, and by which of their roles. */
export const CaseRights = Type.Object({
  number: Type.String(),
  step: nullable(
    Type.Object({ no: Type.String(), activity: Type.String(), roles: Type.Array(Type.String()) }),
  ),
  people: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      unit: nullable(Type.String()),
      /** The case is about them or their office; without that their roles would let them in. */
      keptOut: Type.Boolean(),
      grants: Type.Array(
        Type.Object({
          ...Held,
          sees: words(['case', 'task', 'nothing']),
          /** What this role alone lets them do now. */
          acts: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
  /** More people are there than are listed. */
  more: Type.Boolean(),
});
export type CaseRights = Static<typeof CaseRights>;
