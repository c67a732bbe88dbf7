import { type Static, Type } from 'typebox';
import { nullable, words } from '../../platform/http/schema.ts';

const Id = Type.String({ format: 'uuid' });
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const Zone = words(zones);

export const InstitutionView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  zone: Zone,
  procedureId: Type.String(),
  frontUnitId: nullable(Id),
  description: Type.Record(Type.String(), Type.String()),
  active: Type.Boolean(),
});
export type InstitutionView = Static<typeof InstitutionView>;
export const InstitutionInput = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  shortName: Type.String({ minLength: 1, maxLength: 40 }),
  zone: Zone,
  procedureId: Type.String({ maxLength: 120 }),
  frontUnitId: nullable(Id),
  description: Type.Record(Type.String(), Type.String({ maxLength: 2000 })),
  active: Type.Boolean(),
});
export const NewInstitution = Type.Object({
  id: Type.String({ pattern: '^[a-z0-9-]{2,40}$' }),
  ...InstitutionInput.properties,
});

export const UnitView = Type.Object({
  id: Id,
  institutionId: Type.String(),
  parentId: nullable(Id),
  name: Type.String(),
  kind: Type.String(),
  zone: Zone,
  areaCode: nullable(Type.String()),
  depth: Type.Integer(),
  verified: Type.Boolean(),
  active: Type.Boolean(),
});
export type UnitView = Static<typeof UnitView>;
/** Kinds of unit; `upt` and `field` are what procedures call UPT/Balai Besar and the field. */
export const unitKinds = [
  'head-office',
  'bureau',
  'directorate',
  'inspectorate',
  'centre',
  'upt',
  'faculty',
  'work-unit',
] as const;
export const UnitInput = Type.Object({
  parentId: nullable(Id),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  kind: words(unitKinds),
  zone: Zone,
  areaCode: nullable(Type.String({ maxLength: 13 })),
  verified: Type.Boolean(),
  active: Type.Boolean(),
});
export type UnitInput = Static<typeof UnitInput>;

export const CategoryView = Type.Object({
  id: Type.String(),
  institutionId: Type.String(),
  parentId: nullable(Type.String()),
  name: Type.String(),
  names: Type.Record(Type.String(), Type.String()),
  defaultUnitId: nullable(Id),
  suggestsOversight: Type.Boolean(),
  active: Type.Boolean(),
  position: Type.Integer(),
});
export type CategoryView = Static<typeof CategoryView>;
export const CategoryInput = Type.Object({
  parentId: nullable(Type.String()),
  names: Type.Object({
    id: Type.String({ minLength: 1, maxLength: 120 }),
    en: Type.String({ minLength: 1, maxLength: 120 }),
  }),
  defaultUnitId: nullable(Id),
  suggestsOversight: Type.Boolean(),
  active: Type.Boolean(),
  position: Type.Integer(),
});
export type CategoryInput = Static<typeof CategoryInput>;

/** `GET /areas?q=` and `GET /areas?parent=`. */
export const AreaView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  level: words(['province', 'regency', 'district', 'village']),
  fullName: Type.String(),
});
export type AreaView = Static<typeof AreaView>;
