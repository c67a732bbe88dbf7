import type { Bpmn, BpmnNode, BpmnPaper } from './bpmn.ts';
import type { Bounds, PlacedNode, PlacedPaper } from './diagram.ts';
import { labelText, taskText } from './short-text.ts';

/** A shape in its lane: across in px of the canvas, down from the middle line of its lane. */
export interface LooseNode {
  readonly node: BpmnNode;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly label: Bounds | null;
}

export interface LoosePaper {
  readonly paper: BpmnPaper;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly label: Bounds;
}

export interface Across {
  readonly nodes: readonly LooseNode[];
  readonly papers: readonly LoosePaper[];
  /** The middle of the free strip behind each column. */
  readonly gutterAfter: readonly number[];
  readonly end: number;
}

const gap = 76;
const taskWidth = 190;
const taskLines = 5;
/** The sign for a person stands in the upper left corner, and the text below it. */
const personSign = 46;
const gateway = 50;
const event = 36;
/** A question stands to the upper left of its gateway. */
const besideGateway = 118;
const eventColumn = 112;
const paperStep = 46;
const paperLabel = 108;
const paperWidth = { copy: 36, channels: 50 } as const;
const paperHeight = 50;

/** Gives every node and paper its place across, column by column from `start`. */
export function placeAcross(bpmn: Bpmn, start: number): Across {
  const count = Math.max(0, ...bpmn.nodes.map(({ column }) => column + 1));
  const nodes: LooseNode[] = [];
  const papers: LoosePaper[] = [];
  const gutterAfter: number[] = [];
  let x = start + gap / 2;
  for (let column = 0; column < count; column++) {
    const here = bpmn.nodes.filter((node) => node.column === column);
    const own = bpmn.papers.filter(({ of }) => here.some(({ id }) => id === of));
    const width = columnWidth(here, own);
    nodes.push(...here.map((node) => looseNode(node, x, width, own.length)));
    papers.push(...farthestFirst(own, here).map((paper, place) => loosePaper(paper, x, place)));
    // The way to who stands in bears words: it needs room before the column of the tasks.
    const isFan = bpmn.flows.some(({ from, name, leaves }) => {
      return leaves === 'fan' && name !== '' && here.some(({ id }) => id === from);
    });
    const free = isFan ? gap * 2 : gap;
    x += width;
    gutterAfter.push(x + free / 2);
    x += free;
  }
  return { nodes, papers, gutterAfter, end: x - gap / 2 };
}

function columnWidth(nodes: readonly BpmnNode[], papers: readonly BpmnPaper[]): number {
  const kind = nodes[0]?.kind;
  if (kind === 'task') return Math.max(taskWidth, papersWidth(papers.length));
  if (kind === 'start' || kind === 'end' || kind === 'told') return eventColumn;
  return nodes.some(({ name }) => name !== '') ? besideGateway + gateway / 2 : gateway;
}

function papersWidth(count: number): number {
  return count === 0 ? 0 : count * paperStep + paperLabel;
}

function looseNode(node: BpmnNode, x: number, column: number, papers: number): LooseNode {
  if (node.kind === 'task') {
    const width = papers === 0 ? taskWidth : column;
    const { text, height } = taskText(node.name, width - 16, taskLines);
    const marker = node.isRepeated ? 18 : 0;
    const left = x + (column - width) / 2;
    return { node, text, x: left, width, height: Math.max(80, height + personSign + marker), label: null };
  }
  if (node.kind === 'choice' || node.kind === 'some') {
    const left = x + column - gateway;
    const { text, label } = gatewayLabel(node.name, left + gateway / 2);
    return { node, text, x: left, width: gateway, height: gateway, label };
  }
  const { text, height } = labelText(node.name, eventColumn);
  const label =
    text === '' ? null : { x, y: event / 2 + 6, width: eventColumn, height: Math.max(height, 14) };
  return { node, text, x: x + (column - event) / 2, width: event, height: event, label };
}

function gatewayLabel(
  name: string,
  middle: number,
): { readonly text: string; readonly label: Bounds | null } {
  if (name === '') return { text: '', label: null };
  const { text, height, width } = labelText(name, besideGateway - 12, 5);
  const wide = width + 4;
  return { text, label: { x: middle - 10 - wide, y: -14 - height, width: wide, height } };
}

/** The line to a paper far away passes on the left of those that lie nearer. */
function farthestFirst(papers: readonly BpmnPaper[], nodes: readonly BpmnNode[]): readonly BpmnPaper[] {
  const away = ({ lane, of }: BpmnPaper) => Math.abs(lane - (nodes.find(({ id }) => id === of)?.lane ?? 0));
  return papers.toSorted((a, b) => away(b) - away(a));
}

function loosePaper(paper: BpmnPaper, x: number, place: number): LoosePaper {
  const width = paperWidth[paper.kind];
  const middle = x + paperStep / 2 + place * paperStep;
  const { text, height } = labelText(paper.name, paperLabel - 12, 4);
  const label = { x: middle + width / 2 + 4, y: -height / 2, width: paperLabel - 12, height };
  return { paper, text, x: middle - width / 2, width, height: paperHeight, label };
}

/** Down from the middle line of its lane at `middle`. */
export function lowered({ node, text, x, width, height, label }: LooseNode, middle: number): PlacedNode {
  const placed = label === null ? null : { ...label, y: middle + label.y };
  return { node, text, x, y: middle - height / 2, width, height, label: placed };
}

export function loweredPaper(
  { paper, text, x, width, height, label }: LoosePaper,
  middle: number,
): Omit<PlacedPaper, 'line'> {
  const y = middle - height / 2;
  return { paper, text, x, y, width, height, label: { ...label, y: middle + label.y } };
}

/** How far a shape with its words reaches above and below the middle line of its lane. */
export function reach({ height, label }: Pick<LooseNode, 'height' | 'label'>): {
  readonly up: number;
  readonly down: number;
} {
  return {
    up: Math.max(height / 2, -(label?.y ?? 0)),
    down: Math.max(height / 2, label === null ? 0 : label.y + label.height),
  };
}
