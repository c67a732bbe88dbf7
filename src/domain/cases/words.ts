/** The closed vocabularies of a case. Every one is translated in `locales/` and mapped in `CONTEXT.md`. */

export const caseKinds = ['complaint', 'aspiration', 'information-request'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** What every citizen reads; closed over all procedures. */
export const caseStatuses = [
  'received',
  'verifying',
  'awaiting-reporter',
  'merged',
  'referred',
  'archived',
  'sealed',
  'dispatched',
  'in-progress',
  'in-review',
  'answered',
  'closed',
  'reopened',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Only `confirmed` counts as settled (diselesaikan). */
export const closureKinds = ['confirmed', 'no-response', 'cannot-be-met', 'withdrawn'] as const;
export type ClosureKind = (typeof closureKinds)[number];

/** Duplicate is never a reason: such a case is merged and its reporter stays informed. */
export const archiveReasons = [
  'not-public-service',
  'outside-government',
  'court-or-crime',
  'not-understandable',
  'not-completed',
  'spam',
  'hate-without-matter',
  'reporter-request',
] as const;
export type ArchiveReason = (typeof archiveReasons)[number];

/** L4, the sealed WBS level, is a status of its own and never chosen here. */
export const secrecyLevels = ['L0', 'L1', 'L2', 'L3'] as const;
export type SecrecyLevel = (typeof secrecyLevels)[number];

export const reportOutcomes = ['met-fully', 'met-partly', 'cannot-be-met'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

export const channelIds = ['web', 'counter', 'letter', 'phone', 'api', 'sms', 'email', 'open311'] as const;
export type ChannelId = (typeof channelIds)[number];

/** By which way a reporter's later words reach an officer who enters them. */
export const relayChannels = ['counter', 'letter', 'phone'] as const;
export type RelayChannel = (typeof relayChannels)[number];

/** The sealed door (WBS). No channel that an officer may name: what comes by it never stands among the others. */
export const sealedChannel = 'wbs';

/** What an inquiry into a whistle-blower's case may end with. */
export const inquiryOutcomes = [
  'proven',
  'not-proven',
  'referred-kpk',
  'referred-police',
  'referred-ombudsman',
] as const;
export type InquiryOutcome = (typeof inquiryOutcomes)[number];

/** Whose turn it is, as a work list; `none` when nobody has to act. */
export const queues = [
  'verification',
  'distribution',
  'acceptance',
  'handling',
  'answering',
  'release',
  'review',
  'closing',
  'finishing',
  'reporter',
  'none',
] as const;
export type Queue = (typeof queues)[number];
