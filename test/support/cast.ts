import type { Grant, PersonActor } from '../../src/domain/access/actor.ts';
import type { Permission } from '../../src/domain/access/permissions.ts';
import type { UnitRef } from '../../src/domain/cases/case.ts';

/** Units and people of a small imagined institution, for tests of the pure core. */
export const units = {
  directorate: unit('10000000-0000-7000-8000-000000000001', 'Direktorat Rehabilitasi', null, 'Asia/Jakarta'),
  sentra: unit(
    '10000000-0000-7000-8000-000000000002',
    'Sentra Makassar',
    '10000000-0000-7000-8000-000000000001',
    'Asia/Makassar',
  ),
  other: unit('10000000-0000-7000-8000-000000000003', 'Direktorat Jaminan', null, 'Asia/Jakarta'),
} as const;

function unit(id: string, name: string, parent: string | null, zone: string): UnitRef {
  return { id, name, path: parent === null ? `/${id}/` : `/${parent}/${id}/`, zone };
}

const office: readonly Permission[] = [
  'case.read',
  'case.accept',
  'case.handle',
  'case.assign',
  'case.review',
  'case.finish',
  'identity.reveal',
];

let serial = 0;

export const cast = {
  verifier: person(
    'Vera',
    'verifier',
    ['case.read', 'case.verify', 'case.distribute', 'case.release', 'case.handle', 'identity.reveal'],
    null,
  ),
  secondVerifier: person(
    'Bagus',
    'verifier',
    ['case.read', 'case.verify', 'case.distribute', 'case.release', 'case.handle'],
    null,
  ),
  liaison: person('Lina', 'liaison-officer', [...office, 'case.distribute', 'case.release'], null),
  unitOfficer: person('Ujang', 'unit-officer', office, units.directorate),
  secondUnitOfficer: person('Uni', 'unit-officer', office, units.directorate),
  thirdUnitOfficer: person('Umar', 'unit-officer', office, units.directorate),
  otherUnitOfficer: person('Oki', 'unit-officer', office, units.other),
  uptOfficer: person('Upik', 'upt-officer', ['case.read', 'assignment.work', 'case.assign'], units.sentra),
  fieldWorker: person('Fajar', 'field-worker', ['assignment.work'], units.sentra),
  unitHead: person('Hadi', 'unit-head', ['case.read', 'case.close', 'statistics.read'], units.directorate),
  administrator: person('Ani', 'system-administrator', ['organization.manage', 'people.manage'], null),
} as const;

function person(
  name: string,
  role: string,
  permissions: readonly Permission[],
  home: UnitRef | null,
): PersonActor {
  serial += 1;
  const grant: Grant = {
    role,
    permissions,
    institution: 'uji',
    unitPath: home?.path ?? null,
    areaCode: null,
    categoryId: null,
  };
  return {
    kind: 'person',
    id: `20000000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
    name,
    unit: home === null ? null : { id: home.id, name: home.name, path: home.path },
    grants: [grant],
  };
}
