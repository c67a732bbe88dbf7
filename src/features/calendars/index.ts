/** The working-day calendar as officials keep it: revisions by decree, drafted by one person, applied by another. */
export { recountDeadlines } from './recount.ts';
export { calendarsRoutes } from './routes.ts';
export { readAppliedRevisions } from './store.ts';
export { viewYear } from './view-year.ts';
