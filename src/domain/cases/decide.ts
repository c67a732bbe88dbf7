import { capacitiesOf } from '../access/deputy.ts';
import { isNamed } from '../access/named.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type Act, type Acts, namedIn } from './act.ts';
import { answerActs } from './answers.ts';
import { assignmentActs } from './assignments.ts';
import type { CaseState } from './case.ts';
import type { CaseCommandName, CaseCommands } from './commands.ts';
import { conflictActs } from './conflicts.ts';
import { conversationActs } from './conversation.ts';
import { dataRightsActs } from './data-rights.ts';
import { destructionActs } from './destruction.ts';
import { dispositionActs } from './disposition.ts';
import { beginDraft, type DecisionContext } from './draft.ts';
import type { CaseEvent } from './events.ts';
import { handlingReportActs } from './handling-report.ts';
import { inquiryActs } from './inquiry.ts';
import { loweringActs } from './lowering.ts';
import { passingOfTimeActs } from './passing-of-time.ts';
import { endPublication, publicationActs } from './publication.ts';
import { relayActs } from './relay.ts';
import { verdictActs } from './verdict.ts';
import { verificationActs } from './verification.ts';

/** Every act there is; the compiler refuses a command without one. */
const acts: Acts<CaseCommandName> = {
  ...verificationActs,
  ...dispositionActs,
  ...assignmentActs,
  ...handlingReportActs,
  ...answerActs,
  ...inquiryActs,
  ...conversationActs,
  ...relayActs,
  ...verdictActs,
  ...destructionActs,
  ...loweringActs,
  ...dataRightsActs,
  ...passingOfTimeActs,
  ...conflictActs,
  ...publicationActs,
};

export interface Decision {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

/**
 * Decides one command against one state: the events it causes with the state they lead to, or the
 * reason why not. A deputy decides in the first capacity that may, the own before that of an absent person
 * (`capacitiesOf`). Pure; the same inputs give the same events.
 */
export function decide<N extends CaseCommandName>(
  state: CaseState,
  name: N,
  input: CaseCommands[N],
  ctx: DecisionContext,
): Result<Decision, Refusal> {
  const out = keptOut(state, ctx);
  if (out !== null) return err(out);
  const ways = capacitiesOf(ctx.actor).map((actor) => ({ ...ctx, actor }));
  const open = ways.filter((way) => acts[name].refuse(state, way) === null);
  let first: Result<Decision, Refusal> | undefined;
  for (const way of open.length > 0 ? open : ways.slice(0, 1)) {
    const decided = decideAs(state, name, input, way);
    if (decided.ok) return decided;
    // What stands in another's way to act at all says less than what is wrong with what was typed.
    if (first === undefined || (!first.ok && first.error.code === 'not-authorized')) first = decided;
  }
  return first ?? err(refusal('not-authorized'));
}

function decideAs<N extends CaseCommandName>(
  state: CaseState,
  name: N,
  input: CaseCommands[N],
  ctx: DecisionContext,
): Result<Decision, Refusal> {
  const act: Act<N> = acts[name];
  const draft = beginDraft(state, ctx);
  const refused = act.refuse(state, ctx) ?? act.decide(draft, input);
  // Whatever was done: what may not be public any more comes down with it.
  if (refused === null) endPublication(draft);
  return refused === null ? ok({ events: draft.events, state: draft.state }) : err(refused);
}

/** What this actor may do with the case now; the console shows a button because this says so. */
export function availableActs(state: CaseState, ctx: DecisionContext): readonly CaseCommandName[] {
  if (keptOut(state, ctx) !== null) return [];
  const ways = capacitiesOf(ctx.actor).map((actor) => ({ ...ctx, actor }));
  return (Object.keys(acts) as CaseCommandName[]).filter((name) =>
    ways.some((way) => acts[name].refuse(state, way) === null),
  );
}

/** Whom the case names, for them it does not exist: also where an act asks for no permission, as one's own task. */
function keptOut(state: CaseState, { actor }: DecisionContext): Refusal | null {
  return actor.kind === 'person' && isNamed(actor, namedIn(state)) ? refusal('not-found') : null;
}
