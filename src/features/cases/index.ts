export { actOnCase, decisionContext, jobsAfter } from './act-on-case.ts';
export { answerMergedCases } from './answer-merged-cases.ts';
export { checkDeadlines, listOverdueUnnoted } from './check-deadlines.ts';
export { actAsOfficer } from './commands.ts';

export { presentClock } from './present-clock.ts';

export { casesRoutes } from './routes.ts';
export { findCase, insertCase, listEvents, nextCaseNumber } from './store.ts';
export { timelineForReporter } from './timeline.ts';
