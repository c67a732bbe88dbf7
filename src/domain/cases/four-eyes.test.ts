import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { units } from '../../../test/support/cast.ts';
import { shippedProcedures } from '../../../test/support/office-hours.ts';
import { attempt, contextOf, openWalk, plausibleInput, type Walk } from '../../../test/support/walk.ts';
import { type Grant, type PersonActor, reporterActor } from '../access/actor.ts';
import { type Permission, permissions } from '../access/permissions.ts';
import type { CaseCommandName, CaseCommands } from './commands.ts';
import { availableActs } from './decide.ts';
import type { CaseEvent, CaseEventType } from './events.ts';

/** An office whose people hold every role of its SOP at once: only the rule of different people keeps them apart. */
const procedure = shippedProcedures().latest('kemensos/pengelolaan-sp4n-lapor');
const office = ['Ani', 'Budi', 'Cici', 'Dodi', 'Emi'].map(jackOfAllTrades);

function jackOfAllTrades(name: string, index: number): PersonActor {
  const all: readonly Permission[] = permissions;
  const roles = [...new Set(procedure.actors.flatMap((actor) => actor.roles))];
  const anywhere = { institution: 'uji', areaCode: null, categoryId: null };
  const grants: readonly Grant[] = roles.flatMap((role) =>
    [null, units.sentra.path].map((unitPath) => ({ ...anywhere, role, permissions: all, unitPath })),
  );
  return { kind: 'person', id: `20000000-0000-7000-8000-00000000010${index}`, name, unit: null, grants };
}

/** What leads on, and what goes back and forth on the way; nothing that takes the case out of the house. */
const likely: readonly CaseCommandName[] = [
  'verification',
  'disposition',
  'acceptance',
  'assignment',
  'assignment-report',
  'assignment-return',
  'assignment-cancellation',
  'handling-report',
  'report-correction',
  'report-return',
  'report-approval',
  'closure',
  'closure-return',
  'finish',
  'objection',
];

const choices = fc.array(fc.nat(), { minLength: 30, maxLength: 120 });

function walkAbout(picks: readonly number[]): Walk {
  const walk = openWalk(procedure, '2026-03-02T02:00:00.000Z');
  for (const pick of picks) {
    const moves = [...office, reporterActor].flatMap((actor) => {
      const acts = availableActs(walk.state, contextOf(walk, actor));
      return likely.filter((name) => acts.includes(name)).map((name) => ({ actor, name }));
    });
    const move = moves[pick % Math.max(moves.length, 1)];
    if (move === undefined) return walk;
    attempt(walk, move.actor, move.name, inputFor(walk, move.name, pick) as never);
  }
  return walk;
}

/** A task for the UPT, below an open one where there is one and the pick says so: trees of several levels. */
function inputFor(walk: Walk, name: CaseCommandName, pick: number): CaseCommands[CaseCommandName] {
  const input = plausibleInput(name, walk);
  if (name !== 'assignment') return input;
  const open = walk.state.assignments.filter((one) => one.state === 'open');
  const parent = pick % 3 === 0 ? (open.at(-1)?.id ?? null) : null;
  const roles = [...new Set(procedure.actors.flatMap((actor) => actor.roles))];
  return { ...(input as CaseCommands['assignment']), parent, roles };
}

const wrote: readonly CaseEventType[] = ['AssignmentReported', 'HandlingReportSubmitted'];
const examined: readonly CaseEventType[] = [
  'HandlingReportCorrected',
  'HandlingReportReturned',
  'HandlingReportApproved',
];

function whoDid(events: readonly CaseEvent[], types: readonly CaseEventType[]): readonly string[] {
  return events.flatMap(({ type, actor }) =>
    types.includes(type) && actor.kind === 'person' ? [actor.id] : [],
  );
}

test('Who wrote, who examined and who closed are three people, through trees of tasks, returns and objections', () => {
  const seen = { closed: 0, examinedAgain: 0 };
  fc.assert(
    fc.property(choices, (picks) => {
      const { events } = walkAbout(picks);
      for (const [index, event] of events.entries()) {
        if (event.actor.kind !== 'person') continue;
        const { id } = event.actor;
        const before = events.slice(0, index);
        const reopened = before.findLastIndex(({ type }) => type === 'CaseReopened');
        const thisRound = before.slice(reopened + 1);
        const roundsBefore = before.slice(0, reopened + 1);
        if (examined.includes(event.type)) {
          assert.ok(!whoDid(before, wrote).includes(id), 'the examiner wrote none of it');
          const judged = whoDid(roundsBefore, [...examined, 'HandlingReportClosed']);
          assert.ok(!judged.includes(id), 'after an objection somebody else examines');
          if (judged.length > 0) seen.examinedAgain += 1;
        }
        if (event.type === 'HandlingReportClosed') {
          seen.closed += 1;
          assert.ok(!whoDid(before, wrote).includes(id), 'who closes wrote none of it');
          assert.ok(!whoDid(thisRound, examined).includes(id), 'nor examined it');
        }
      }
    }),
    { numRuns: 300, seed: 20261126 },
  );
  assert.ok(seen.closed > 30 && seen.examinedAgain > 3, JSON.stringify(seen));
});
