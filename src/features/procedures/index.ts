/** Procedures (SOP) as data: loading, proving, and showing them. */
export type { ProcedureLibrary } from '../../domain/procedures/library.ts';
export { checkProcedures, type ProcedureCheck } from './check.ts';
export { loadProcedures } from './load.ts';
export type { LoadProblem } from './load-problem.ts';
export { presentListItem, presentProcedure } from './present.ts';
export { proceduresRoutes } from './routes.ts';
