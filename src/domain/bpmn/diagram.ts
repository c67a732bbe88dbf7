import type { Bpmn, BpmnFlow, BpmnLane, BpmnNode, BpmnPaper } from './bpmn.ts';

/** The drawing: everything with its place, in px from the upper left corner of the canvas. */
export interface Diagram {
  readonly pool: Bounds;
  readonly lanes: readonly PlacedLane[];
  readonly nodes: readonly PlacedNode[];
  readonly papers: readonly PlacedPaper[];
  readonly flows: readonly PlacedFlow[];
}

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

export interface PlacedLane extends Bounds {
  readonly lane: BpmnLane;
}

export interface PlacedNode extends Bounds {
  readonly node: BpmnNode;
  /** As much of the name as has room; the whole stands in the documentation. */
  readonly text: string;
  /** Of the name, where it stands beside the shape. */
  readonly label: Bounds | null;
}

export interface PlacedPaper extends Bounds {
  readonly paper: BpmnPaper;
  readonly text: string;
  readonly label: Bounds;
  /** The dotted line from its task. */
  readonly line: readonly Point[];
}

export interface PlacedFlow {
  readonly flow: BpmnFlow;
  readonly points: readonly Point[];
  readonly label: Bounds | null;
}

/** What a flow meets: where everything stands before the lines are drawn. */
export interface Stage {
  readonly bpmn: Bpmn;
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  /** Between a column and the next one. */
  readonly gutterAfter: readonly number[];
}
