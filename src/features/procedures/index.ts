/** Procedures (SOP) as data: loading, proving, and showing them. */

export { changeDraft } from './change-draft.ts';
export { checkProcedures } from './check.ts';
export { presentFinding } from './finding-text.ts';
export { loadProcedures } from './load.ts';
export { type LoadProblem, presentProblem } from './load-problem.ts';
export { loadRegistry } from './load-registry.ts';
export { presentProcedure } from './present.ts';
export { readProcedureText, writeProcedureYaml } from './procedure-text.ts';
export { readReleases, withReleases } from './read-releases.ts';
export { proceduresRoutes } from './routes.ts';
export { readRunnable } from './runnable.ts';
export { startDraft } from './start-draft.ts';
export { readYamlText } from './yaml-text.ts';
