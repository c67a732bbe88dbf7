import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DraftView, TextProblemView } from '../../src/features/procedures/contract.ts';
import { testHouse } from '../support/house.ts';
import { openWorkplace } from '../support/office.ts';
import { asForm, codeOf } from '../support/office-door.ts';
import { keeperAtWork } from '../support/office-procedures.ts';
import { instant } from '../support/office-time.ts';

const procedureId = 'kemensos/pengelolaan-sp4n-lapor';
const house = await testHouse({ now: instant('2026-11-24 08:15') });
const ministry = await openWorkplace(house, 'kemensos');
const sari = keeperAtWork(await ministry.employ({ name: 'Sari', role: 'procedure-manager' }));
const budi = keeperAtWork(await ministry.employ({ name: 'Budi', role: 'procedure-manager' }));

async function exported(path: string): Promise<string> {
  const answer = await sari.officer.ask({ path });
  assert.equal(answer.status, 200, answer.text);
  assert.match(String(answer.headers['content-type']), /^application\/yaml/);
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="[a-z0-9-]+\.yaml"$/);
  return answer.text;
}

async function countDrafts(): Promise<number> {
  const { rows } = await house.database.pool.query('select count(*)::int as n from procedure_drafts');
  return rows[0]?.n ?? 0;
}

const shipped = await exported(`/procedures/${procedureId}/versions/1.yaml`);
const lineOf = (text: string, found: string) => text.slice(0, text.indexOf(found)).split('\n').length;

test('what goes out as YAML comes in as the same document, as text and as a file', async () => {
  const draft = await sari.starts({ procedureId, reason: 'Dari berkas', yaml: shipped });
  const version = await sari.officer.ask<{ document: object }>({
    path: `/procedures/${procedureId}/versions/1`,
  });
  assert.deepEqual(draft.document, version.body.document);
  assert.equal(await exported(`/procedures/drafts/${draft.id}.yaml`), shipped);

  const query = `procedureId=${encodeURIComponent(procedureId)}&reason=Dari%20berkas`;
  const sent = await sari.officer.ask<DraftView>({
    method: 'POST',
    path: `/procedures/drafts/upload?${query}`,
    ...asForm({ name: 'v2.yaml', content: Buffer.from(`\uFEFF${shipped}`) }),
  });
  assert.equal(sent.status, 201, sent.text);
  assert.deepEqual(sent.body.document, draft.document);
});

test('a text replaces the document of a draft, with a new revision', async () => {
  const draft = await sari.starts({ procedureId, reason: 'Kosong dahulu' });
  assert.deepEqual(draft.document.steps, []);
  const saved = await budi.triesSaving(draft.id, { revision: 1, yaml: shipped });
  assert.equal(saved.status, 200, saved.text);
  assert.equal(saved.body.revision, 2);
  assert.equal(saved.body.document.steps.length, 15);
  const both = await budi.triesSaving(draft.id, { revision: 2, yaml: shipped, document: draft.document });
  assert.equal(codeOf(both), 'invalid-input');
});

const laughs = `a: &a [ha, ha]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\ntitle: *c\n`;
const hostile: readonly (readonly [string, string, string, number])[] = [
  ['a billion laughs', laughs, 'yaml-anchor', 1],
  ['an alias to nothing', shipped.replace('fee:', 'fee: *biaya\nx:'), 'yaml-alias', lineOf(shipped, 'fee:')],
  ['a tag', shipped.replace('fee: ', 'fee: !!js/function '), 'yaml-tag', lineOf(shipped, 'fee:')],
  [
    'a key given twice',
    shipped.replace('fee:', 'title: Lain\nfee:'),
    'duplicate-key',
    lineOf(shipped, 'fee:'),
  ],
  ['a key nobody knows', shipped.replace('fee:', 'feee:'), 'unknown-key', lineOf(shipped, 'fee:')],
  ['no YAML at all', '{"title": [', 'not-yaml', 1],
  ['a NUL', shipped.replace('fee: ', 'fee: "\\0" #'), 'yaml-control-character', lineOf(shipped, 'fee:')],
  [
    'a text without end',
    shipped.replace('fee: ', `fee: ${'x'.repeat(5000)}`),
    'text-too-long',
    lineOf(shipped, 'fee:'),
  ],
  ['too deep', `title: ${'['.repeat(200)}${']'.repeat(200)}`, 'yaml-too-deep', 1],
  ['too large', `${shipped}\n${'# lagi\n'.repeat(90_000)}`, 'yaml-too-large', 1],
];

