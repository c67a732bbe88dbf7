import { measureText } from '../flowchart/wrap-text.ts';
import type { Bpmn } from './bpmn.ts';
import type { Bounds, Diagram, PlacedLane, PlacedNode, PlacedPaper, Stage } from './diagram.ts';
import { type Across, lowered, loweredPaper, placeAcross, reach } from './place-nodes.ts';
import { planFlows, tracksOf } from './plan-flows.ts';
import { routeFlows } from './route-flows.ts';

const origin = { x: 160, y: 80 } as const;
/** The upright heads of pool and lanes, as every modeller draws them. */
const head = 30;
const padding = 24;
/** A way out above or below a gateway, with its word, stays within the lane. */
const exit = 48;
const track = 14;
const leastLane = 130;
const mostForTitle = 260;

/**
 * The diagram of BPMN: time from left to right, a lane for each actor. Every node has its column, so upright lines
 * run free between the columns; a line along runs on the middle of a lane where nothing stands, else on a track
 * above the shapes of the lane.
 */
export function layoutBpmn(bpmn: Bpmn): Diagram {
  const across = placeAcross(bpmn, origin.x + head * 2);
  const ways = planFlows(bpmn, across.papers);
  const tracks = tracksOf(bpmn, ways, across);
  const width = across.end - origin.x;
  const bands = bpmn.lanes.map((_, lane) => bandOf(bpmn, across, lane, tracks.count(lane)));
  const lanes = bpmn.lanes.map((lane, place): PlacedLane => {
    const y = origin.y + bands.slice(0, place).reduce((sum, { height }) => sum + height, 0);
    return { lane, x: origin.x + head, y, width: width - head, height: bands[place]?.height ?? leastLane };
  });
  const middleOf = (lane: number) => (lanes[lane]?.y ?? 0) + (bands[lane]?.middle ?? 0);
  const nodes = across.nodes.map((one) => lowered(one, middleOf(one.node.lane)));
  const byId = new Map(nodes.map((one) => [one.node.id, one]));
  const stage: Stage = { bpmn, nodes: byId, gutterAfter: across.gutterAfter };
  const levelOf = (target: string) => {
    const lane = byId.get(target)?.node.lane ?? 0;
    return (lanes[lane]?.y ?? 0) + padding / 2 + tracks.of(target) * track;
  };
  return {
    pool: { ...origin, width, height: bands.reduce((sum, { height }) => sum + height, 0) },
    lanes,
    nodes,
    papers: across.papers.map((one) => withLine(loweredPaper(one, middleOf(one.paper.lane)), byId)),
    flows: routeFlows(stage, ways, levelOf),
  };
}

interface Band {
  readonly height: number;
  /** From the lane's upper edge. */
  readonly middle: number;
}

/** The tracks of a lane, then room for its highest shape above the middle line and its lowest below. */
function bandOf(bpmn: Bpmn, { nodes, papers }: Across, lane: number, tracks: number): Band {
  const reaches = [
    ...nodes.filter(({ node }) => node.lane === lane).map(reach),
    ...papers.filter(({ paper }) => paper.lane === lane).map(reach),
  ];
  const up = Math.max(exit, ...reaches.map((one) => one.up));
  const down = Math.max(exit, ...reaches.map((one) => one.down));
  const above = padding / 2 + tracks * track + padding / 2;
  const title = measureText(bpmn.lanes[lane]?.title ?? '', { size: 12, weight: 'regular' });
  // A title is set upright on two lines at most.
  const wanted = Math.max(leastLane, Math.min(mostForTitle, title / 2 + 40));
  const height = Math.max(wanted, above + up + down + padding);
  const spare = height - (above + up + down + padding);
  return { height, middle: above + up + spare / 2 };
}

function withLine(paper: Omit<PlacedPaper, 'line'>, nodes: ReadonlyMap<string, PlacedNode>): PlacedPaper {
  const task: Bounds = nodes.get(paper.paper.of) ?? paper;
  const x = paper.x + paper.width / 2;
  const isBelow = paper.y > task.y;
  const start = isBelow ? task.y + task.height : task.y;
  const end = isBelow ? paper.y : paper.y + paper.height;
  return {
    ...paper,
    line: [
      [x, start],
      [x, end],
    ],
  };
}
