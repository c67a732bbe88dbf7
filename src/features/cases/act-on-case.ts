import type { CaseState } from '../../domain/cases/case.ts';
import type { CaseCommandName, CaseCommands } from '../../domain/cases/commands.ts';
import { decide } from '../../domain/cases/decide.ts';
import type { DecisionContext } from '../../domain/cases/draft.ts';
import type { CaseEvent } from '../../domain/cases/events.ts';
import { nextCheck } from '../../domain/cases/queue.ts';
import { type Refusal, refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { writeTogether } from '../../platform/db/write-together.ts';
import { jobWrites, type NewJob } from '../../platform/jobs/enqueue.ts';
import type { Context, Reading } from '../context/index.ts';
import { isInReach } from './in-reach.ts';
import { decisionWrites, findCaseForUpdate } from './store.ts';

/** Turns an API input into a domain command, once the case is locked and known; may look things up. */
export type Resolve<N extends CaseCommandName> = (
  state: CaseState,
) => Promise<Result<CaseCommands[N], Refusal>> | Result<CaseCommands[N], Refusal>;

export interface Acted {
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
}

/**
 * The one way in which a case changes: load under lock, decide (rights included), append the events,
 * bring the snapshot up to date, enqueue what follows. All in `ctx.tx`, so it commits together or not at
 * all. `expectedVersion` is the version the officer looked at; where the case has moved on since, the
 * act is refused with `changed-meanwhile` and nothing typed is lost.
 */
export async function actOnCase<N extends CaseCommandName>(
  ctx: Context,
  caseId: string,
  name: N,
  input: CaseCommands[N] | Resolve<N>,
  expectedVersion?: number,
): Promise<Result<Acted, Refusal>> {
  const before = await findCaseForUpdate(ctx, caseId);
  if (before === undefined) return err(refusal('not-found'));
  if (ctx.actor.kind === 'person' && !isInReach(ctx.actor, before)) return err(refusal('not-found'));
  if (expectedVersion !== undefined && before.version !== expectedVersion) {
    return err(refusal('changed-meanwhile', { version: before.version }));
  }
  const command = typeof input === 'function' ? await input(before) : ok(input);
  if (!command.ok) return command;
  const decided = decide(before, name, command.value, decisionContext(ctx, before));
  if (!decided.ok) return decided;
  const { state, events } = decided.value;
  const procedure = ctx.office.procedures.get(before.procedure.id, before.procedure.version);
  await writeTogether(ctx.tx, [
    ...decisionWrites(ctx.tx, before, { state, events }, procedure, ctx.now),
    ...jobWrites(jobsAfter(state, events)),
  ]);
  return ok({ state, events });
}

/** What a decision about this case may look at: its own procedure version, whatever is newer. */
export function decisionContext(ctx: Reading, of: Pick<CaseState, 'procedure'>): DecisionContext {
  return {
    actor: ctx.actor,
    now: ctx.now,
    procedure: ctx.office.procedures.get(of.procedure.id, of.procedure.version),
    calendar: ctx.office.calendar,
    rules: ctx.office.rules,
  };
}

/** What merged cases wait for, or what leaves them without it. */
const endings: readonly CaseEvent['type'][] = [
  'AnswerReleased',
  'CaseReferred',
  'CaseArchived',
  'CaseSealed',
  'CaseWithdrawn',
];

/**
 * The jobs that commit with the events: one that tells whom the events concern (it carries the events'
 * numbers, so that two quick changes never send the wrong text), and one that looks again when the next
 * deadline has passed.
 */
export function jobsAfter(state: CaseState, events: readonly CaseEvent[]): readonly NewJob[] {
  const first = events[0];
  const last = events.at(-1);
  if (first === undefined || last === undefined) return [];
  const jobs: NewJob[] = [
    { task: 'tell-of-events', payload: { caseId: state.id, from: first.seq, to: last.seq } },
  ];
  const check = nextCheck(state);
  if (check !== null) {
    const afterDue = new Date(Date.parse(check) + 1000).toISOString();
    jobs.push({
      task: 'check-deadlines',
      payload: { caseId: state.id },
      runAt: afterDue,
      key: `deadlines:${state.id}`,
    });
  }
  if (events.some(({ type }) => type === 'CaseSealed')) {
    jobs.push({ task: 'hand-over-sealed', payload: { caseId: state.id } });
  }
  if (events.some((event) => endings.includes(event.type))) {
    jobs.push({ task: 'follow-parent', payload: { caseId: state.id } });
  }
  return jobs;
}
