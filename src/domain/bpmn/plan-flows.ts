import type { Bpmn, BpmnFlow, BpmnNode } from './bpmn.ts';
import type { Across, LoosePaper } from './place-nodes.ts';

/**
 * How a flow runs: `straight` along the lane; `elbow` to the target's lane first and along its middle; `fan` from a
 * gateway to the tasks of its row, or back; `over` along a track above the shapes of the target's lane.
 */
export interface PlannedFlow {
  readonly flow: BpmnFlow;
  readonly from: BpmnNode;
  readonly to: BpmnNode;
  readonly shape: 'straight' | 'elbow' | 'fan' | 'over';
  /** Where the flow leaves its node. */
  readonly side: 'right' | 'up' | 'down';
}

export function planFlows(bpmn: Bpmn, papers: readonly LoosePaper[]): readonly PlannedFlow[] {
  const nodes = new Map(bpmn.nodes.map((node) => [node.id, node]));
  const standing = [
    ...bpmn.nodes.map(({ lane, column }) => ({ lane, column })),
    ...papers.map(({ paper }) => ({ lane: paper.lane, column: nodes.get(paper.of)?.column ?? 0 })),
  ];
  const isFree = (lane: number, from: number, to: number) =>
    !standing.some((one) => one.lane === lane && one.column > from && one.column < to);
  return bpmn.flows.flatMap((flow): readonly PlannedFlow[] => {
    const [from, to] = [nodes.get(flow.from), nodes.get(flow.to)];
    if (from === undefined || to === undefined) return [];
    return [{ flow, from, to, ...shapeOf(flow, from, to, isFree(to.lane, from.column, to.column)) }];
  });
}

function shapeOf(
  { leaves }: BpmnFlow,
  from: BpmnNode,
  to: BpmnNode,
  isFree: boolean,
): Pick<PlannedFlow, 'shape' | 'side'> {
  if (leaves === 'fan') return { shape: 'fan', side: 'right' };
  const side = leaves === 'on' ? 'right' : to.lane > from.lane ? 'down' : 'up';
  const goesOn = to.column > from.column && isFree;
  if (!goesOn) return { shape: 'over', side };
  if (to.lane !== from.lane) return { shape: 'elbow', side };
  return leaves === 'on' ? { shape: 'straight', side } : { shape: 'over', side };
}

/** Which track above its lane's shapes the flows into a node share, counted from the lane's upper edge. */
export interface Tracks {
  readonly count: (lane: number) => number;
  readonly of: (target: string) => number;
}

interface Stretch {
  readonly target: BpmnNode;
  readonly start: number;
  readonly end: number;
}

/** All that goes to one node over its lane shares one track; two tracks that would meet lie under each other. */
export function tracksOf(bpmn: Bpmn, ways: readonly PlannedFlow[], across: Across): Tracks {
  const places = new Map<string, number>();
  const counts = new Map<number, number>();
  const stretches = stretchesOf(ways, across);
  for (const lane of bpmn.lanes.keys()) {
    const tracks: Stretch[][] = [];
    for (const one of stretches.filter(({ target }) => target.lane === lane)) {
      const free = tracks.findIndex((track) => !track.some((other) => meets(one, other)));
      const place = free < 0 ? tracks.length : free;
      tracks[place] = [...(tracks[place] ?? []), one];
      places.set(one.target.id, place);
    }
    counts.set(lane, tracks.length);
  }
  return {
    count: (lane) => counts.get(lane) ?? 0,
    // The first track lies nearest to the shapes.
    of: (target) => {
      const lane = bpmn.nodes.find(({ id }) => id === target)?.lane ?? 0;
      return (counts.get(lane) ?? 1) - 1 - (places.get(target) ?? 0);
    },
  };
}

/** The short ones first: they lie nearest to the shapes. */
function stretchesOf(ways: readonly PlannedFlow[], across: Across): readonly Stretch[] {
  const over = ways.filter(({ shape }) => shape === 'over');
  const targets = [...new Set(over.map(({ to }) => to))];
  return targets
    .map((target): Stretch => {
      const ends = over
        .filter(({ to }) => to === target)
        .flatMap((way) => [turnX(way, across), middleOf(across, target)]);
      return { target, start: Math.min(...ends), end: Math.max(...ends) };
    })
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
}

function meets(a: Stretch, b: Stretch): boolean {
  return a.start < b.end + 8 && b.start < a.end + 8;
}

/** Where a flow turns into its track: behind its column, or over the middle of its gateway. */
function turnX({ from, side }: PlannedFlow, across: Across): number {
  return side === 'right' ? (across.gutterAfter[from.column] ?? 0) : middleOf(across, from);
}

function middleOf({ nodes }: Across, node: BpmnNode): number {
  const found = nodes.find((one) => one.node.id === node.id);
  return found === undefined ? 0 : found.x + found.width / 2;
}
