import type { InstitutionView, UnitInput } from '../../../src/features/organizations/contract.ts';

export const zones: readonly InstitutionView['zone'][] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

export const kindsOfUnit: readonly UnitInput['kind'][] = [
  'head-office',
  'bureau',
  'directorate',
  'inspectorate',
  'centre',
  'upt',
  'faculty',
  'work-unit',
];
