import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { TextCode } from './finding-text.ts';
import { aFolder, broken, soundProcedure } from './folder.fixture.ts';
import { loadProcedures } from './load.ts';
import type { LoadProblem } from './load-problem.ts';

const path = 'dinas/uji/v1.yaml';

function refused(t: TestContext, files: Readonly<Record<string, string>>): readonly LoadProblem[] {
  const dir = aFolder(t, files);
  const loaded = loadProcedures(dir);
  assert.ok(!loaded.ok, 'the folder was taken');
  return loaded.error.map((problem) => ({ ...problem, file: problem.file.slice(dir.length + 1) }));
}

/** One changed line of a sound file; the code, the line named, and words of the remedy it must contain. */
const faults: readonly {
  readonly line: number;
  readonly from: string;
  readonly to: string;
  readonly code: TextCode;
  readonly at?: number;
  readonly says: RegExp;
}[] = [
  {
    line: 24,
    from: 'officer',
    to: 'admin-um',
    code: 'unknown-actor',
    says: /“admin-um” pada langkah “2”.*Tambahkan/,
  },
  {
    line: 31,
    from: "'3'",
    to: "'2a'",
    code: 'unreachable-step',
    at: 41,
    says: /Langkah “3” tidak dapat dicapai.*hapus/,
  },
  { line: 31, from: ", tidak: '2a'", to: '', code: 'missing-exit', says: /cabang “tidak”.*Tambahkan/ },
  {
    line: 28,
    from: ', unit: workingDay',
    to: '',
    code: 'limit-without-unit',
    says: /Tambahkan unit.*workingDay/,
  },
  { line: 28, from: 'workingDay', to: 'Hari', code: 'unknown-unit', says: /“Hari”.*Pilih/ },
  { line: 28, from: 'amount: 1', to: 'amount: -1', code: 'limit-not-positive', says: /“-1”.*limit: null/ },
  { line: 6, from: 'amount: 3', to: 'amount: 0', code: 'limit-not-positive', says: /“0”/ },
  {
    line: 30,
    from: 'question: Berwenang?',
    to: '',
    code: 'exits-without-question',
    at: 31,
    says: /Tambahkan question/,
  },
  {
    line: 31,
    from: "exits: { ya: '3', tidak: '2a' }",
    to: "next: '3'",
    code: 'question-without-exits',
    at: 30,
    says: /exits/,
  },
  { line: 21, from: "'2'", to: "'7'", code: 'unknown-step', says: /langkah “7” yang tidak ada.*Perbaiki/ },
  { line: 49, from: 'next: null', to: "next: '2'", code: 'main-path-loops', at: 41, says: /kembali ke “2”/ },
  { line: 49, from: 'next: null', to: "next: '3'", code: 'never-ends', at: 41, says: /Arahkan/ },
  {
    line: 49,
    from: 'next: null',
    to: '',
    code: 'missing-next',
    at: 41,
    says: /“next: null” bila prosedur selesai/,
  },
  {
    line: 49,
    from: 'next: null',
    to: "next: null\n    returnsTo: '3'",
    code: 'return-not-backwards',
    at: 50,
    says: /“3”/,
  },
  {
    line: 49,
    from: 'next: null',
    to: 'next: null\n    returnsAtMost: 2',
    code: 'returns-without-target',
    at: 50,
    says: /returnsTo/,
  },
  { line: 31, from: 'exits', to: "next: '3'\n    exits", code: 'exits-and-next', at: 31, says: /Hapus next/ },
  {
    line: 31,
    from: 'exits',
    to: 'optional: true\n    exits',
    code: 'optional-decision',
    at: 31,
    says: /Hapus optional/,
  },
  { line: 41, from: "'3'", to: "'2a'", code: 'duplicate-step', says: /“2a” dipakai dua kali/ },
  {
    line: 11,
    from: 'id: officer',
    to: 'id: reporter',
    code: 'duplicate-actor',
    says: /“reporter” didaftar dua kali/,
  },
  { line: 11, from: '[unit-officer]', to: '[]', code: 'actor-without-roles', says: /“officer”.*Isi roles/ },
  { line: 24, from: '[officer]', to: '[]', code: 'step-without-actor', says: /Isi actors/ },
  { line: 25, from: 'verify', to: 'periksa', code: 'unknown-act', says: /“periksa”.*submit, record, verify/ },
  { line: 26, from: 'verifying', to: 'VERIFIKASI', code: 'unknown-status', says: /“VERIFIKASI”.*received/ },
  { line: 16, from: 'submit', to: 'record', code: 'first-step-not-submit', says: /act: submit/ },
  {
    line: 25,
    from: 'verify',
    to: 'submit',
    code: 'submit-not-first',
    says: /hanya boleh pada langkah pertama/,
  },
  {
    line: 28,
    from: 'limit',
    to: 'limits',
    code: 'unknown-key',
    says: /“limits” tidak dikenal.*limit, output/,
  },
  {
    line: 23,
    from: 'activity: Memeriksa pengaduan',
    to: '',
    code: 'missing-key',
    at: 22,
    says: /“activity” belum ada/,
  },
  { line: 31, from: "'3'", to: '3', code: 'wrong-type', says: /harus berupa teks. Beri tanda kutip: '3'/ },
  {
    line: 28,
    from: 'amount: 1',
    to: 'amount: satu',
    code: 'wrong-type',
    says: /“amount” harus berupa angka/,
  },
  { line: 24, from: '[officer]', to: 'officer', code: 'wrong-type', says: /“actors” harus berupa daftar/ },
  { line: 2, from: 'Uji', to: "''", code: 'empty-text', says: /masih kosong.*Isi/ },
  { line: 3, from: 'decree', to: 'title', code: 'duplicate-key', says: /dua kali/ },
  { line: 31, from: '}', to: '', code: 'not-yaml', at: 32, says: /bukan YAML/ },
];

