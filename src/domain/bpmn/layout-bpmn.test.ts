import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDraft, draftOf } from '../../../test/support/any-draft.ts';
import type { ProcedureDraft, StepDraft } from '../procedures/draft.ts';
import type { Bpmn, BpmnWords } from './bpmn.ts';
import { diagramFaults } from './diagram-faults.fixture.ts';
import { drawBpmn } from './draw-bpmn.ts';
import { layoutBpmn } from './layout-bpmn.ts';

function wordsFor(draft: ProcedureDraft): BpmnWords {
  return {
    start: 'Mulai',
    end: 'Selesai',
    ya: 'Ya',
    tidak: 'Tidak',
    needed: (step) => `Langkah ${step} diperlukan?`,
    some: 'Bersama atau salah satu',
    returned: 'Dikembalikan?',
    returnAtMost: (times) => (times === null ? 'Ya' : `Ya, paling banyak ${times} kali`),
    unassigned: 'Bila tidak ada yang ditugaskan',
    told: (actors) => `${actors.join(', ')} diberi tahu, selesai`,
    copy: (actor) => `Tembusan untuk ${actor}`,
    documentation: draft.steps.map(({ activity }) => activity),
  };
}

const draw = (draft: ProcedureDraft): Bpmn => drawBpmn(draft, wordsFor(draft));

function step(id: string, more: Partial<StepDraft> = {}): StepDraft {
  const base = { id, activity: `Kegiatan ${id}`, actors: ['a'], act: 'follow-up', status: 'in-progress' };
  return { ...base, requires: [], limit: null, output: [], ...more };
}

/** The flows as `from > to`, with their words. */
function flowsOf({ flows }: Bpmn): readonly string[] {
  return flows.map(({ from, to, name }) => `${from} > ${to}${name === '' ? '' : ` (${name})`}`);
}

test('any procedure has a diagram without a fault, and the same one each time', () => {
  const sizes = anyDraft({ steps: [2, 40], actors: [1, 12] });
  const optional = fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 6 });
  fc.assert(
    fc.property(sizes, optional, optional, (draft, mayPass, sendBack) => {
      const steps = draft.steps.map((one, place) => ({
        ...one,
        ...(mayPass.includes(place) ? { optional: true } : {}),
        ...(sendBack.includes(place) ? { returnsTo: draft.steps[Math.floor(place / 2)]?.id ?? '1' } : {}),
      }));
      const bpmn = draw({ ...draft, steps });
      const diagram = layoutBpmn(bpmn);
      assert.deepEqual(diagramFaults(diagram), []);
      assert.equal(diagram.flows.length, bpmn.flows.length);
      assert.deepEqual(layoutBpmn(draw({ ...draft, steps })), diagram);
    }),
    { numRuns: 60 },
  );
});

test('a row that may be passed by, or sent back, or done by several, says so in gateways', () => {
  const bpmn = draw(
    draftOf(
      [
        step('1', { next: '2', act: 'submit' }),
        step('2', { next: '3', optional: true, delegates: ['b'] }),
        step('3', { next: '4', actors: ['b', 'c'], standIns: ['a'], act: 'report' }),
        step('4', { next: null, returnsTo: '3', returnsAtMost: 2 }),
      ],
      ['a', 'b', 'c'],
    ),
  );
  assert.deepEqual(flowsOf(bpmn), [
    'Start_1 > Task_1',
    'Task_1 > Needed_2',
    'Needed_2 > Task_2 (Ya)',
    'Needed_2 > Split_3 (Tidak)',
    'Task_2 > Split_3',
    'Split_3 > Task_3',
    'Split_3 > Task_3.2',
    'Split_3 > Task_3.3 (Bila tidak ada yang ditugaskan)',
    'Task_3 > Join_3',
    'Task_3.2 > Join_3',
    'Task_3.3 > Join_3',
    'Join_3 > Task_4',
    'Task_4 > Returned_4',
    'Returned_4 > End_4 (Tidak)',
    'Returned_4 > Split_3 (Ya, paling banyak 2 kali)',
  ]);
  const repeated = bpmn.nodes.filter(({ isRepeated }) => isRepeated).map(({ id }) => id);
  assert.deepEqual(repeated, ['Task_3'], 'whoever was assigned, and nobody else');
});

test('a copy lies in the lane of who gets it; an end that tells lies where it is told', () => {
  const bpmn = draw(
    draftOf(
      [
        step('1', { next: '2', copies: ['b', 'a'], writesBackTo: ['SP4N-LAPOR!'] }),
        step('2', { next: null, actors: ['b'], notifies: ['a'] }),
      ],
      ['a', 'b'],
    ),
  );
  assert.deepEqual(
    bpmn.papers.map(({ id, lane, of }) => [id, lane, of]),
    [['Copy_1_b', 1, 'Task_1']],
    'no copy for who does the row; no actor speaks with the channels',
  );
  const end = bpmn.nodes.find(({ kind }) => kind === 'told');
  assert.deepEqual([end?.lane, end?.name], [0, 'Pelaksana a diberi tahu, selesai']);
});

test('ids are XML names, each once, however the steps and actors are called', () => {
  const odd = ['8 a', '8_a', '8/a', '١', '-', '8 a'];
  const steps = odd.map((id, place) =>
    step(id, { next: odd[place + 1] ?? null, actors: ['pelaksana & "ahli"'] }),
  );
  const { nodes, flows, lanes } = draw(draftOf(steps, ['pelaksana & "ahli"']));
  const ids = [...nodes, ...flows, ...lanes].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[A-Za-z_][A-Za-z0-9._-]*$/);
});

test('what points nowhere is left out, and nothing throws', () => {
  const bpmn = draw(
    draftOf(
      [
        step('1', { next: 'x' }),
        step('2', { actors: ['nobody'], next: null }),
        step('3', {
          exits: { ya: '3', tidak: '9' },
          question: 'Benar?',
          standIns: ['nobody'],
          copies: ['z'],
        }),
      ],
      ['a'],
    ),
  );
  assert.deepEqual(flowsOf(bpmn), ['Start_1 > Task_1', 'Task_3 > Question_3', 'Question_3 > Task_3 (Ya)']);
  assert.deepEqual(diagramFaults(layoutBpmn(bpmn)), []);
  assert.deepEqual(draw(draftOf([], [])), { lanes: [], nodes: [], flows: [], papers: [] });
  assert.deepEqual(diagramFaults(layoutBpmn(draw(draftOf([], [])))), []);
});
