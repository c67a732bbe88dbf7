/** Calls of a call centre: announced by its telephone system, or begun by hand. */

export { isOwnCall, linkCall } from './answer-calls.ts';
export { announcementRoutes, callsRoutes } from './routes.ts';
export { callsColumn, sweepCallers, unlinkCalls } from './store.ts';
