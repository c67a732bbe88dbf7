import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { KeyUnreadable, readSecretKeys } from './secret-key.ts';

const none = { key: null, file: null, command: null, old: [], oldFile: null };
const long = 'kunci-yang-cukup-panjang-untuk-dipakai-di-sini';

test('without a source a key is made once, readable by its owner alone', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-key-'));
  t.after(() => rm(folder, { recursive: true }));
  const [first, second] = await Promise.all([readSecretKeys(none, folder), readSecretKeys(none, folder)]);
  assert.equal(first.current, second.current);
  assert.equal((await stat(join(folder, 'secret-key'))).mode & 0o777, 0o600);
});

test('a file, a command, and earlier keys one a line', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tuntas-key-'));
  t.after(() => rm(folder, { recursive: true }));
  const [file, oldFile] = [join(folder, 'key'), join(folder, 'old')];
  await writeFile(file, `${long}\n`);
  await writeFile(oldFile, 'kunci tahun lalu\n\nkunci sebelumnya\n');
  const filed = await readSecretKeys({ ...none, file, old: ['satu'], oldFile }, folder);
  assert.deepEqual(filed, { current: long, old: ['satu', 'kunci tahun lalu', 'kunci sebelumnya'] });
  const asked = await readSecretKeys({ ...none, command: `printf %s ${long}` }, folder);
  assert.equal(asked.current, long);
});

for (const [name, sources, said] of [
  ['a file that is not there', { file: '/nowhere/key' }, /SECRET_KEY_FILE.*ENOENT/],
  ['a command that fails', { command: `echo ${long}; exit 3` }, /SECRET_KEY_COMMAND.*3/],
  ['a command that says too little', { command: 'echo pendek' }, /SECRET_KEY_COMMAND.*6 characters/],
] as const) {
  test(`${name} is told by its variable, and no secret with it`, async () => {
    await assert.rejects(readSecretKeys({ ...none, ...sources }, tmpdir()), (error: Error) => {
      assert.ok(error instanceof KeyUnreadable);
      assert.match(error.message, said);
      assert.doesNotMatch(error.message, /pendek|kunci-yang/);
      return true;
    });
  });
}
