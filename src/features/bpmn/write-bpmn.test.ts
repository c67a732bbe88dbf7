import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { type BpmnElement, BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { anyDraft, draftOf } from '../../../test/support/any-draft.ts';
import { diagramFaults } from '../../domain/bpmn/diagram-faults.fixture.ts';
import { drawBpmn } from '../../domain/bpmn/draw-bpmn.ts';
import { layoutBpmn } from '../../domain/bpmn/layout-bpmn.ts';
import type { ProcedureDraft } from '../../domain/procedures/draft.ts';
import { loadProcedures } from '../procedures/index.ts';
import { bpmnWords } from './bpmn-words.ts';
import { writeBpmn } from './index.ts';

const loaded = loadProcedures(join(import.meta.dirname, '../../../procedures'));
assert.ok(loaded.ok);
const shipped = loaded.value.list();

async function readBack(draft: ProcedureDraft) {
  const xml = await writeBpmn(draft);
  const { warnings, rootElement, elementsById } = await new BpmnModdle().fromXML(xml);
  assert.deepEqual(warnings, []);
  return { xml, definitions: rootElement, byId: elementsById };
}

function list(element: BpmnElement | undefined, property: string): readonly BpmnElement[] {
  return (element?.get(property) ?? []) as BpmnElement[];
}

/** Every element that is to be seen, and every element that is seen. */
function seen(definitions: BpmnElement) {
  const [collaboration, process] = list(definitions, 'rootElements');
  const [laneSet] = list(process, 'laneSets');
  const elements = list(process, 'flowElements').filter(({ $type }) => $type !== 'bpmn:DataObject');
  const wanted = [
    ...list(collaboration, 'participants'),
    ...list(laneSet, 'lanes'),
    ...elements,
    ...elements.flatMap((one) => (one.$type === 'bpmn:UserTask' ? list(one, 'dataOutputAssociations') : [])),
  ].map(({ id }) => id);
  const [diagram] = list(definitions, 'diagrams');
  const shapes = list(diagram?.get('plane') as BpmnElement, 'planeElement');
  const drawn = shapes.map((shape) => (shape.get('bpmnElement') as BpmnElement).id);
  return { wanted, drawn };
}

for (const procedure of shipped) {
  test(`${procedure.id} is read back without a warning, all of it is drawn, and it is drawn well`, async () => {
    const { xml, definitions } = await readBack(procedure);
    const { wanted, drawn } = seen(definitions);
    assert.deepEqual(drawn.toSorted(), wanted.toSorted());
    assert.equal(await writeBpmn(procedure), xml);
    assert.deepEqual(diagramFaults(layoutBpmn(drawBpmn(procedure, bpmnWords(procedure)))), []);
  });
}

test('any procedure is read back as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft({ steps: [2, 30], actors: [1, 10] }), async (draft) => {
      const { definitions } = await readBack(draft);
      const { wanted, drawn } = seen(definitions);
      assert.deepEqual(drawn.toSorted(), wanted.toSorted());
    }),
    { numRuns: 25 },
  );
});

test('the row of the form stands in the documentation of its task', async () => {
  const ministry = loaded.value.latest('kemensos/pengelolaan-sp4n-lapor');
  assert.ok(ministry !== undefined);
  const { byId, definitions } = await readBack(ministry);
  const [text] = list(byId.Task_5, 'documentation').map((one) => one.get('text'));
  assert.match(
    String(text),
    /^Menerima aduan.*\nPelaksana: Unit.*\nKelengkapan: .*\nOutput: .*\nTembusan: UPT\/Balai Besar\nKeterangan: /u,
  );
  const [, process] = list(definitions, 'rootElements');
  const [identity] = list(process, 'documentation').map((one) => String(one.get('text')));
  assert.match(identity ?? '', /\nDasar Hukum: UU 25 Tahun 2009/u);
  assert.match(identity ?? '', /\nWaktu Penyelesaian: 3 HK\n/u);
  assert.equal(byId.Question_3?.get('name'), 'Kewenangan Kementerian Sosial?');
  assert.equal(byId.Flow_Question_3_Task_3a?.get('name'), 'Tidak');
});

test('whatever somebody typed, the file is well-formed and says it again', async () => {
  const said = `]]> & <b attr="x">'\n\t${'\u0001'}\uD800\uFFFE dan 🙂`;
  const draft = draftOf(
    [
      {
        id: '"><',
        activity: said,
        actors: ['a&b'],
        act: 'submit',
        status: 'received',
        requires: [said],
        limit: { amount: 1 },
        output: [],
        next: null,
      },
    ],
    ['a&b'],
  );
  const { byId } = await readBack({ ...draft, title: said, institution: said });
  const kept = `]]> & <b attr="x">'\n\t${'\uFFFD'.repeat(3)} dan 🙂`;
  assert.match(String(list(byId.Task____, 'documentation')[0]?.get('text')), /<b attr="x">/u);
  assert.equal(byId.Pool?.get('name'), kept);
});
