import type { BpmnElement } from 'bpmn-moddle';
import type { Bpmn, BpmnNode, BpmnPaper } from '../../domain/bpmn/bpmn.ts';

/** Makes an element of the meta-model; what is undefined is left out. */
export type Make = (type: string, properties?: Readonly<Record<string, unknown>>) => BpmnElement;

/** The columns of the form, as one text. */
export function documentation(make: Make, text: string): readonly BpmnElement[] | undefined {
  return text === '' ? undefined : [make('bpmn:Documentation', { text })];
}

const types = {
  start: 'bpmn:StartEvent',
  task: 'bpmn:UserTask',
  choice: 'bpmn:ExclusiveGateway',
  some: 'bpmn:InclusiveGateway',
  end: 'bpmn:EndEvent',
  told: 'bpmn:EndEvent',
} as const;

export interface Elements {
  /** The nodes in the order of the form, then papers, then flows. */
  readonly flowElements: readonly BpmnElement[];
  readonly lanes: readonly BpmnElement[];
  readonly byId: ReadonlyMap<string, BpmnElement>;
}

/** Everything in the process. `texts`: the names as far as they have room, by id. */
export function elementsOf(make: Make, bpmn: Bpmn, texts: ReadonlyMap<string, string>): Elements {
  const nodes = new Map(bpmn.nodes.map((node) => [node.id, nodeElement(make, node, texts)]));
  const papers = bpmn.papers.map((paper) => paperElements(make, paper, texts));
  for (const [place, { of }] of bpmn.papers.entries())
    addTo(nodes.get(of), 'dataOutputAssociations', papers[place]?.association);
  const flows = bpmn.flows.map(({ id, from, to, name }) => {
    const [sourceRef, targetRef] = [nodes.get(from), nodes.get(to)];
    const flow = make('bpmn:SequenceFlow', { id, name: name || undefined, sourceRef, targetRef });
    addTo(sourceRef, 'outgoing', flow);
    addTo(targetRef, 'incoming', flow);
    return flow;
  });
  const lanes = lanesOf(make, bpmn, nodes);
  const flowElements = [...nodes.values(), ...papers.flatMap(({ elements }) => elements), ...flows];
  const all = [...lanes, ...flowElements, ...papers.map(({ association }) => association)];
  return { flowElements, lanes, byId: new Map(all.map((element) => [element.id, element])) };
}

/** A copy is a document of its own; channels are stores that stand outside the process. */
function paperElements(make: Make, { id, kind }: BpmnPaper, texts: ReadonlyMap<string, string>) {
  const name = texts.get(id);
  const data = kind === 'copy' ? [make('bpmn:DataObject', { id: `${id}.data` })] : [];
  const paper =
    kind === 'copy'
      ? make('bpmn:DataObjectReference', { id, name, dataObjectRef: data[0] })
      : make('bpmn:DataStoreReference', { id, name });
  const association = make('bpmn:DataOutputAssociation', { id: associationId(id), targetRef: paper });
  return { elements: [...data, paper], association };
}

/** Of the dotted line from a task to its paper. */
export function associationId(paper: string): string {
  return `${paper}.from`;
}

function nodeElement(make: Make, node: BpmnNode, texts: ReadonlyMap<string, string>): BpmnElement {
  const { id, kind, isRepeated } = node;
  return make(types[kind], {
    id,
    name: texts.get(id) || undefined,
    documentation: documentation(make, node.documentation),
    eventDefinitions:
      kind === 'told' ? [make('bpmn:MessageEventDefinition', { id: `${id}.message` })] : undefined,
    loopCharacteristics: isRepeated
      ? make('bpmn:MultiInstanceLoopCharacteristics', { isSequential: false })
      : undefined,
  });
}

function addTo(element: BpmnElement | undefined, list: string, added: BpmnElement | undefined): void {
  if (element === undefined || added === undefined) return;
  const known = (element.get(list) ?? []) as BpmnElement[];
  element.set(list, [...known, added]);
}

function lanesOf(
  make: Make,
  { lanes, nodes }: Bpmn,
  elements: ReadonlyMap<string, BpmnElement>,
): readonly BpmnElement[] {
  return lanes.map(({ id, title }, place) =>
    make('bpmn:Lane', {
      id,
      name: title,
      flowNodeRef: nodes.filter(({ lane }) => lane === place).flatMap((node) => elements.get(node.id) ?? []),
    }),
  );
}
