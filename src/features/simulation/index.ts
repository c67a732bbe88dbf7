/** Procedures tried out before they are signed: simulated, and walked through by the cases of the past. */
export { ScenarioBody } from './contract.ts';
export { readPastCases } from './read-past.ts';
export { replayLines, simulationLines } from './report-lines.ts';
export { simulationRoutes } from './routes.ts';
export { institutionOf, periodInstants } from './simulate-procedure.ts';
export {
  type NotSimulated,
  type PastPeriod,
  run as runSimulation,
  type Simulated,
  simulationLimits,
} from './task.ts';
