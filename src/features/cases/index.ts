export { actOnCase, decisionContext, jobsAfter } from './act-on-case.ts';
export { addFile } from './add-file.ts';
export { checkDeadlines, listOverdueUnnoted } from './check-deadlines.ts';
export * from './clock-words.ts';
export { actAsOfficer } from './commands.ts';
export { destroyIdentity, previewDestruction } from './destroy-identity.ts';
export { findCasesByNumber } from './find-cases-by-number.ts';
export { followParent } from './follow-parent.ts';

export { getCase } from './get-case.ts';
export { isInReach } from './in-reach.ts';
export { isAboutRecipient, notAmongNamed } from './name-in-case.ts';
export { presentCase } from './present-case.ts';
export { presentClock } from './present-clock.ts';
export { type ListRow, presentListItem } from './present-list.ts';

export { inArea, notNamed, reachable } from './reach.ts';
export { getRedaction } from './redaction.ts';
export { casesRoutes } from './routes.ts';
export { type ClockedRow, clockOfRow } from './row-clock.ts';
export { snapshotColumns } from './snapshot.ts';
export { eventsColumn, findCase, listEvents, newCaseWrites, nextCaseNumber } from './store.ts';
export { isReportersOwn, machinery, timelineForReporter, toldToReporter } from './timeline.ts';
