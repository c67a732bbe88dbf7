/** The people who work here: accounts, sessions, roles and whom work can be given to. */
export { addPerson, type FirstPassword } from './administer-people.ts';
export { findAssignee, listAssignees, type NamedAssignee } from './assignees.ts';
export { findActor, type Session } from './find-actor.ts';
export { importRoles } from './roles.ts';
export { peopleRoutes } from './routes.ts';
export { sweepSessions } from './sweep-sessions.ts';
