import type { CaseEventType } from '../../domain/cases/events.ts';

/** Of the reporter's timeline, what is about the matter; their own data, secrecy and files are between them and the office. */
export const toldToClient: readonly CaseEventType[] = [
  'CaseOpened',
  'Verified',
  'QuestionAsked',
  'ReporterCompleted',
  'MessageFromReporter',
  'MessageToReporter',
  'CaseReferred',
  'CaseArchived',
  'CaseMerged',
  'MergeUndone',
  'CaseDispatched',
  'DispositionAccepted',
  'DispositionReturned',
  'HandlingReportClosed',
  'AnswerReleased',
  'CaseConfirmed',
  'ObjectionRaised',
  'CaseReopened',
  'CaseWithdrawn',
  'CaseClosed',
];
