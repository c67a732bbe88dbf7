import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A small procedure that runs, line by line as a person would write it; tests break one line of it. */
export const soundProcedure = `institution: Instansi Contoh
title: Uji
decree: { number: null, date: null, signatory: null }
legalBasis: []
channels: [Loket]
overallLimit: { amount: 3, unit: workingDay }
fee: Tidak dipungut biaya
requirements: []
actors:
  - { id: reporter, title: Pelapor, roles: [reporter] }
  - { id: officer, title: Petugas, roles: [unit-officer] }
steps:
  - id: '1'
    activity: Menyampaikan pengaduan
    actors: [reporter]
    act: submit
    status: received
    requires: []
    limit: null
    output: []
    next: '2'
  - id: '2'
    activity: Memeriksa pengaduan
    actors: [officer]
    act: verify
    status: verifying
    requires: []
    limit: { amount: 1, unit: workingDay }
    output: []
    question: Berwenang?
    exits: { ya: '3', tidak: '2a' }
  - id: '2a'
    activity: Meneruskan pengaduan
    actors: [officer]
    act: refer
    status: referred
    requires: []
    limit: null
    output: []
    next: null
  - id: '3'
    activity: Menerima jawaban
    actors: [reporter]
    act: receive
    status: answered
    requires: []
    limit: null
    output: []
    next: null
notes: []
`;

export const soundScenarios = `- name: Diperiksa dan dijawab.
  start: 2026-11-23T09:00:00+07:00
  zone: Asia/Jakarta
  path:
    - { at: 2026-11-23T09:00:00+07:00, act: submit, by: reporter }
    - { at: 2026-11-23T10:00:00+07:00, act: verify, by: unit-officer, exit: ya }
  expect:
    - { step: '1', actor: reporter }
    - { step: '2', actor: officer, due: 2026-11-24T16:00:00+07:00 }
    - { step: '3', actor: reporter }
  overallDue: 2026-11-26T16:00:00+07:00
  ends: false
`;

/** A procedures folder of its own for one test, removed after it. Keys are paths below it. */
export function aFolder(t: TestContext, files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'tuntas-procedures-'));
  t.after(() => rmSync(dir, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

/** The text with one line changed; refuses to change nothing. */
export function broken(text: string, line: number, from: string, to: string): string {
  const lines = text.split('\n');
  const before = lines[line - 1] ?? '';
  if (!before.includes(from)) throw new Error(`line ${line} has no "${from}": ${before}`);
  lines[line - 1] = before.replace(from, to);
  return lines.join('\n');
}
