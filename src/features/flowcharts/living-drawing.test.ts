import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { drawChart } from '../../domain/flowchart/draw-chart.ts';
import { linkStates, type RowState } from '../../domain/flowchart/living-state.ts';
import { loadProcedures } from '../procedures/index.ts';
import { livingDrawing } from './living-drawing.ts';
import type { LivingRowWords } from './living-words.ts';

const loaded = loadProcedures(join(import.meta.dirname, '../../../procedures'));
assert.ok(loaded.ok);
const ministry = loaded.value.latest('kemensos/pengelolaan-sp4n-lapor');

/** The ministry's rows as a case stands in them; a row that is not named was not taken. */
function rows(
  states: Readonly<Record<string, RowState>>,
  exits: Readonly<Record<string, 'ya' | 'tidak'>> = {},
) {
  return ministry.steps.map(
    ({ id }): LivingRowWords => ({
      state: states[id] ?? 'skipped',
      exit: exits[id] ?? null,
      time: [{ text: `waktu ${id}`, weight: 'regular' }],
      tone: id === '5' ? 'late' : null,
      sign: states[id] === 'done' ? '✓' : '',
    }),
  );
}

const inHand = rows(
  {
    '1': 'done',
    '2': 'done',
    '3': 'done',
    '4': 'done',
    '5': 'done',
    '6': 'here',
    '7': 'next',
    '7a': 'next',
    '8': 'next',
    '8a': 'next',
    '8b': 'next',
    '9': 'next',
    '9a': 'next',
  },
  { '3': 'ya', '4': 'ya' },
);

const words = {
  title: 'Bagan',
  description: 'Langkah 6, sekarang.',
  heads: { number: 'No', activity: 'Uraian', time: 'Waktu' },
  here: 'Sekarang',
};

test('arrows up to where the case stands were travelled, those behind may follow, the other exits were not taken', () => {
  const chart = drawChart(ministry);
  const states = linkStates(chart, inHand);
  const told = chart.links.map(({ kind, from, to }, place) => {
    const [a, b] = [ministry.steps[from.row]?.id, ministry.steps[to.row]?.id];
    return `${a} ${kind} ${b}: ${states[place]}`;
  });
  for (const line of [
    '1 flow 2: went',
    '3 ya 4: went',
    '3 tidak 3a: skipped',
    '4 tidak 4a: skipped',
    '4 ya 5: went',
    '5 copy 5: went',
    '5 flow 6: went',
    '6 flow 7: may',
    '8a tidak 8: may',
    '9 flow 9a: may',
  ]) {
    assert.ok(told.includes(line), `${line}\n${told.join('\n')}`);
  }
});

test('a report that was sent back shows the way back as travelled', () => {
  const states = rows(
    {
      '1': 'done',
      '2': 'done',
      '3': 'done',
      '4': 'done',
      '5': 'done',
      '6': 'done',
      '8': 'here',
      '8a': 'done',
    },
    { '3': 'ya', '4': 'ya', '8a': 'tidak' },
  );
  const chart = drawChart(ministry);
  const back = chart.links.findIndex(({ kind, from, to }) => kind === 'tidak' && to.row < from.row);
  assert.equal(linkStates(chart, states)[back], 'went');
});

test('every state has a form besides its colour, and the words say the rest', () => {
  const svg = livingDrawing(ministry, inHand, words);
  assert.match(svg, /class="s here"/);
  assert.match(svg, /class="s done t-late"/);
  assert.match(svg, /class="s skipped"/);
  assert.match(svg, /class="a went flow"/);
  assert.match(svg, />Sekarang</);
  assert.match(svg, /<desc id="bagan-isi">Langkah 6, sekarang\.<\/desc>/);
  for (const { id } of ministry.steps) assert.match(svg, new RegExp(`>waktu ${id}<`));
  assert.doesNotMatch(svg, / style=|<style/);
});
