export { actAsReporter, addReporterFile } from './act-as-reporter.ts';
export { getTracking } from './get-tracking.ts';

export { receiveSubmission } from './receive-submission.ts';
export { submissionsRoutes } from './routes.ts';
export { validateSubmission, visible } from './validate.ts';
