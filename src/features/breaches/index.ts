export { breachesRoutes } from './routes.ts';
