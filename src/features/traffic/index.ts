/** What comes in and goes out by channels, for the people who look after it. */
export { discard } from './decide.ts';
export { trafficReach } from './reach.ts';
export { trafficRoutes } from './routes.ts';
