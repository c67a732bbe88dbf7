import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { parseArgs } from 'node:util';
import type { SimulationResult } from '../domain/simulation/simulate.ts';
import { readConfig } from '../platform/config/config.ts';
import { openLog } from '../platform/log/log.ts';
import { simulateOnTerminal } from './simulate.ts';
import { simulateOptions } from './simulate-options.ts';

const ministry = 'kemensos/pengelolaan-sp4n-lapor';
const polytechnic = 'politeknik/pengaduan-online';

/** Calls the verb as the command line would, and keeps what it says. */
async function call(t: TestContext, ...args: readonly string[]) {
  const config = readConfig({ DATA_DIR: '/nowhere' });
  assert.ok(config.ok);
  const parsed = parseArgs({
    args: [...args],
    options: simulateOptions,
    allowPositionals: true,
    strict: true,
  });
  const out: string[] = [];
  const wrong: string[] = [];
  const stderr = t.mock.method(process.stderr, 'write', (text: string) => wrong.push(text) > 0);
  const input = { config: config.value, log: openLog('silent'), ...parsed };
  const code = await simulateOnTerminal(input, (line) => out.push(line));
  stderr.mock.restore();
  return { code, out: out.join('\n'), wrong: wrong.join('') };
}

test('both procedures run with nothing stated, and the office keeps up with its own load', async (t) => {
  for (const id of [ministry, polytechnic]) {
    const { code, out } = await call(t, id, '--load', '1', '--days', '20', '--json');
    assert.equal(code, 0);
    const { loads } = JSON.parse(out) as SimulationResult;
    const load = loads[0];
    assert.ok(load !== undefined && load.breaksFirst === null);
    assert.ok(load.actors.every(({ utilisation }) => utilisation.mean > 0.1 && utilisation.mean < 0.95));
    assert.ok((load.promises.find(({ id: name }) => name === 'verification')?.onTime?.mean ?? 0) > 0.95);
    assert.ok(Math.abs(load.throughputPerDay.mean - 40) < 4);
  }
});

test('a table in either language says how often each promise is kept and what it rests on', async (t) => {
  const args = [
    polytechnic,
    '--load',
    '1,3',
    '--days',
    '10',
    '--arrivals',
    '8/day',
    '--staff',
    'unit=1,liaison=1',
  ];
  const id = await call(t, ...args);
  assert.match(id.out, /Beban 3×[\s\S]*Satuan Kerja\/Instansi Vertikal +1 /);
  assert.match(id.out, /Kewalahan lebih dulu: Satuan Kerja/);
  assert.match(id.out, /Satuan Kerja\/Instansi Vertikal: 1 orang, pada jam kerja\. \[dinyatakan\]/);
  const en = await call(t, ...args, '--lang', 'en');
  assert.match(en.out, /Breaks first: Satuan Kerja/);
  assert.match(en.out, /\[assumed\]/);
  assert.equal((await call(t, ...args)).out, id.out);
});

test('what was typed wrongly is named by its option, with exit code 2', async (t) => {
  const wrong: readonly (readonly [string, string])[] = [
    ['--load', '0'],
    ['--load', '1,,2'],
    ['--staff', 'verifier'],
    ['--staff', 'nobody=3'],
    ['--arrivals', 'many'],
    ['--days', '0'],
    ['--seed', '-'],
    ['--replay', '2026-11-01..2026-10-01'],
    ['--past', '2026-02-30..2026-03-01'],
    ['--version', 'x'],
    ['--lang', 'fr'],
  ];
  for (const [option, value] of wrong) {
    const said = await call(t, ministry, `${option}=${value}`);
    assert.equal(said.code, 2, `${option} ${value}`);
    assert.match(said.wrong, new RegExp(`^${option}: `));
  }
  assert.equal((await call(t, ministry, '--version=9')).code, 1);
  assert.equal((await call(t, 'tidak/ada')).code, 1);
  assert.equal((await call(t)).code, 2);
  assert.equal((await call(t, ministry, '--arrivals', '100000/day', '--load', '100')).code, 1);
});

test('a scenario and a draft are read from files, and refused by line', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-simulate-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const scenario = await path(
    'scenario.yaml',
    'loads: [1]\ndays: 5\nwarmUpDays: 1\nreplications: 2\nstaff: { verifier: { people: 2, hours: always } }\nservice: { "3": { shape: fixed, mean: 5 } }\n',
  );
  const said = await call(t, ministry, '--scenario', scenario, '--json');
  assert.equal(said.code, 0, said.wrong);
  const { assumptions } = JSON.parse(said.out) as SimulationResult;
  assert.ok(assumptions.some(({ source, params }) => source === 'stated' && params.hours === 'always'));
  const misspelt = await call(t, ministry, '--scenario', await path('wrong.yaml', 'days: 5\nlods: [1]\n'));
  assert.equal(misspelt.code, 2);
  assert.match(misspelt.wrong, /wrong\.yaml:2:1 /);
  const unnamed = await call(t, ministry, '--scenario', await path('names.yaml', 'yes: { "99": 1 }\n'));
  assert.equal(unnamed.code, 2);
  assert.match(unnamed.wrong, /yes\.99/);
  const draft = await call(t, ministry, '--file', await path('draft.yaml', 'title: 1\n'));
  assert.equal(draft.code, 1);
  assert.match(draft.wrong, /draft\.yaml:\d+:\d+ /);
});
