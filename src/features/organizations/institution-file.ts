import { type Static, Type } from 'typebox';
import { InstitutionInput, unitKinds } from './contract.ts';

const { zone: Zone } = InstitutionInput.properties;

const strict = { additionalProperties: false };

const unit = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  kind: Type.Enum([...unitKinds]),
  /** The regency it stands in. */
  area: Type.Optional(Type.String({ pattern: '^[0-9.]{2,13}$' })),
  /** Left out: the institution's. */
  zone: Type.Optional(Zone),
  verified: Type.Boolean(),
};
const Leaf = Type.Object(unit, strict);
const Branch = Type.Object({ ...unit, units: Type.Optional(Type.Array(Leaf)) }, strict);
const Root = Type.Object({ ...unit, units: Type.Optional(Type.Array(Branch)) }, strict);

const Category = Type.Object(
  {
    name: Type.Object({ id: Type.String(), en: Type.String() }, strict),
    /** The name of its default unit. */
    unit: Type.Optional(Type.String()),
    suggestsOversight: Type.Optional(Type.Boolean()),
  },
  strict,
);

const Institution = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9-]{2,40}$' }),
    name: Type.String(),
    shortName: Type.String(),
    zone: Zone,
    procedure: Type.String(),
    frontUnit: Type.String(),
    description: Type.Record(Type.String(), Type.String()),
    units: Type.Array(Root),
    categories: Type.Array(Category),
  },
  strict,
);
export type InstitutionEntry = Static<typeof Institution>;

/** The shape of `institutions.yaml`: names of units are unique within an institution, three levels deep at most. */
export const InstitutionFile = Type.Object({ institutions: Type.Array(Institution) }, strict);

/** A unit of the file with the name of the one above it, parents first. */
export interface UnitEntry extends Static<typeof Leaf> {
  readonly parent: string | null;
}

export function unitsOf(institution: InstitutionEntry): readonly UnitEntry[] {
  return below(institution.units, null);
}

interface Nested extends Static<typeof Leaf> {
  units?: Nested[];
}

function below(units: readonly Nested[], parent: string | null): readonly UnitEntry[] {
  return units.flatMap(({ units: children, ...entry }) => [
    { ...entry, parent },
    ...below(children ?? [], entry.name),
  ]);
}
