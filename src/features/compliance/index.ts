/** How far an SOP was kept: measured by the logs of cases, after their acts have committed. */
export { measureAgain, measureLeftOut } from './catch-up.ts';
export { measureAfterAct } from './keep-measures.ts';
export { complianceRoutes } from './routes.ts';
