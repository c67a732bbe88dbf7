export { actAsReporter, addReporterFile } from './act-as-reporter.ts';
export { claimCase, unclaimCase } from './claim-case.ts';
export { correctOwnContact } from './correct-contact.ts';
export { getTracking } from './get-tracking.ts';
export { getOwnData } from './own-data.ts';
export { receiveSubmission } from './receive-submission.ts';
export { findByAccess } from './reporter-access.ts';
export { submissionsRoutes } from './routes.ts';
export { validateSubmission, visible } from './validate.ts';
