import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ProcedureDraft, StepDraft } from '../../domain/procedures/draft.ts';
import { soundProcedure } from './folder.fixture.ts';
import { readProcedureText, writeProcedureYaml } from './index.ts';

const named = { id: 'dinas/uji', version: 2 };
const procedures = join(import.meta.dirname, '../../../procedures');

function read(text: string): ProcedureDraft {
  const result = readProcedureText(text, named);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value.draft;
}

test('a text becomes a draft of the given name, and a place in it has its line', () => {
  const result = readProcedureText(soundProcedure, named);
  assert.ok(result.ok);
  assert.deepEqual([result.value.draft.id, result.value.draft.version], ['dinas/uji', 2]);
  assert.equal(result.value.draft.steps[1]?.question, 'Berwenang?');
  assert.deepEqual(result.value.locate(['steps', 1, 'question']), { line: 30, column: 5 });
});

for (const id of ['kemensos/pengelolaan-sp4n-lapor', 'politeknik/pengaduan-online', 'nasional/sp4n']) {
  test(`${id} is written and read again without a change`, () => {
    const draft = read(readFileSync(join(procedures, id, 'v1.yaml'), 'utf8'));
    const written = writeProcedureYaml(draft);
    assert.deepEqual(read(written), draft);
    assert.equal(writeProcedureYaml(read(written)), written);
  });
}

/** Texts that YAML would take for something else, among any others. */
const text = fc
  .oneof(
    fc.constantFrom(
      '1',
      'null',
      'true',
      '~',
      '*a',
      '&b',
      '!c',
      '- d',
      'e: f',
      '# g',
      '%h',
      "'",
      '"',
      '{',
      '<<',
    ),
    fc.constantFrom(
      'baris\nbaru',
      ' depan',
      'belakang ',
      'titik dua:',
      '0x1f',
      '2026-01-01',
      '=',
      '|',
      '>',
      '`@',
    ),
    fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  )
  .filter((word) => word.isWellFormed() && !/\p{Cc}/u.test(word.replace(/\n/g, '')));

const texts = fc.array(text, { maxLength: 3 });
const step: fc.Arbitrary<StepDraft> = fc.record(
  {
    id: text,
    activity: text,
    actors: texts,
    act: text,
    status: text,
    requires: texts,
    limit: fc.option(fc.record({ amount: fc.integer(), unit: text }, { requiredKeys: ['amount'] })),
    output: texts,
    question: text,
    exits: fc.record({ ya: text, tidak: text }, { requiredKeys: [] }),
    next: fc.option(text),
    optional: fc.boolean(),
    note: text,
  },
  { requiredKeys: ['id', 'activity', 'actors', 'act', 'status', 'requires', 'limit', 'output'] },
);
const draft: fc.Arbitrary<ProcedureDraft> = fc
  .record(
    {
      institution: text,
      title: text,
      decree: fc.record({ number: fc.option(text), date: fc.option(text), signatory: fc.option(text) }),
      indicator: text,
      legalBasis: texts,
      channels: texts,
      overallLimit: fc.option(fc.record({ amount: fc.integer(), unit: text })),
      fee: text,
      requirements: fc.array(fc.record({ id: text, title: text }), { maxLength: 2 }),
      actors: fc.array(fc.record({ id: text, title: text, roles: texts }), { maxLength: 3 }),
      steps: fc.array(step, { maxLength: 5 }),
      notes: texts,
    },
    { noNullPrototype: true },
  )
  .map((form) => ({ ...named, ...form }));

test('whatever was drafted is written and read again without a change', () => {
  fc.assert(
    fc.property(draft, (drafted) => {
      const written = writeProcedureYaml(drafted);
      const again = read(written);
      assert.deepEqual(again, JSON.parse(JSON.stringify(drafted)));
      assert.equal(writeProcedureYaml(again), written);
    }),
    { numRuns: 300 },
  );
});
