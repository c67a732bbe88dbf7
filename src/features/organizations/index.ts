/** Institutions, their units and categories: who takes in, who handles, under which heading. */
export { findCategory, listCategories } from './categories.ts';
export { AreaView } from './contract.ts';
export { importInstitutions } from './import-institutions.ts';
export {
  atFault,
  findReceivingInstitution,
  getInstitution,
  listInstitutions,
  type ReceivingInstitution,
} from './institutions.ts';
export { getUnitRefs, listUnits } from './list-units.ts';
export { manages } from './rights.ts';
export { organizationsRoutes } from './routes.ts';
