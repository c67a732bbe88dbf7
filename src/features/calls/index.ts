/** Calls of a call centre: announced by its telephone system, or begun by hand. */

export { announceCall } from './announce-call.ts';
export { isOwnCall, linkCall, wrapUpCall } from './answer-calls.ts';
export { announcementRoutes, callsRoutes } from './routes.ts';
export { callsColumn, sweepCallers, unlinkCalls } from './store.ts';
