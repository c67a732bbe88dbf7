import { type Actor, reporterActor, systemActor } from '../../src/domain/access/actor.ts';
import type { CaseCommandName, CaseCommands } from '../../src/domain/cases/commands.ts';
import { currentStep } from '../../src/domain/cases/draft.ts';
import type { Procedure, StepAct } from '../../src/domain/procedures/procedure.ts';
import { cast, units } from './cast.ts';
import { attempt, openWalk, plausibleInput, type Walk } from './walk.ts';

/** A number from 0 up to 1, the same series for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Move = readonly [weight: number, actor: Actor, name: CaseCommandName];

/** What people do where a case stands; the rarer things too. What the case refuses is simply not done. */
const movesAt: Readonly<Partial<Record<StepAct, readonly Move[]>>> = {
  verify: [
    [60, cast.verifier, 'verification'],
    [8, cast.verifier, 'question'],
    [5, cast.verifier, 'referral'],
    [4, cast.verifier, 'archive'],
    [3, cast.verifier, 'merger'],
    [2, cast.verifier, 'seal'],
  ],
  distribute: [
    [60, cast.verifier, 'disposition'],
    [12, cast.verifier, 'answer'],
    [4, cast.verifier, 'question'],
    [3, cast.verifier, 'referral'],
    [3, cast.verifier, 'classification'],
  ],
  dispatch: [
    [60, cast.liaison, 'disposition'],
    [3, cast.verifier, 'archive'],
  ],
  'answer-directly': [
    [50, cast.secondVerifier, 'release'],
    [10, cast.secondVerifier, 'answer-return'],
    [20, cast.verifier, 'answer'],
  ],
  accept: [
    [50, cast.unitOfficer, 'acceptance'],
    [12, cast.liaison, 'disposition-return'],
  ],
  'follow-up': [
    [30, cast.unitOfficer, 'handling-report'],
    [30, cast.unitOfficer, 'assignment'],
    [8, cast.unitOfficer, 'question'],
    [6, cast.unitOfficer, 'message'],
    [3, cast.verifier, 'merger'],
  ],
  assign: [
    [30, cast.uptOfficer, 'assignment-report'],
    [10, cast.unitOfficer, 'assignment'],
    [5, cast.unitOfficer, 'assignment-cancellation'],
    [3, cast.unitOfficer, 'assignment-hand-over'],
    [20, cast.unitOfficer, 'handling-report'],
  ],
  delegate: [[30, cast.uptOfficer, 'assignment-report']],
  report: [
    [30, cast.uptOfficer, 'assignment-report'],
    [20, cast.unitOfficer, 'handling-report'],
    [5, cast.unitOfficer, 'question'],
  ],
  review: [
    [50, cast.secondUnitOfficer, 'report-approval'],
    [10, cast.secondUnitOfficer, 'report-return'],
    [20, cast.thirdUnitOfficer, 'report-approval'],
  ],
  close: [
    [40, cast.unitHead, 'closure'],
    [8, cast.unitHead, 'closure-return'],
  ],
  finish: [[40, cast.unitOfficer, 'finish']],
  answer: [
    [40, cast.unitOfficer, 'answer'],
    [6, cast.unitOfficer, 'question'],
  ],
  'pass-on': [
    [40, cast.liaison, 'release'],
    [8, cast.liaison, 'answer-return'],
  ],
};

const movesOfReporter: readonly Move[] = [
  [20, reporterActor, 'completion'],
  [30, reporterActor, 'confirmation'],
  [8, reporterActor, 'objection'],
  [14, systemActor, 'expiry'],
  [2, reporterActor, 'withdrawal'],
];

const movesWhileMerged: readonly Move[] = [
  [10, systemActor, 'parent-answer'],
  [10, cast.verifier, 'merger-undoing'],
  [5, systemActor, 'parent-left'],
];

/** One case walked at random from `start` on for so many attempts at most; many are still open at the end. */
export function randomHistory(random: Random, procedure: Procedure, start: string): Walk {
  const walk = openWalk(procedure, start);
  const attempts = 3 + Math.floor(random() * 17);
  for (let count = 0; count < attempts; count += 1) {
    walk.now = later(random, walk.now);
    const move = pick(random, movesOf(walk));
    if (move === undefined) break;
    const [, actor, name] = move;
    attempt(walk, actor, name, inputOf(random, name, walk));
  }
  return walk;
}

function movesOf(walk: Walk): readonly Move[] {
  const { status } = walk.state;
  if (status === 'merged') return movesWhileMerged;
  if (['answered', 'awaiting-reporter', 'closed', 'archived', 'referred'].includes(status)) {
    return movesOfReporter;
  }
  const act = currentStep(walk.state, walk.procedure)?.act;
  const office = act === undefined ? [] : (movesAt[act] ?? []);
  return [...office, [1, reporterActor, 'withdrawal']];
}

/** Half the cases go to a unit in another zone. */
function inputOf(random: Random, name: CaseCommandName, walk: Walk): CaseCommands[CaseCommandName] {
  const input = plausibleInput(name, walk);
  if (name !== 'disposition' || random() < 0.5) return input;
  return { ...(input as CaseCommands['disposition']), unit: units.sentra };
}

function pick(random: Random, moves: readonly Move[]): Move | undefined {
  const total = moves.reduce((sum, [weight]) => sum + weight, 0);
  let left = random() * total;
  return moves.find(([weight]) => {
    left -= weight;
    return left < 0;
  });
}

/** Seconds, hours or days later, as work goes; sometimes in the same moment. */
function later(random: Random, instant: string): string {
  const kind = random();
  const day = 24 * 60 * 60 * 1000;
  const gap =
    kind < 0.05
      ? 0
      : kind < 0.35
        ? random() * 3 * 60 * 1000
        : kind < 0.75
          ? random() * 12 * 60 * 60 * 1000
          : kind < 0.97
            ? random() * 4 * day
            : random() * 25 * day;
  return new Date(Date.parse(instant) + Math.floor(gap)).toISOString();
}

/** The same rows with a limit of another kind in each, so that every unit of time is measured. */
export function withManyLimits(procedure: Procedure, version: number): Procedure {
  const limits = [
    { amount: 1, unit: 'workingDay' },
    { amount: 6, unit: 'hour' },
    { amount: 2, unit: 'calendarDay' },
    { amount: 90, unit: 'minute' },
    { amount: 3, unit: 'workingDay' },
    null,
  ] as const;
  const steps = procedure.steps.map((step, index) => ({ ...step, limit: limits[index % 6] ?? null }));
  return { ...procedure, version, steps, overallLimit: { amount: 9, unit: 'calendarDay' } };
}
