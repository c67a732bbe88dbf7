import { type Static, Type } from 'typebox';
import { limitUnits } from '../../domain/procedures/procedure.ts';
import { queueOrders } from '../../domain/simulation/scenario.ts';
import { nullable } from '../../platform/http/schema.ts';

/** `POST /procedures/simulations`: an office that works by a procedure, before anybody signs it. */

const strict = { additionalProperties: false } as const;
const Name = Type.String({ minLength: 1, maxLength: 60 });
const Share = Type.Number({ minimum: 0, maximum: 1 });
const Minutes = Type.Number({ minimum: 0, maximum: 100_000 });
const byName = <T extends Parameters<typeof Type.Record>[1]>(value: T) =>
  Type.Record(Name, value, { maxProperties: 250 });
const day = { pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

const ServiceBody = Type.Union([
  Minutes,
  Type.Object({ shape: Type.Literal('exponential'), mean: Minutes }, strict),
  Type.Object({ shape: Type.Literal('fixed'), mean: Minutes }, strict),
  Type.Object(
    {
      shape: Type.Literal('lognormal'),
      mean: Minutes,
      cv: Type.Number({ minimum: 0, maximum: 10, description: 'standard deviation as a part of the mean' }),
    },
    strict,
  ),
  Type.Object(
    { shape: Type.Literal('empirical'), minutes: Type.Array(Minutes, { minItems: 1, maxItems: 1000 }) },
    strict,
  ),
]);

const People = Type.Integer({ minimum: 1, maximum: 10_000 });

/** A scenario as a file or a request states it; whatever is left out is learned or assumed, and named in the result. */
export const ScenarioBody = Type.Object(
  {
    arrivals: Type.Optional(
      Type.Union([
        Type.Object({ perDay: Type.Number({ minimum: 0, maximum: 100_000 }) }, strict),
        Type.Object({ perHour: Type.Number({ minimum: 0, maximum: 10_000 }) }, strict),
      ]),
    ),
    kinds: Type.Optional(
      Type.Object(
        {
          complaint: Type.Optional(Share),
          aspiration: Type.Optional(Share),
          'information-request': Type.Optional(Share),
        },
        strict,
      ),
    ),
    staff: Type.Optional(
      byName(
        Type.Union([
          People,
          Type.Object(
            {
              people: People,
              hours: Type.Optional(Type.Union([Type.Literal('office'), Type.Literal('always')])),
            },
            strict,
          ),
        ]),
      ),
    ),
    service: Type.Optional(byName(ServiceBody)),
    yes: Type.Optional(byName(Share)),
    taken: Type.Optional(byName(Share)),
    returned: Type.Optional(byName(Share)),
    parallel: Type.Optional(byName(Type.Number({ minimum: 1, maximum: 10 }))),
    order: Type.Optional(Type.Enum([...queueOrders])),
    calendar: Type.Optional(Type.Union([Type.Literal('office'), Type.Literal('off')])),
    zone: Type.Optional(
      Type.Union([
        Type.Literal('Asia/Jakarta'),
        Type.Literal('Asia/Makassar'),
        Type.Literal('Asia/Jayapura'),
      ]),
    ),
    start: Type.Optional(Type.String(day)),
    warmUpDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 250 })),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 250 })),
    replications: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
    loads: Type.Optional(
      Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 100 }), {
        maxItems: 6,
        description: 'times the arrivals; an empty list: the replay alone',
      }),
    ),
  },
  strict,
);
export type ScenarioBody = Static<typeof ScenarioBody>;

/** Dates of a past period, the second not included. */
export const Period = Type.Object({ from: Type.String(day), to: Type.String(day) }, strict);
export type Period = Static<typeof Period>;

const ProcedureId = Type.String({ pattern: '^[a-z0-9-]{1,40}/[a-z0-9-]{1,80}$' });

