/** The people who work here: accounts, sessions, roles and whom work can be given to. */
export { addPerson } from './administer-people.ts';
export { findAssignee, listAssignees } from './assignees.ts';
export { findToldDeputyship } from './deputies/find-told-deputyship.ts';
export { heldRoles } from './deputies/held-roles.ts';
export { listStandIns } from './deputies/list-stand-ins.ts';
export { csrfTokenOf, findActor } from './find-actor.ts';
export { deliverInvitation } from './invitations/deliver-invitation.ts';
export { importRoles, readRoleIds, relaxSecondFactors } from './roles.ts';
export { peopleRoutes } from './routes.ts';
export { bearerOf, tokenOf } from './session-cookie.ts';
export { sweepSessions } from './sweep-sessions.ts';
export { rewrapTotpSecrets } from './totp-store.ts';
