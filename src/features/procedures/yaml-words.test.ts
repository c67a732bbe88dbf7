import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { broken, soundProcedure } from './folder.fixture.ts';
import { readProcedureText } from './procedure-text.ts';
import { yamlLimits } from './yaml-words.ts';

const named = { id: 'dinas/uji', version: 1 };

function refused(text: string) {
  const read = readProcedureText(text, named);
  assert.ok(!read.ok, 'the text was taken');
  return read.error;
}

function first(text: string): readonly [string, number, number] {
  const [problem] = refused(text);
  assert.ok(problem);
  return [problem.code, problem.line, problem.column];
}

const laughs = `a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]
b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]
f: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]
g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]
`;

const hostile: readonly (readonly [string, string, readonly [string, number, number]])[] = [
  ['a billion laughs', laughs, ['yaml-anchor', 1, 4]],
  ['an alias', 'title: *lain\n', ['yaml-alias', 1, 8]],
  ['a tag', 'institution: x\ntitle: !!js/function "x"\n', ['yaml-tag', 2, 8]],
  ['a tag of its own', 'title: !panggil x\n', ['yaml-tag', 1, 8]],
  ['a merge key', 'institution: x\n<<: { title: y }\n', ['yaml-merge-key', 2, 1]],
  ['a directive', '%TAG ! tag:contoh,2026:\n---\ntitle: x\n', ['yaml-directive', 1, 1]],
  ['a second document', 'title: x\n---\ntitle: y\n', ['not-yaml', 2, 1]],
  ['a key given twice', 'title: x\nfee: y\ntitle: z\n', ['duplicate-key', 3, 1]],
  ['brackets in brackets', `title: ${'['.repeat(200_000)}`, ['yaml-too-deep', 1, 24]],
  ['brackets on lines of their own', `title:\n${' [\n'.repeat(60_000)}`, ['yaml-too-deep', 18, 2]],
  ['lists in lists on one line', `title:\n${'- '.repeat(100_000)}x\n`, ['yaml-too-deep', 2, 33]],
  [
    'a staircase',
    Array.from({ length: 400 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    ['yaml-too-deep', 62, 1],
  ],
  ['a NUL', 'institution: x\ntitle: a\u0000b\n', ['yaml-control-character', 2, 9]],
  ['a NUL by an escape', 'institution: x\ntitle: "a\\0b"\n', ['yaml-control-character', 2, 1]],
  ['half a character', 'title: a\ud83d b\n', ['yaml-half-character', 1, 9]],
  ['half a character by an escape', 'title: "\\ud83d"\n', ['yaml-half-character', 1, 1]],
  ['a text without end', `title: ${'a'.repeat(4_001)}\n`, ['text-too-long', 1, 8]],
  ['a quoted text without end', `title: "${'a'.repeat(4_001)}"\n`, ['text-too-long', 1, 8]],
  ['more than fits', 'a'.repeat(yamlLimits.bytes + 1), ['yaml-too-large', 1, 1]],
  [
    'very many keys',
    Array.from({ length: 12_001 }, (_, n) => `k${n}: 1\n`).join(''),
    ['yaml-too-many-entries', 12_001, 7],
  ],
];

for (const [what, text, expected] of hostile) {
  test(`${what}: refused with ${expected[0]} at line ${expected[1]}`, () => {
    assert.deepEqual(first(text), expected);
  });
}

test('what only looks like it is a text like any other', () => {
  const harmless = broken(soundProcedure, 2, 'title: Uji', 'title: "*a &b !c <<: [[[["');
  const read = readProcedureText(harmless, named);
  assert.ok(read.ok);
  assert.equal(read.value.draft.title, '*a &b !c <<: [[[[');
  const block = broken(soundProcedure, 2, 'title: Uji', 'title: |\n  *a &b\n  !c');
  assert.ok(readProcedureText(block, named).ok);
});

test('a key that would reach into objects is an unknown key and nothing else', () => {
  const codes = refused(`${soundProcedure}__proto__: { isAdmin: true }\nconstructor: x\n`).map(
    ({ code }) => code,
  );
  assert.deepEqual(codes, ['unknown-key', 'unknown-key']);
  assert.equal(Reflect.get({}, 'isAdmin'), undefined);
});

test('every fault is told, a hundred at most', () => {
  assert.equal(refused('a: *b\n'.repeat(500)).length, 100);
});

const nasty = fc.constantFrom(
  '&a',
  '*a',
  '!t',
  '[',
  ']',
  '{',
  '}',
  ': ',
  '- ',
  '\n',
  '  ',
  '"',
  "'",
  '|',
  '\u0000',
  '\ud800',
  '#',
  '? ',
  '<<',
  'x',
  ',',
);

test('any text is read or refused with a place in it, never more', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const read = readProcedureText(text, named);
      assert.ok(!read.ok && read.error.length > 0);
      const lines = text.split('\n').length;
      for (const { line, column } of read.error) assert.ok(line >= 1 && line <= lines + 1 && column >= 1);
    }),
    { numRuns: 500 },
  );
});

test('a sound text with a line broken at random never throws and never loses its way', () => {
  const lines = soundProcedure.split('\n');
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.array(nasty, { maxLength: 8 }), (index, parts) => {
      const text = lines.map((line, place) => (place === index ? line + parts.join('') : line)).join('\n');
      const read = readProcedureText(text, named);
      if (!read.ok) for (const { line } of read.error) assert.ok(line >= 1);
    }),
    { numRuns: 500 },
  );
});
