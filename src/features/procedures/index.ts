/** Procedures (SOP) as data: loading, proving, and showing them. */

export { checkProcedures } from './check.ts';
export { loadProcedures } from './load.ts';
export { presentProcedure } from './present.ts';
export { readReleases, withReleases } from './read-releases.ts';
export { proceduresRoutes } from './routes.ts';
