import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftDrawing, ProcedureDocument } from '../../src/features/procedures/contract.ts';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { keeperAtWork, withRow } from '../support/office-procedures.ts';
import { instant } from '../support/office-time.ts';

const id = 'kemensos/pengelolaan-sp4n-lapor';
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const ministry = await openWorkplace(house, 'kemensos');
const sari = keeperAtWork(await ministry.employ({ name: 'Sari', role: 'procedure-manager' }));
const fromFirst = { procedureId: id, reason: 'Digambar', basedOn: { procedureId: id, version: 1 } };

test('what is not finished yet is drawn all the same: never an error of ours', async () => {
  const row = (id: string, change: Partial<ProcedureDocument['steps'][number]> = {}) => ({
    id,
    activity: `Mengerjakan langkah ${id}`,
    actors: ['verifier'],
    act: 'follow-up',
    status: 'in-progress',
    requires: [],
    limit: null,
    output: [],
    next: null,
    ...change,
  });
  const drawn = async (name: string, change: (document: ProcedureDocument) => ProcedureDocument) => {
    const draft = await sari.starts({ ...fromFirst, procedureId: `kemensos/gambar-${name}` });
    await sari.changes(draft.id, change);
    const path = `/procedures/drafts/${draft.id}/drawing`;
    const answer = await sari.officer.ask<DraftDrawing>({ path });
    assert.equal(answer.status, 200, `${name}: ${answer.text.slice(0, 400)}`);
    assert.ok(answer.body.pages.every(({ svg }) => svg.startsWith('<svg ') && !svg.includes('NaN')));
    return answer.body.pages.map(({ svg }) => svg).join('');
  };
  const steps = (...rows: ProcedureDocument['steps']) => ({ steps: rows });

  const nowhere = await drawn('ke-mana-mana', (document) => ({
    ...document,
    ...steps(
      row('1', { question: 'Lengkap?', exits: { ya: '99', tidak: '' } }),
      row('2', { next: '98', returnsTo: '97', actors: ['nobody'] }),
    ),
  }));
  assert.match(nowhere, /Mengerjakan/);
  await drawn('kosong', (document) => ({ ...document, ...steps() }));
  await drawn('tanpa-apa-apa', (document) => ({ ...document, title: '', actors: [], ...steps() }));
  await drawn('baris-kosong', (document) => ({
    ...document,
    ...steps(row('', { activity: '', actors: [], act: '', status: '', next: '' })),
  }));
  await drawn('ganda', (document) => ({
    ...document,
    actors: [...document.actors, ...document.actors],
    ...steps(row('1', { next: '1' }), row('1', { next: '2' }), row('2', { next: '1' }), row('2')),
  }));
  await drawn('berputar', (document) => ({
    ...document,
    ...steps(row('1', { next: '2' }), row('2', { next: '1' })),
  }));
  await drawn('waktu-aneh', (document) => ({
    ...document,
    overallLimit: { amount: -1.5 },
    ...steps(row('1', { limit: { amount: 1e21, unit: 'abad' } })),
  }));
  await drawn('panjang', (document) => ({
    ...document,
    title: 'x'.repeat(4000),
    ...steps(row('1', { activity: 'kata '.repeat(800), note: 'y'.repeat(4000) })),
  }));
  const long = await drawn('dua-ratus', (document) => ({
    ...document,
    ...steps(
      ...Array.from({ length: 200 }, (_, index) => row(String(index + 1), { next: String(index + 2) })),
    ),
  }));
  assert.match(long, /langkah 200</);
});

test('what is not as in the released version is marked beside its row, by a word and a form', async () => {
  const draft = await sari.starts(fromFirst);
  const drawn = async (query: string) => {
    const path = `/procedures/drafts/${draft.id}/drawing${query}`;
    const answer = await sari.officer.ask<DraftDrawing>({ path });
    assert.equal(answer.status, 200, answer.text);
    return answer.body.pages.map(({ svg }) => svg).join('');
  };
  const marks = (svg: string) => svg.match(/Langkah \w+ (?:baru|berubah|pindah tempat)\./g) ?? [];
  assert.deepEqual(marks(await drawn('?marked=true')), []);
  await sari.changes(draft.id, (document) => {
    const { steps } = withRow(document, '3', { limit: { amount: 3, unit: 'workingDay' } });
    const [first, second, ...rest] = steps;
    assert.ok(first !== undefined && second !== undefined);
    const added = { ...second, id: '2a', next: '3' };
    return { ...document, steps: [first, second, added, ...rest.slice(0, -2), ...rest.slice(-2).reverse()] };
  });
  assert.deepEqual(marks(await drawn('?marked=true')), [
    'Langkah 2a baru.',
    'Langkah 3 berubah.',
    'Langkah 9 pindah tempat.',
  ]);
  assert.deepEqual(marks(await drawn('')), []);
});
