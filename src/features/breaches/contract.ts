import { type Static, Type } from 'typebox';
import { audiences, breachedData } from '../../domain/privacy/breach.ts';
import { nullable, words } from '../../platform/http/schema.ts';
import { ClockView } from '../cases/contract.ts';

const Id = Type.String({ format: 'uuid' });
const Instant = Type.String({ description: 'ISO 8601 UTC' });
const Text = (maxLength: number) => Type.String({ maxLength });

export const FactsInput = Type.Object({
  title: Text(200),
  course: Text(8000),
  data: Type.Array(words(breachedData), { maxItems: 20 }),
  people: nullable(Type.Integer({ minimum: 0, maximum: 300_000_000 })),
  measures: Text(8000),
  /** Numbers of the cases concerned, `2611-00412`. */
  caseNumbers: Type.Array(Text(20), { maxItems: 500 }),
});
export type FactsInput = Static<typeof FactsInput>;

export const BreachInput = Type.Object({
  institution: Text(40),
  /** ISO 8601 with offset; not in the future. */
  noticedAt: Text(40),
  ...FactsInput.properties,
});
export type BreachInput = Static<typeof BreachInput>;

export const BreachChange = Type.Object({ version: Type.Integer(), ...FactsInput.properties });
export type BreachChange = Static<typeof BreachChange>;

export const BreachNote = Type.Object({ text: Text(8000) });

/** A notice as a person sent it, outside of this system. */
export const BreachNotice = Type.Object({
  audience: words(audiences),
  text: Text(20_000),
  means: words(['letter', 'email', 'in-person', 'announcement']),
  sentAt: Text(40),
});
export type BreachNotice = Static<typeof BreachNotice>;

export const BreachListItem = Type.Object({
  id: Id,
  title: Type.String(),
  noticedAt: Instant,
  people: nullable(Type.Integer()),
  cases: Type.Integer(),
  clock: ClockView,
  closedAt: nullable(Instant),
});
export type BreachListItem = Static<typeof BreachListItem>;

const Both = Type.Object({ id: Type.String(), en: Type.String() });

export const BreachView = Type.Object({
  ...BreachListItem.properties,
  institution: Type.String(),
  version: Type.Integer(),
  course: Type.String(),
  data: Type.Array(words(breachedData)),
  measures: Type.String(),
  caseNumbers: Type.Array(Type.String()),
  told: Type.Object({ affected: nullable(Instant), authority: nullable(Instant) }),
  /** The notice as a template makes it of what is known; a person edits and sends it. */
  notices: Type.Object({ affected: Both, authority: Both }),
  entries: Type.Array(
    Type.Object({
      number: Type.Integer(),
      kind: words(['recorded', 'changed', 'noted', 'told', 'closed']),
      at: Instant,
      by: Type.String(),
      words: Type.String(),
      audience: nullable(words(audiences)),
      means: nullable(Type.String()),
    }),
  ),
  /** What this person may do now. */
  acts: Type.Array(words(['change', 'note', 'tell', 'close'])),
});
export type BreachView = Static<typeof BreachView>;
