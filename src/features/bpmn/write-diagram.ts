import type { BpmnElement } from 'bpmn-moddle';
import type { Bounds, Diagram, Point } from '../../domain/bpmn/diagram.ts';
import { associationId, type Make } from './process-elements.ts';

interface Frame {
  readonly collaboration: BpmnElement;
  readonly pool: BpmnElement;
}

/** The drawing as BPMN DI: a shape for everything with a place, an edge for every line. */
export function diagramOf(
  make: Make,
  diagram: Diagram,
  elements: ReadonlyMap<string, BpmnElement>,
  { collaboration, pool }: Frame,
): BpmnElement {
  const shape = (element: BpmnElement | undefined, at: Bounds, label: Bounds | null, more = {}) =>
    make('bpmndi:BPMNShape', {
      id: `${element?.id ?? ''}.shape`,
      bpmnElement: element,
      bounds: bounds(make, at),
      label: label === null ? undefined : labelAt(make, label),
      ...more,
    });
  const edge = (element: BpmnElement | undefined, points: readonly Point[], label: Bounds | null) =>
    make('bpmndi:BPMNEdge', {
      id: `${element?.id ?? ''}.edge`,
      bpmnElement: element,
      waypoint: points.map(([x, y]) => make('dc:Point', { x: px(x), y: px(y) })),
      label: label === null ? undefined : labelAt(make, label),
    });
  const lines = diagram.papers.map(({ paper, line }) =>
    edge(elements.get(associationId(paper.id)), line, null),
  );
  const plane = make('bpmndi:BPMNPlane', {
    id: 'Plane',
    bpmnElement: collaboration,
    planeElement: [
      shape(pool, diagram.pool, null, { isHorizontal: true }),
      ...diagram.lanes.map((one) => shape(elements.get(one.lane.id), one, null, { isHorizontal: true })),
      ...diagram.nodes.map((one) =>
        shape(
          elements.get(one.node.id),
          one,
          one.label,
          one.node.kind === 'choice' ? { isMarkerVisible: true } : {},
        ),
      ),
      ...diagram.papers.map((one) => shape(elements.get(one.paper.id), one, one.label)),
      ...diagram.flows.map(({ flow, points, label }) => edge(elements.get(flow.id), points, label)),
      ...lines,
    ],
  });
  return make('bpmndi:BPMNDiagram', { id: 'Diagram', plane });
}

function bounds(make: Make, { x, y, width, height }: Bounds): BpmnElement {
  return make('dc:Bounds', { x: px(x), y: px(y), width: px(width), height: px(height) });
}

function labelAt(make: Make, at: Bounds): BpmnElement {
  return make('bpmndi:BPMNLabel', { bounds: bounds(make, at) });
}

/** Halves of px are as fine as any modeller draws. */
function px(value: number): number {
  return Math.round(value * 2) / 2;
}
