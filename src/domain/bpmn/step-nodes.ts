import type { ProcedureDraft, StepDraft } from '../procedures/draft.ts';
import type { BpmnNode, BpmnNodeKind, BpmnWords } from './bpmn.ts';

/** What one row of the form becomes: its tasks, and the gateways and events before and behind them. */
export interface StepNodes {
  readonly step: StepDraft;
  readonly start: BpmnNode | null;
  /** Whether an optional row is needed. */
  readonly skip: BpmnNode | null;
  /** Spreads over several actors and gathers again. */
  readonly split: BpmnNode | null;
  readonly join: BpmnNode | null;
  /** One for each actor; the row's first actor first. */
  readonly tasks: readonly BpmnNode[];
  /** How many of the tasks are those of stand-ins; they are the last ones. */
  readonly standIns: number;
  /** Whether it is sent back, where the form asks no question of its own about it. */
  readonly back: BpmnNode | null;
  readonly question: BpmnNode | null;
  readonly end: BpmnNode | null;
}

type Name = (kind: string, ...parts: readonly string[]) => string;

/** In the order of the form, each in the columns behind the one before. A row without a known actor is left out. */
export function stepNodes(
  draft: ProcedureDraft,
  words: BpmnWords,
  laneOf: (actor: string) => number,
  name: Name,
): readonly StepNodes[] {
  let column = 0;
  let isFirst = true;
  return draft.steps.flatMap((step, place): readonly StepNodes[] => {
    const lanes = lanesOf(step, laneOf);
    const [lane] = lanes.all;
    if (lane === undefined) return [];
    const documentation = words.documentation[place] ?? '';
    const node = (
      prefix: string,
      kind: BpmnNodeKind,
      text: string,
      more: Partial<BpmnNode> = {},
    ): BpmnNode => ({
      id: name(prefix, step.id),
      kind,
      lane,
      column,
      name: text,
      documentation: '',
      isRepeated: false,
      ...more,
    });
    /** In a column of its own, or not at all. */
    const alone = (isWanted: boolean, make: () => BpmnNode): BpmnNode | null => {
      if (!isWanted) return null;
      const made = make();
      column += 1;
      return made;
    };
    const isShared = lanes.all.length > 1;
    const start = alone(isFirst, () => node('Start', 'start', words.start));
    isFirst = false;
    const skip = alone(step.optional === true, () => node('Needed', 'choice', words.needed(step.id)));
    const split = alone(isShared, () => node('Split', 'some', lanes.own > 1 ? words.some : ''));
    const tasks = lanes.all.map((one, index) =>
      node('Task', 'task', `${step.id}. ${step.activity}`, {
        lane: one,
        documentation,
        isRepeated: index < lanes.own && isAssigned(draft, step, one, laneOf),
      }),
    );
    column += 1;
    const join = alone(isShared, () => node('Join', 'some', ''));
    const back = alone(sendsBackUnasked(step), () => node('Returned', 'choice', words.returned));
    const question = alone(step.exits !== undefined, () =>
      node('Question', 'choice', step.question ?? '', { documentation: step.question ?? '' }),
    );
    const end = alone(step.exits === undefined && (step.next ?? null) === null, () =>
      endOf(draft, step, words, laneOf, node),
    );
    return [
      { step, start, skip, split, join, tasks, standIns: lanes.all.length - lanes.own, back, question, end },
    ];
  });
}

function lanesOf(step: StepDraft, laneOf: (actor: string) => number) {
  const known = (actors: readonly string[]) => [...new Set(actors.map(laneOf))].filter((lane) => lane >= 0);
  const own = known(step.actors);
  const standing = own.length === 0 ? [] : known(step.standIns ?? []).filter((lane) => !own.includes(lane));
  return { own: own.length, all: [...own, ...standing] };
}

/** Whoever was assigned works beside the others: several at once. */
function isAssigned(
  { steps }: ProcedureDraft,
  { act }: StepDraft,
  lane: number,
  laneOf: (actor: string) => number,
): boolean {
  const works = act === 'report' || act === 'delegate';
  return works && steps.some(({ delegates = [] }) => delegates.some((actor) => laneOf(actor) === lane));
}

function sendsBackUnasked({ returnsTo, exits }: StepDraft): boolean {
  return returnsTo !== undefined && exits?.tidak !== returnsTo && exits?.ya !== returnsTo;
}

/** An end that only tells somebody lies where it is told: the case ends with the reporter. */
function endOf(
  { actors }: ProcedureDraft,
  { notifies = [] }: StepDraft,
  words: BpmnWords,
  laneOf: (actor: string) => number,
  node: (prefix: string, kind: BpmnNodeKind, text: string, more?: Partial<BpmnNode>) => BpmnNode,
): BpmnNode {
  const told = actors.filter(({ id }) => notifies.includes(id) && laneOf(id) >= 0);
  const [first] = told;
  if (first === undefined) return node('End', 'end', words.end);
  return node('End', 'told', words.told(told.map(({ title }) => title)), { lane: laneOf(first.id) });
}