for (const { line, from, to, code, at = line, says } of faults) {
  test(`${code}: "${from}" made "${to.replaceAll('\n', ' ')}" is refused with file, line ${at} and remedy`, (t) => {
    const problems = refused(t, { [path]: broken(soundProcedure, line, from, to) });
    const found = problems.find((problem) => problem.code === code && problem.line === at);
    assert.ok(
      found,
      JSON.stringify(problems.map((problem) => [problem.code, problem.line, problem.message])),
    );
    assert.equal(found.file, path);
    assert.ok(found.message.includes(`${path}:${at}:${found.column} Galat: `));
    assert.match(found.message, says);
    assert.doesNotMatch(found.message, /\{\w+\}|undefined|“”/);
  });
}

test('a sound folder is a library', (t) => {
  const dir = aFolder(t, {
    [path]: soundProcedure,
    'dinas/uji/v2.yaml': broken(soundProcedure, 2, 'Uji', 'Uji baru'),
    'dinas/lain/v1.yaml': soundProcedure,
    'dinas/uji/source.txt': 'Teks asli',
  });
  const loaded = loadProcedures(dir);
  assert.ok(loaded.ok);
  const library = loaded.value;
  assert.equal(library.latest('dinas/uji').title, 'Uji baru');
  assert.equal(library.get('dinas/uji', 1).title, 'Uji');
  assert.deepEqual(
    library.list().map(({ id, version }) => [id, version]),
    [
      ['dinas/lain', 1],
      ['dinas/uji', 2],
    ],
  );
  assert.deepEqual(
    library.versions('dinas/uji').map(({ version }) => version),
    [1, 2],
  );
  assert.equal(library.find('dinas/tidak-ada'), undefined);
  assert.equal(library.find('dinas/uji', 3), undefined);
  assert.throws(() => library.get('dinas/uji', 3), /no procedure dinas\/uji v3/);
  assert.throws(() => library.latest('dinas/tidak-ada'), /no procedure/);
});

test('one broken file refuses all, and every fault is told at once', (t) => {
  const problems = refused(t, {
    'dinas/baik/v1.yaml': soundProcedure,
    [path]: broken(broken(soundProcedure, 24, 'officer', 'siapa'), 28, 'workingDay', 'hari'),
    'dinas/uji/v2.yaml': broken(soundProcedure, 28, 'limit', 'batas'),
  });
  assert.deepEqual(
    problems.map(({ file, line, code }) => [file, line, code]),
    [
      [path, 24, 'unknown-actor'],
      [path, 28, 'unknown-unit'],
      ['dinas/uji/v2.yaml', 22, 'missing-key'],
      ['dinas/uji/v2.yaml', 28, 'unknown-key'],
    ],
  );
});

test('a warning does not refuse', (t) => {
  const unused = broken(soundProcedure, 12, 'steps:', '  - { id: upt, title: UPT, roles: [upt] }\nsteps:');
  assert.ok(loadProcedures(aFolder(t, { [path]: unused })).ok);
});

test('nothing in the folder is silently passed over', (t) => {
  const problems = refused(t, {
    'Dinas Sosial/uji/v1.yaml': soundProcedure,
    'dinas/kosong/source.txt': 'Teks asli',
    'dinas/uji/v1.yaml': soundProcedure,
    'dinas/uji/v3.yaml': soundProcedure,
    'dinas/uji/V4.yml': soundProcedure,
  });
  assert.deepEqual(
    problems.map(({ file, code }) => [file, code]),
    [
      ['Dinas Sosial', 'bad-folder-name'],
      ['dinas/kosong', 'no-version'],
      ['dinas/uji/V4.yml', 'unexpected-file'],
      ['dinas/uji', 'version-gap'],
    ],
  );
  assert.match(problems[3]?.message ?? '', /v2.*kembalikan/);
});

test('a missing folder is said', () => {
  const loaded = loadProcedures(join('tidak', 'ada'));
  assert.ok(!loaded.ok);
  assert.deepEqual(
    loaded.error.map(({ code }) => code),
    ['folder-missing'],
  );
});

test('an empty file is a wrong file', (t) => {
  assert.deepEqual(
    refused(t, { [path]: '' }).map(({ code, line, message }) => [
      code,
      line,
      /: ([^:]+)\./.exec(message)?.[1]?.split('.')[0],
    ]),
    [['wrong-type', 1, 'Isi “berkas ini” harus berupa kumpulan kunci dan isinya']],
  );
});
