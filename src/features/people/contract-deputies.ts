import { type Static, Type } from 'typebox';
import { nullable, words } from '../../platform/http/schema.ts';

export const absenceReasons = ['leave', 'duty-travel', 'illness', 'other'] as const;

const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Named = Type.Object({ id: Id, name: Type.String(), unit: nullable(Type.String()) });

/** `POST /people/:id/deputies`: who stands in, from one day to another, both counted, by the clock of Jakarta. */
export const DeputyInput = Type.Object(
  { deputyId: Id, from: Day, until: Day, reason: words(absenceReasons) },
  { additionalProperties: false },
);
export type DeputyInput = Static<typeof DeputyInput>;

export const DeputyshipView = Type.Object({
  id: Id,
  absent: Named,
  deputy: Named,
  from: Type.String(),
  until: Type.String(),
  reason: words(absenceReasons),
  state: words(['coming', 'running', 'over', 'ended']),
  endedAt: nullable(Type.String()),
});
export type DeputyshipView = Static<typeof DeputyshipView>;

/** `GET /people/:id/deputies`: who stands in for this person, and for whom they stand in, the latest first. */
export const Deputyships = Type.Object({
  deputies: Type.Array(DeputyshipView),
  standsInFor: Type.Array(DeputyshipView),
});
export type Deputyships = Static<typeof Deputyships>;

/** `GET /people/:id/deputies/candidates`: colleagues who could stand in, by a part of their name. */
export const Candidates = Type.Array(Named);

/** `GET /deputyships/absentees`: for whom the reader names deputies, and who stands in for each now or next. */
export const Absentees = Type.Object({
  people: Type.Array(
    Type.Object({
      ...Named.properties,
      next: nullable(
        Type.Object({
          id: Id,
          deputy: Type.String(),
          from: Type.String(),
          until: Type.String(),
          isRunning: Type.Boolean(),
        }),
      ),
    }),
  ),
  more: Type.Boolean(),
});
export type Absentees = Static<typeof Absentees>;
