import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { testHouse } from '../../test/support/house.ts';
import { openWorkplace } from '../../test/support/office.ts';
import { keeperAtWork } from '../../test/support/office-procedures.ts';
import { readConfig } from '../platform/config/config.ts';
import { openLog } from '../platform/log/log.ts';
import { drawProcedure } from './draw-procedure.ts';

const ministry = 'kemensos/pengelolaan-sp4n-lapor';

/** Calls the verb as the command line would; gives what it wrote to a file, and what it said. */
async function call(
  t: TestContext,
  id: string | undefined,
  options: Record<string, string> = {},
  env: Record<string, string> = { DATA_DIR: '/nowhere' },
) {
  const config = readConfig(env);
  assert.ok(config.ok);
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-draw-'));
  t.after(() => rm(folder, { recursive: true }));
  const out = join(folder, 'out');
  const said: string[] = [];
  const wrong: string[] = [];
  const stderr = t.mock.method(process.stderr, 'write', (text: string) => wrong.push(text) > 0);
  const code = await drawProcedure(
    {
      config: config.value,
      log: openLog('silent'),
      values: { format: 'svg', out, ...options },
      positionals: id === undefined ? [] : [id],
    },
    (line) => said.push(line),
  );
  stderr.mock.restore();
  const content = code === 0 ? await readFile(out) : Buffer.alloc(0);
  return { code, content: content.toString('latin1'), said: said.join(), wrong: wrong.join('') };
}

test('a version that ships is drawn as SVG, as PDF and as BPMN, without a database', async (t) => {
  const svg = await call(t, ministry);
  assert.match(svg.content, /^<\?xml[^>]*>\n<svg /);
  assert.match(svg.said, /^kemensos\/pengelolaan-sp4n-lapor v1: /);
  assert.match((await call(t, ministry, { format: 'pdf', version: '1' })).content, /^%PDF-1\.7/);
  assert.match((await call(t, ministry, { format: 'bpmn' })).content, /^<\?xml[^>]*>\n<bpmn:definitions /);
});

test('what there is not is said, with what there is', async (t) => {
  const unknown = await call(t, 'kemensos/tidak-ada');
  assert.equal(unknown.code, 1);
  assert.match(unknown.wrong, /^No procedure kemensos\/tidak-ada\. There are: .*kemensos\/pengelolaan/);
  const later = await call(t, ministry, { version: '7' });
  assert.equal(later.code, 1);
  assert.match(later.wrong, /^No procedure kemensos\/pengelolaan-sp4n-lapor v7\./);
});

test('a call that is not understood says how it is called', async (t) => {
  for (const [id, options] of [
    [undefined, {}],
    [ministry, { format: 'png' }],
    [ministry, { version: '0' }],
    [ministry, { version: 'dua' }],
  ] as const) {
    const { code, wrong } = await call(t, id, options);
    assert.equal(code, 2);
    assert.match(wrong, /^tuntas draw-procedure INSTITUTION\/NAME .*svg\|pdf\|bpmn/);
  }
});

test('a version released in the console is drawn from the database', async (t) => {
  const house = await testHouse({ now: '2026-11-24T02:12:00.000Z' }, t);
  const office = await openWorkplace(house, 'kemensos');
  const sari = keeperAtWork(await office.employ({ name: 'Sari', role: 'procedure-manager' }));
  const budi = keeperAtWork(await office.employ({ name: 'Budi', role: 'procedure-manager' }));
  const draft = await sari.starts({
    procedureId: ministry,
    basedOn: { procedureId: ministry, version: 1 },
    reason: 'Naskah kedua',
  });
  await budi.releases(draft.id);
  // A house is opened by the key that it was sealed with, or not at all.
  const SECRET_KEY = house.config.secretKeys.key ?? '';
  const env = { DATA_DIR: house.config.dataDir, DATABASE_URL: house.databaseUrl, SECRET_KEY };
  const { code, said } = await call(t, ministry, { format: 'bpmn' }, env);
  assert.equal(code, 0);
  assert.match(said, / v2: /);
});
