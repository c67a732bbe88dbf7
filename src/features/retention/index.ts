export { planDestruction } from './plan-destruction.ts';
export { retentionRoutes } from './routes.ts';
export { readPeriod } from './settings.ts';
