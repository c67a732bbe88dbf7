/** What a role may allow. Roles are data; a permission is code, because a rule somewhere asks for it. */
export const permissions = [
  'submission.enter', // enter a submission for somebody else (171, counter, letter)
  'call.take', // answer calls of 171: who calls, what came of it
  'letter.print', // print answers to those who are answered by letter, with name and address
  'case.read',
  'case.verify', // verify, refer, archive, ask, merge, classify
  'case.distribute', // send to a unit, or answer at once
  'case.accept', // accept or return a disposition
  'case.handle', // work on it: answer, ask, write to the reporter, write the handling report
  'case.assign', // assign UPT and field workers
  'case.release', // release an answer somebody else wrote
  'case.review', // examine a handling report
  'case.close', // close a handling report as unit head
  'case.finish', // declare finished and send the answer out
  'case.export', // take a case away with its proof, for a court, an inspection, the reporter
  'case.publish', // prepare the public text of a case, and pass what somebody else prepared
  'case.read-sealed', // WBS; nobody else learns that it exists
  'case.work-sealed', // check, research, examine and conclude what came by the sealed door
  'assignment.work', // work on what was assigned to the unit or the person
  'identity.reveal', // open the reporter's identity, with a logged purpose
  'identity.search', // find cases by a telephone number, an address of e-mail, a NIK or KK typed in full
  'identity.destroy', // destroy it when its purpose is over, and hold it back from that
  'urgent.coordinate', // the command centre: hears of every urgent case at once
  'statistics.read',
  'notification.read', // look after what comes in and goes out by channels, without content
  'channel.test', // send a test by a line, at the office's cost
  'message.handle', // open what came in and was set aside, and decide about it
  'organization.manage',
  'procedure.manage', // draft a version of a procedure, and release what somebody else drafted
  'calendar.manage', // prepare a revision of the calendars, and apply what somebody else prepared
  'people.manage',
  'webhook.manage', // say which systems of others are told what happens to cases
  'privacy.manage', // answer for personal data: requests of reporters, holds, destructions, breaches
  'privacy.oversee', // stand beside it as the second person, and read what was recorded
] as const;
export type Permission = (typeof permissions)[number];
