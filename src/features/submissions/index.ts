export { actAsReporter, addReporterFile } from './act-as-reporter.ts';
export { correctOwnContact } from './correct-contact.ts';
export { findByCode, getTracking } from './get-tracking.ts';
export { getOwnData } from './own-data.ts';
export { receiveSubmission } from './receive-submission.ts';
export { submissionsRoutes } from './routes.ts';
export { validateSubmission, visible } from './validate.ts';
