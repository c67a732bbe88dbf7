import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cast, units } from '../../../test/support/cast.ts';
import { shippedProcedures } from '../../../test/support/office-hours.ts';
import {
  act,
  attempt,
  content,
  contextOf,
  everybody,
  openWalk,
  plausibleInput,
  possibleMoves,
  type Walk,
} from '../../../test/support/walk.ts';
import { reporterActor, systemActor } from '../access/actor.ts';
import type { CaseCommandName } from './commands.ts';
import { availableActs } from './decide.ts';
import { evolve, fold } from './evolve.ts';

const library = shippedProcedures();
const procedures = ['kemensos/pengelolaan-sp4n-lapor', 'politeknik/pengaduan-online'].map((id) =>
  library.latest(id),
);

/** A list of choices: which of the possible moves, and how many hours pass before it. */
const choices = fc.array(fc.record({ pick: fc.nat(), hours: fc.integer({ min: 0, max: 60 }) }), {
  minLength: 1,
  maxLength: 40,
});

const opening = fc.record({
  procedure: fc.constantFrom(...procedures),
  kind: fc.constantFrom('complaint' as const, 'aspiration' as const, 'information-request' as const),
  day: fc.integer({ min: 0, max: 500 }),
});

function wander(
  start: {
    procedure: (typeof procedures)[number];
    kind: 'complaint' | 'aspiration' | 'information-request';
    day: number;
  },
  steps: readonly { pick: number; hours: number }[],
  each: (walk: Walk, done: CaseCommandName) => void = () => {},
): Walk {
  const begin = new Date(Date.UTC(2025, 0, 6, 2) + start.day * 86_400_000).toISOString();
  const walk = openWalk(start.procedure, begin, start.kind);
  for (const { pick, hours } of steps) {
    walk.now = new Date(Date.parse(walk.now) + hours * 3_600_000).toISOString();
    const moves = possibleMoves(walk);
    const move = moves[pick % Math.max(moves.length, 1)];
    if (move === undefined) break;
    attempt(walk, move.actor, move.name, plausibleInput(move.name, walk));
    each(walk, move.name);
  }
  return walk;
}

test('folding a log whole, in parts, twice or after a replay gives the same state and deadlines', () => {
  fc.assert(
    fc.property(opening, choices, fc.nat(), (start, steps, cut) => {
      const { state, events } = wander(start, steps);
      assert.deepEqual(fold(state.id, events), state);
      const middle = cut % (events.length + 1);
      const first = fold(state.id, events.slice(0, middle));
      assert.deepEqual(events.slice(middle).reduce(evolve, first), state);
      assert.deepEqual(events.reduce(evolve, state), state);
      assert.deepEqual(fold(state.id, JSON.parse(JSON.stringify(events))), JSON.parse(JSON.stringify(state)));
    }),
    { numRuns: 150 },
  );
});

test('no act moves a deadline of the office earlier, and none starts its count anew', () => {
  fc.assert(
    fc.property(opening, choices, (start, steps) => {
      let before = new Map<string, { due: string | null; startedAt: string }>();
      wander(start, steps, (walk) => {
        for (const clock of walk.state.clocks) {
          const was = before.get(clock.id);
          if (was === undefined) continue;
          assert.equal(clock.startedAt, was.startedAt, `${clock.id} was started anew`);
          if (was.due !== null)
            assert.ok(clock.due !== null && clock.due >= was.due, `${clock.id} moved earlier`);
        }
        before = new Map(
          walk.state.clocks.map((clock) => [clock.id, { due: clock.due, startedAt: clock.startedAt }]),
        );
      });
    }),
    { numRuns: 150 },
  );
});

test('talking, copying, noting and forwarding change no deadline that runs', () => {
  const quiet: ReadonlySet<CaseCommandName> = new Set([
    'note',
    'copy',
    'reporter-message',
    'secrecy',
    'reveal',
    'disposition-return',
    'merger',
    'merger-undoing',
  ]);
  fc.assert(
    fc.property(opening, choices, (start, steps) => {
      let before: Walk['state'] | undefined;
      wander(start, steps, (walk, done) => {
        if (before !== undefined && quiet.has(done)) {
          for (const clock of before.clocks) {
            const now = walk.state.clocks.find((one) => one.id === clock.id);
            assert.equal(now?.due, clock.due, `${done} moved ${clock.id}`);
          }
        }
        before = walk.state;
      });
    }),
    { numRuns: 100 },
  );
});

test('from every state that can be reached the case can be brought to an end', () => {
  fc.assert(
    fc.property(opening, choices, (start, steps) => {
      const walk = wander(start, steps);
      assert.ok(finish(walk), `stuck at step ${walk.state.step} in ${walk.state.status}`);
    }),
    { numRuns: 150 },
  );
});

/** What a willing office does next; the first that somebody may do now. */
const onwards: readonly CaseCommandName[] = [
  'completion',
  'confirmation',
  'merger-undoing',
  'verification',
  'disposition',
  'acceptance',
  'assignment-cancellation',
  'handling-report',
  'report-approval',
  'closure',
  'finish',
  'release',
  'answer',
];

function finish(walk: Walk): boolean {
  for (let round = 0; round < 30; round += 1) {
    if (['closed', 'referred', 'archived', 'sealed'].includes(walk.state.status)) return true;
    const done = onwards.some((name) =>
      everybody.some(
        (actor) =>
          availableActs(walk.state, contextOf(walk, actor)).includes(name) &&
          attempt(walk, actor, name, plausibleInput(name, walk)) === null,
      ),
    );
    if (!done) return false;
  }
  return false;
}

