/** Procedures (SOP) as data: loading, proving, and showing them. */
export { checkProcedures, type ProcedureCheck } from './check.ts';
export type { ProcedureLibrary } from './library.ts';
export { loadProcedures } from './load.ts';
export type { LoadProblem } from './load-problem.ts';
export { presentListItem, presentProcedure } from './present.ts';
