import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paper } from '../../domain/flowchart/form.ts';
import { layoutFlowchart } from '../../domain/flowchart/layout-flowchart.ts';
import { crossingsOf, sheetFaults } from '../../domain/flowchart/sheet-faults.fixture.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { loadProcedures } from '../procedures/index.ts';
import { officialDocument, paintPdf, paintSvg, standaloneSvg } from './index.ts';
import { officialWords } from './official-words.ts';

const loaded = loadProcedures(join(import.meta.dirname, '../../../procedures'));
assert.ok(loaded.ok);
const shipped = loaded.value.list();
const [ministry, polytechnic] = ['kemensos/pengelolaan-sp4n-lapor', 'politeknik/pengaduan-online'].map((id) =>
  loaded.value.latest(id),
) as [Procedure, Procedure];

for (const procedure of shipped) {
  test(`${procedure.id} keeps every rule of the form and crosses no line`, () => {
    const { sheets, isCramped } = layoutFlowchart(procedure, officialWords(procedure, 1), paper);
    assert.equal(isCramped, false);
    for (const sheet of sheets) assert.deepEqual(sheetFaults(sheet, paper), []);
    assert.equal(
      sheets.reduce((sum, sheet) => sum + crossingsOf(sheet), 0),
      0,
    );
  });
}

test('the ministry is drawn on three sheets, cut where one arrow goes on', () => {
  const { sheets } = layoutFlowchart(ministry, officialWords(ministry, 1), paper);
  const cuts = sheets.map(({ rows }) =>
    rows.map((row) => (row.is === 'band' ? row.letters.map(({ letter }) => letter).join() : row.step)),
  );
  assert.deepEqual(cuts, [
    ['1', '2', '3', '3a', '4', '4a', 'A'],
    ['A', '5', '6', '7', '7a', '8', '8a', 'B'],
    ['B', '8b', '9', '9a'],
  ]);
});

test('the polytechnic is drawn on one sheet: four actors, seven rows, capsule to capsule', () => {
  const { chart, sheets } = layoutFlowchart(polytechnic, officialWords(polytechnic, 1), paper);
  assert.equal(sheets.length, 1);
  assert.deepEqual(
    chart.rows.map(({ symbols }) => symbols.map(({ kind, column }) => `${kind} ${column}`).join()),
    ['capsule 0', 'box 1', 'box 2', 'box 3', 'box 3', 'box 2', 'capsule 0'],
  );
});

test('an end that only tells the reporter is drawn with the reporter, and says who tells', () => {
  const words = officialWords(ministry, 1);
  const row = ministry.steps.findIndex(({ id }) => id === '3a');
  const { chart } = layoutFlowchart(ministry, words, paper);
  assert.equal(chart.columns[chart.rows[row]?.symbols[0]?.column ?? -1]?.id, 'reporter');
  assert.match(words.rows[row]?.remark?.[0]?.text ?? '', /^Oleh Verifikator\./);
});

test('where the source prints no time the cell is empty, and the total says so', () => {
  const texts = textsOf(ministry);
  assert.ok(texts.includes('3 HK'));
  assert.ok(officialWords(ministry, 1).rows.every(({ limit }) => limit?.length === 0));
});

test('the SVG of every page is well formed, names itself and bears no style that a page forbids', () => {
  for (const procedure of shipped) {
    for (const [place, page] of officialDocument(procedure).entries()) {
      const svg = paintSvg(page, `p${place}`);
      assert.match(svg, /^<svg [^>]*role="img"[^>]*aria-labelledby="p\d+"/);
      assert.equal(svg.match(/<g>/g)?.length ?? 0, svg.match(/<\/g>/g)?.length ?? 0);
      assert.doesNotMatch(svg, / style=|<style|<script|https?:\/\/(?!www\.w3\.org\/2000\/svg")[^<]*"/);
    }
  }
});

test('what an office wrote cannot become markup', () => {
  const draft = { ...polytechnic, title: 'A <script>alert("x")</script> & B' };
  const svg = standaloneSvg(officialDocument(draft), draft.title);
  assert.doesNotMatch(svg, /<script/);
  assert.match(svg, /&lt;script>|&lt;script&gt;/);
});

test('the words of the PDF are read in the order of the rows, and its tags follow them', async () => {
  const procedure = ministry;
  const pdf = await paintPdf(officialDocument(procedure), {
    title: procedure.title,
    author: procedure.institution,
    made: '2026-11-26T02:00:00.000Z',
  });
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  assert.equal(document.numPages, 4);
  const said: string[] = [];
  const tags: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    said.push(...items.flatMap((item) => ('str' in item ? [item.str] : [])));
    collect(await page.getStructTree(), tags);
  }
  const whole = said.join(' ').replace(/\s+/g, ' ');
  let from = 0;
  for (const { activity } of procedure.steps) {
    const words = activity.slice(0, 24);
    const at = whole.replaceAll('/ ', '/').indexOf(words.replaceAll('/ ', '/'), from);
    assert.ok(at >= from, `"${words}" is read after the row before it`);
    from = at;
  }
  assert.equal(tags.filter((tag) => tag === 'Table').length, 3);
  assert.ok(tags.filter((tag) => tag === 'Figure').length >= procedure.steps.length);
  await document.destroy();
});

interface Node {
  readonly role?: string;
  readonly children?: readonly unknown[];
}

function collect(node: unknown, tags: string[]): void {
  const { role, children = [] } = (node ?? {}) as Node;
  if (role !== undefined) tags.push(role);
  for (const child of children) collect(child, tags);
}

function textsOf(procedure: Procedure): readonly string[] {
  return officialDocument(procedure).flatMap((page, place) =>
    [...paintSvg(page, `p${place}`).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text),
  );
}
