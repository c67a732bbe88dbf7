import { drawChart } from '../flowchart/draw-chart.ts';
import type { ProcedureDraft } from '../procedures/draft.ts';
import type { Bpmn, BpmnFlow, BpmnNode, BpmnPaper, BpmnWords } from './bpmn.ts';
import { type StepNodes, stepNodes } from './step-nodes.ts';
import { xmlNames } from './xml-names.ts';

type Name = ReturnType<typeof xmlNames>;

/**
 * A procedure as BPMN, or a draft as somebody writes it: what points nowhere is left out, and nothing throws. The
 * lanes stand in the order of the flowchart's columns.
 */
export function drawBpmn(draft: ProcedureDraft, words: BpmnWords): Bpmn {
  const columns = drawChart(draft).columns;
  const laneOf = (actor: string) => columns.findIndex(({ id }) => id === actor);
  const name = xmlNames();
  const lanes = columns.map(({ id, title }) => ({ id: name('Lane', id), title }));
  const groups = stepNodes(draft, words, laneOf, name);
  return {
    lanes,
    nodes: groups.flatMap(nodesOf),
    flows: groups.flatMap((group) => flowsOf(group, groups, words, name)),
    papers: groups.flatMap((group) => papersOf(draft, group, words, laneOf, name)),
  };
}

function nodesOf({ start, skip, split, tasks, join, back, question, end }: StepNodes): readonly BpmnNode[] {
  return [start, skip, split, ...tasks, join, back, question, end].flatMap((node) => node ?? []);
}

/** The node by which a row is entered, past the start event. */
function entryOf({ skip, split, tasks }: StepNodes): BpmnNode | undefined {
  return skip ?? split ?? tasks[0];
}

function flowsOf(
  group: StepNodes,
  groups: readonly StepNodes[],
  words: BpmnWords,
  name: Name,
): readonly BpmnFlow[] {
  const { step, start, skip, split, tasks, join, back, question, end, standIns } = group;
  const find = (id: string | null | undefined) => {
    const found = groups.find((one) => one.step.id === id);
    return found === undefined ? undefined : entryOf(found);
  };
  const flow = (
    from: BpmnNode | null | undefined,
    to: BpmnNode | null | undefined,
    leaves: BpmnFlow['leaves'],
    text = '',
  ): readonly BpmnFlow[] =>
    from == null || to == null
      ? []
      : [{ id: name('Flow', from.id, to.id), from: from.id, to: to.id, name: text, leaves }];
  const work = split ?? tasks[0];
  const done = join ?? tasks[0];
  const onward = step.exits === undefined ? (end ?? find(step.next)) : question;
  const afterSkip = step.exits === undefined ? (end ?? find(step.next)) : find(step.exits.ya);
  const [ya, tidak] = [find(step.exits?.ya), find(step.exits?.tidak)];
  // Straight on goes what stands next: then no exit crosses the other.
  const isNext = (node: BpmnNode | undefined) => node !== undefined && node.column - 1 === question?.column;
  const toTask = (place: number) => (place >= tasks.length - standIns ? words.unassigned : '');
  return [
    ...flow(start, entryOf(group), 'on'),
    ...flow(skip, work, 'on', words.ya),
    ...flow(skip, afterSkip, 'aside', words.tidak),
    ...tasks.flatMap((task, place) => flow(split, task, 'fan', toTask(place))),
    ...tasks.flatMap((task) => flow(task, join, 'fan')),
    ...(back === null ? flow(done, onward, 'on') : flow(done, back, 'on')),
    ...flow(back, onward, 'on', words.tidak),
    ...flow(back, find(step.returnsTo), 'aside', words.returnAtMost(step.returnsAtMost ?? null)),
    ...flow(question, ya, isNext(tidak) ? 'aside' : 'on', words.ya),
    ...flow(question, tidak, isNext(tidak) ? 'on' : 'aside', words.tidak),
  ];
}

/** A paper lies in the lane of who gets it, on the task of the same row that is nearest. */
function papersOf(
  draft: ProcedureDraft,
  { step, tasks }: StepNodes,
  words: BpmnWords,
  laneOf: (actor: string) => number,
  name: Name,
): readonly BpmnPaper[] {
  const isFree = (lane: number) => lane >= 0 && !tasks.some((task) => task.lane === lane);
  const nearest = (lane: number) =>
    tasks.toSorted((a, b) => Math.abs(a.lane - lane) - Math.abs(b.lane - lane))[0]?.id ?? '';
  const copies = draft.actors
    .filter(({ id }) => (step.copies ?? []).includes(id) && isFree(laneOf(id)))
    .map(({ id, title }): BpmnPaper => {
      const lane = laneOf(id);
      return {
        id: name('Copy', step.id, id),
        kind: 'copy',
        of: nearest(lane),
        lane,
        name: words.copy(title),
      };
    });
  const channels = step.writesBackTo ?? [];
  const speaker = draft.actors.find(({ roles, id }) => roles.includes('system') && laneOf(id) >= 0);
  const lane = speaker === undefined ? -1 : laneOf(speaker.id);
  const isTaken = copies.some((copy) => copy.lane === lane);
  if (channels.length === 0 || !isFree(lane) || isTaken) return copies;
  const written: BpmnPaper = {
    id: name('Channels', step.id),
    kind: 'channels',
    of: nearest(lane),
    lane,
    name: channels.join(', '),
  };
  return [...copies, written];
}
