import { type Static, Type } from 'typebox';

/**
 * The shape of `vN.yaml` and `vN.scenarios.yaml`: which keys, and of what kind. Unknown keys are refused,
 * for a misspelt one would be a rule that silently does not hold. Whether the words mean anything (acts,
 * units, actors, rows) is `validateProcedure`'s business. Id and version come from folder and file name.
 */

const strict = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1 });
const Texts = Type.Array(Text);
const Whole = Type.Integer({ minimum: 1 });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const LimitShape = Type.Object({ amount: Type.Number(), unit: Type.Optional(Text) }, strict);

const ActorShape = Type.Object({ id: Text, title: Text, roles: Texts, note: Type.Optional(Text) }, strict);

const StepShape = Type.Object(
  {
    id: Text,
    activity: Text,
    actors: Texts,
    act: Text,
    status: Text,
    requires: Texts,
    limit: orNull(LimitShape),
    output: Texts,
    question: Type.Optional(Text),
    exits: Type.Optional(Type.Object({ ya: Type.Optional(Text), tidak: Type.Optional(Text) }, strict)),
    next: Type.Optional(orNull(Text)),
    optional: Type.Optional(Type.Boolean()),
    standIns: Type.Optional(Texts),
    returnsTo: Type.Optional(Text),
    returnsAtMost: Type.Optional(Whole),
    copies: Type.Optional(Texts),
    delegates: Type.Optional(Texts),
    notifies: Type.Optional(Texts),
    writesBackTo: Type.Optional(Texts),
    note: Type.Optional(Text),
  },
  strict,
);

export const ProcedureShape = Type.Object(
  {
    institution: Text,
    title: Text,
    decree: Type.Object({ number: orNull(Text), date: orNull(Text), signatory: orNull(Text) }, strict),
    purpose: Type.Optional(Text),
    scope: Type.Optional(Text),
    indicator: Type.Optional(Text),
    definitions: Type.Optional(Texts),
    legalBasis: Texts,
    channels: Texts,
    equipment: Type.Optional(Texts),
    records: Type.Optional(Texts),
    related: Type.Optional(Texts),
    products: Type.Optional(Texts),
    watchers: Type.Optional(Texts),
    overallLimit: orNull(LimitShape),
    fee: Text,
    requirements: Type.Array(Type.Object({ id: Text, title: Text, note: Type.Optional(Text) }, strict)),
    actors: Type.Array(ActorShape),
    steps: Type.Array(StepShape),
    notes: Texts,
  },
  strict,
);
export type ProcedureShape = Static<typeof ProcedureShape>;

export const ScenariosShape = Type.Array(
  Type.Object(
    {
      name: Text,
      start: Text,
      zone: Text,
      path: Type.Array(
        Type.Object(
          {
            at: Text,
            act: Text,
            by: Text,
            exit: Type.Optional(Text),
            sendsBack: Type.Optional(Type.Boolean()),
          },
          strict,
        ),
      ),
      expect: Type.Array(Type.Object({ step: Text, actor: Text, due: Type.Optional(orNull(Text)) }, strict)),
      overallDue: Type.Optional(orNull(Text)),
      ends: Type.Boolean(),
    },
    strict,
  ),
  { minItems: 1 },
);
export type ScenariosShape = Static<typeof ScenariosShape>;
