import { drawBpmn } from '../../domain/bpmn/draw-bpmn.ts';
import { layoutBpmn } from '../../domain/bpmn/layout-bpmn.ts';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import { bpmnWords, procedureDocumentation } from './bpmn-words.ts';
import { documentation, elementsOf, type Make } from './process-elements.ts';
import { diagramOf } from './write-diagram.ts';
import { xmlText } from './xml-text.ts';

/**
 * A procedure as a BPMN 2.0 file (XML) with its diagram: a pool for the institution, a lane for each actor, the
 * columns of the form as documentation. Indonesian, as the SOP is. The same procedure gives the same text.
 */
export async function writeBpmn(draft: ProcedureDraft): Promise<string> {
  const { BpmnModdle } = await import('bpmn-moddle');
  const moddle = new BpmnModdle();
  const make: Make = (type, properties = {}) =>
    moddle.create(type, Object.fromEntries(Object.entries(properties).flatMap(clean)));
  const bpmn = drawBpmn(draft, bpmnWords(draft));
  const diagram = layoutBpmn(bpmn);
  const texts = new Map([
    ...diagram.nodes.map(({ node, text }) => [node.id, text] as const),
    ...diagram.papers.map(({ paper, text }) => [paper.id, text] as const),
  ]);
  const { flowElements, lanes, byId } = elementsOf(make, bpmn, texts);
  const process = make('bpmn:Process', {
    id: 'Process',
    name: draft.title,
    isExecutable: false,
    documentation: documentation(make, procedureDocumentation(draft)),
    laneSets: [make('bpmn:LaneSet', { id: 'Lanes', lanes })],
    flowElements,
  });
  const pool = make('bpmn:Participant', { id: 'Pool', name: draft.institution, processRef: process });
  const collaboration = make('bpmn:Collaboration', { id: 'Collaboration', participants: [pool] });
  const definitions = make('bpmn:Definitions', {
    id: 'Definitions',
    name: `${draft.title}, v${draft.version}`,
    targetNamespace: `urn:tuntas:sop:${draft.id.replaceAll('/', ':')}:v${draft.version}`,
    exporter: 'Tuntas',
    rootElements: [collaboration, process],
    diagrams: [diagramOf(make, diagram, byId, { collaboration, pool })],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

function clean([name, value]: [string, unknown]): readonly (readonly [string, unknown])[] {
  if (value === undefined) return [];
  return [[name, typeof value === 'string' ? xmlText(value) : value]];
}
