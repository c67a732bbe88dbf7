import type { StepAct } from '../procedures/procedure.ts';

/** What is taken where neither the person nor the past says anything. */
export const scenarioDefaults = {
  perDay: 40,
  kinds: { complaint: 0.7, aspiration: 0.1, 'information-request': 0.2 },
  yes: 0.8,
  yesBeforeWayBack: 0.9,
  taken: 0.5,
  returned: 0.05,
  parallel: 1.3,
  /** Staff is set so that nobody is busier than this at a load of 1. */
  busyAtMost: 0.8,
  warmUpDays: 20,
  days: 60,
  replications: 10,
  seed: 1,
  loads: [1, 2, 10],
  zone: 'Asia/Jakarta',
} as const;

/** Minutes of work on one case, by what is done there. */
export const minutesOfAct: Readonly<Record<StepAct, number>> = {
  submit: 0,
  record: 0,
  verify: 15,
  refer: 15,
  distribute: 10,
  'answer-directly': 30,
  dispatch: 5,
  accept: 10,
  'follow-up': 120,
  assign: 15,
  delegate: 15,
  report: 60,
  review: 30,
  close: 15,
  finish: 15,
  answer: 60,
  'pass-on': 15,
  research: 480,
  examine: 1440,
  conclude: 120,
  receive: 0,
  rate: 0,
};