export const SimulationRequest = Type.Object(
  {
    procedure: Type.Union(
      [
        Type.Object({ id: ProcedureId, version: Type.Optional(Type.Integer({ minimum: 1 })) }, strict),
        Type.Object({ draft: Type.String({ format: 'uuid' }) }, strict),
        Type.Object({ id: ProcedureId, document: Type.Object({}) }, strict),
      ],
      {
        description: 'a released version (without a number the latest), a draft, or a document as in vN.yaml',
      },
    ),
    scenario: Type.Optional(ScenarioBody),
    past: Type.Optional(Period),
    replay: Type.Optional(Period),
  },
  {
    ...strict,
    description:
      'past: learn arrivals, branches and times from the cases of this period. replay: walk its cases through the procedure too.',
  },
);
export type SimulationRequest = Static<typeof SimulationRequest>;

const Limit = Type.Object({ amount: Type.Number(), unit: Type.Enum([...limitUnits]) });
const Interval = Type.Object(
  { mean: Type.Number(), low: Type.Number(), high: Type.Number() },
  { description: 'mean of the runs with its 95 % interval (Student)' },
);
const PromiseView = Type.Object({
  id: Type.String({ description: 'overall, step:<id>, or the id of a legal rule' }),
  name: Type.String({ description: 'in the language of the reader' }),
  limit: Limit,
  judged: Type.Integer(),
  onTime: nullable(Interval),
});

const AssumptionView = Type.Object({
  code: Type.String(),
  source: Type.Union([Type.Literal('stated'), Type.Literal('past'), Type.Literal('assumed')]),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  text: Type.String({ description: 'in the language of the reader' }),
});
export type AssumptionView = Static<typeof AssumptionView>;

const LoadView = Type.Object({
  load: Type.Number({ description: 'times the arrivals' }),
  cases: Type.Object({
    arrived: Type.Integer(),
    finished: Type.Integer(),
    inSystem: Type.Integer(),
    cut: Type.Integer(),
  }),
  throughputPerDay: Interval,
  stayDays: nullable(Interval),
  inSystem: Interval,
  promises: Type.Array(PromiseView),
  steps: Type.Array(
    Type.Object({
      step: Type.String(),
      visitsPerDay: Type.Number(),
      promise: nullable(PromiseView),
      waitHours: nullable(Type.Number({ description: 'working hours until somebody takes it up' })),
    }),
  ),
  actors: Type.Array(
    Type.Object({
      actor: Type.String(),
      people: Type.Integer(),
      utilisation: Interval,
      offered: Type.Unsafe<Static<typeof Interval>>({
        ...Interval,
        description:
          'work that arrives as a part of what the people can do; from 1 on the queue has no bound',
      }),
      breaks: Type.Boolean(),
      breaksAtLoad: nullable(Type.Number()),
      queue: Type.Object({ mean: Interval, max: Type.Integer(), p95: Type.Integer() }),
      waitHours: nullable(Interval),
      waitShare: nullable(Interval),
      growthPerDay: Interval,
      byDay: Type.Array(Type.Number(), { description: 'length at the end of each measured day' }),
    }),
  ),
  breaksFirst: nullable(Type.Object({ actor: Type.String(), atLoad: Type.Number() })),
});

const Kept = Type.Object({ judged: Type.Integer(), kept: Type.Integer() });
const ReplayView = Type.Object({
  cases: Type.Integer(),
  ended: Type.Integer(),
  reallyEnded: Type.Integer(),
  overall: Type.Object({
    limit: nullable(Limit),
    would: Kept,
    really: Kept,
    better: Type.Integer(),
    worse: Type.Integer(),
  }),
  steps: Type.Array(
    Type.Object({
      step: Type.String(),
      was: nullable(Type.String()),
      limit: nullable(Limit),
      ran: Type.Integer(),
      would: Kept,
      really: Kept,
      hours: nullable(Type.Number()),
    }),
  ),
  allLimits: Type.Object({ would: Kept, really: Kept }),
  assumptions: Type.Array(AssumptionView),
});
export type ReplayView = Static<typeof ReplayView>;

export const SimulationView = Type.Object({
  procedure: Type.Object({ id: Type.String(), version: Type.Integer() }),
  seed: Type.Integer(),
  measured: Type.Object({ from: Type.String(), to: Type.String(), days: Type.Integer() }),
  warmUpDays: Type.Integer(),
  replications: Type.Integer(),
  loads: Type.Array(LoadView),
  assumptions: Type.Array(AssumptionView),
  replay: nullable(ReplayView),
});
export type SimulationView = Static<typeof SimulationView>;
