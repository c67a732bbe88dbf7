import { type Static, Type } from 'typebox';
import { callStates, wrapUps } from '../../domain/calls/call.ts';
import { nullable, words } from '../../platform/http/schema.ts';

const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ description: 'ISO 8601 UTC' });

/** `POST /calls`: what a telephone system says of one call; `docs/how-to/connect-a-call-centre.md`. */
export const Announcement = Type.Object({
  institution: Type.String({ maxLength: 40 }),
  /** The telephone system's own id of the call. */
  call: Type.String({ minLength: 1, maxLength: 80 }),
  event: words(callStates),
  /** When it happened; left out: now. */
  at: Type.Optional(Type.String({ maxLength: 40 })),
  /** The caller's number; left out where it is withheld. */
  caller: Type.Optional(Type.String({ maxLength: 40 })),
  /** Whose telephone it is: the work e-mail of an account; left out: it rings for everybody. */
  agent: Type.Optional(Type.String({ maxLength: 254 })),
});
export type Announcement = Static<typeof Announcement>;

export const Announced = Type.Object({ state: words(callStates) });

/** A call as an agent sees it. The number is told to whoever answers it, until it is wrapped up. */
export const CallView = Type.Object({
  id: Id,
  /** The telephone system's id; null where the agent began it by hand. */
  sourceId: nullable(Type.String()),
  state: words(callStates),
  mine: Type.Boolean(),
  caller: nullable(Type.String()),
  beganAt: Instant,
  answeredAt: nullable(Instant),
  endedAt: nullable(Instant),
  caseId: nullable(Id),
});
export type CallView = Static<typeof CallView>;

/** `GET /calls`: what rings, and the agent's own until they are wrapped up. */
export const CallList = Type.Object({
  items: Type.Array(CallView),
  /** Whether an SMS can be sent from here, so that none is promised in vain. */
  sendsSms: Type.Boolean(),
});
export type CallList = Static<typeof CallList>;

/** `POST /calls/own`: the telephone says nothing, and the agent begins by hand. */
export const OwnCall = Type.Object({ caller: Type.Optional(Type.String({ maxLength: 40 })) });
export type OwnCall = Static<typeof OwnCall>;

export const WrapUpInput = Type.Object({ wrapUp: words(wrapUps) });
export type WrapUpInput = Static<typeof WrapUpInput>;