test('handler, reviewer and closer are three people, whatever roles they hold', () => {
  const [ministry] = procedures;
  assert.ok(ministry !== undefined);
  const walk = openWalk(ministry, '2026-03-02T02:00:00.000Z');
  act(walk, cast.verifier, 'verification', plausibleInput('verification', walk) as never);
  act(walk, cast.verifier, 'disposition', { unit: units.directorate, copies: [], note: '' });
  act(walk, cast.unitOfficer, 'acceptance', {});
  act(walk, cast.unitOfficer, 'handling-report', { content });
  assert.equal(attempt(walk, cast.unitOfficer, 'report-approval', { note: '' }), 'same-person');
  act(walk, cast.secondUnitOfficer, 'report-approval', { note: '' });
  const everywhere = { ...cast.unitHead, id: cast.secondUnitOfficer.id };
  assert.equal(attempt(walk, everywhere, 'closure', { note: '' }), 'same-person');
  act(walk, cast.unitHead, 'closure', { note: '' });
});

test('rights are denied by default: no role, another unit, another institution, an administrator', () => {
  const [ministry] = procedures;
  assert.ok(ministry !== undefined);
  const walk = openWalk(ministry, '2026-03-02T02:00:00.000Z');
  const elsewhere = {
    ...cast.verifier,
    grants: cast.verifier.grants.map((grant) => ({ ...grant, institution: 'lain' })),
  };
  for (const nobody of [cast.unitOfficer, cast.administrator, elsewhere, reporterActor]) {
    assert.equal(
      attempt(walk, nobody, 'verification', plausibleInput('verification', walk) as never),
      'not-authorized',
    );
  }
  act(walk, cast.verifier, 'verification', plausibleInput('verification', walk) as never);
  act(walk, cast.verifier, 'disposition', { unit: units.directorate, copies: [units.other], note: '' });
  assert.equal(attempt(walk, cast.otherUnitOfficer, 'acceptance', {}), 'not-authorized');
  assert.equal(attempt(walk, cast.otherUnitOfficer, 'note', { text: 'x' }), 'not-authorized');
  act(walk, cast.unitOfficer, 'acceptance', {});
});

test('a disposition is returned twice at most', () => {
  const [ministry] = procedures;
  assert.ok(ministry !== undefined);
  const walk = openWalk(ministry, '2026-03-02T02:00:00.000Z');
  act(walk, cast.verifier, 'verification', plausibleInput('verification', walk) as never);
  for (let round = 0; round < 2; round += 1) {
    act(walk, cast.verifier, 'disposition', { unit: units.directorate, copies: [], note: '' });
    act(walk, cast.unitOfficer, 'disposition-return', { reason: 'bukan tugas kami' });
  }
  act(walk, cast.verifier, 'disposition', { unit: units.directorate, copies: [], note: '' });
  assert.equal(
    attempt(walk, cast.unitOfficer, 'disposition-return', { reason: 'bukan tugas kami' }),
    'returned-too-often',
  );
});

test('silence of the reporter closes as no-response, never as settled; thirty days later it stays closed', () => {
  const [, polytechnic] = procedures;
  assert.ok(polytechnic !== undefined);
  const walk = openWalk(polytechnic, '2026-03-02T02:00:00.000Z');
  act(walk, cast.verifier, 'verification', plausibleInput('verification', walk) as never);
  act(walk, cast.liaison, 'disposition', { unit: units.directorate, copies: [], note: '' });
  act(walk, cast.unitOfficer, 'acceptance', {});
  act(walk, cast.unitOfficer, 'answer', { text: 'Sudah diperbaiki.' });
  act(walk, cast.liaison, 'release', {});
  assert.equal(walk.state.status, 'answered');
  assert.equal(attempt(walk, systemActor, 'expiry', {}), 'not-this-status');
  walk.now = '2026-04-30T02:00:00.000Z';
  act(walk, systemActor, 'expiry', {});
  assert.equal(walk.state.closure?.kind, 'no-response');
  walk.now = '2026-06-15T02:00:00.000Z';
  assert.equal(attempt(walk, reporterActor, 'objection', { reason: 'belum' }), 'window-closed');
});

test('after an objection another person must examine the answer', () => {
  const [, polytechnic] = procedures;
  assert.ok(polytechnic !== undefined);
  const walk = openWalk(polytechnic, '2026-03-02T02:00:00.000Z');
  act(walk, cast.verifier, 'verification', plausibleInput('verification', walk) as never);
  act(walk, cast.liaison, 'disposition', { unit: units.directorate, copies: [], note: '' });
  act(walk, cast.unitOfficer, 'acceptance', {});
  act(walk, cast.unitOfficer, 'answer', { text: 'Sudah diperbaiki.' });
  act(walk, cast.liaison, 'release', {});
  const due = walk.state.clocks.find((clock) => clock.rule === 'class-complaint')?.due;
  walk.now = '2026-03-05T02:00:00.000Z';
  act(walk, reporterActor, 'objection', { reason: 'masih rusak' });
  assert.equal(walk.state.status, 'reopened');
  act(walk, cast.unitOfficer, 'answer', { text: 'Diganti baru.' });
  assert.equal(attempt(walk, cast.liaison, 'release', {}), 'same-person');
  act(walk, { ...cast.liaison, id: 'another-liaison' }, 'release', {});
  const later = walk.state.clocks.find((clock) => clock.rule === 'class-complaint')?.due;
  assert.ok(due != null && later != null && later >= due);
});