for (const [name, text, code, line] of hostile) {
  test(`refused with line and reason, and nothing saved: ${name}`, async () => {
    const before = await countDrafts();
    const draft = await sari.starts({ procedureId: 'kemensos/uji', reason: 'Uji' });
    for (const answer of [
      await sari.triesStarting({ procedureId: 'kemensos/uji', reason: 'Uji', yaml: text }),
      await sari.triesSaving(draft.id, { revision: 1, yaml: text }),
    ]) {
      assert.equal(answer.status, 422, answer.text);
      assert.equal(codeOf(answer), 'document-refused');
      const { problems, detail } = answer.body as unknown as { problems: TextProblemView[]; detail: string };
      const found = problems.find((one) => one.code === code);
      assert.ok(found, JSON.stringify(problems).slice(0, 400));
      assert.equal(found.line, line);
      assert.ok(found.text !== '' && found.remedy !== '');
      assert.match(detail, /^Baris \d+: /);
    }
    const after = await sari.draft(draft.id);
    assert.deepEqual([after.revision, after.document.steps], [1, []]);
    assert.equal(await countDrafts(), before + 1);
    await sari.triesDiscarding(draft.id, 1);
  });
}

test('a document of hostile shape or size is refused by field, and one that is only wrong is not', async () => {
  const draft = await sari.starts({ procedureId, reason: 'Uji', basedOn: { procedureId, version: 1 } });
  const [row] = draft.document.steps;
  assert.ok(row);
  const many = <T>(length: number, one: T): T[] => Array.from({ length }, () => one);
  for (const [field, document] of [
    ['document.steps', { ...draft.document, steps: many(301, row) }],
    ['document.actors', { ...draft.document, actors: many(61, { id: 'a', title: 'a', roles: [] }) }],
    ['document.title', { ...draft.document, title: 'x'.repeat(4001) }],
    ['document', { ...draft.document, surprise: true }],
    ['document.decree', { ...draft.document, decree: 'none' }],
  ] as const) {
    const refused = await sari.triesSaving(draft.id, { revision: 1, document: document as never });
    assert.equal(codeOf(refused), 'invalid-input', field);
    assert.ok(field in (refused.body as unknown as { fields: object }).fields, refused.text);
  }
  const poisoned = await sari.officer.ask({
    method: 'PUT',
    path: `/procedures/drafts/${draft.id}`,
    payload: `{"revision":1,"document":{"__proto__":{"steps":[]}}}`,
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(poisoned.status, 400);
  const huge = await sari.triesSaving(draft.id, { revision: 1, yaml: 'x'.repeat(3 * 1024 * 1024) });
  assert.equal(huge.status, 413);

  // Cycles, ids given twice, two hundred rows of two thousand letters: saved, and said.
  const rows = many(200, 0).map((_, n) => ({
    ...row,
    id: String(n % 150),
    activity: 'M'.repeat(2000),
    next: String((n + 1) % 150),
  }));
  const odd = await sari.changes(draft.id, (document) => ({ ...document, steps: rows }));
  const codes = new Set(odd.findings.map(({ code }) => code));
  for (const code of ['duplicate-step', 'never-ends']) assert.ok(codes.has(code), [...codes].join());
  assert.equal((await budi.draft(draft.id)).release.hindrance, 'errors');
});

test('of a procedure that was exported, changed by hand and brought back, the change is all that differs', async () => {
  const text = shipped.replace('Memverifikasi dan mengkategorisasikan', 'Memeriksa dan mengelompokkan');
  const draft = await sari.starts({ procedureId, reason: 'Diubah di luar', yaml: text });
  const { differences } = await budi.compares(draft.id, 1);
  assert.deepEqual(
    differences.steps.changed.map((one) => [one.id, one.changes.map(({ field }) => field)]),
    [['3', ['activity']]],
  );
});
