import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { prepareDataFolder } from './data-folder.ts';
import { ask, silentLog as log, temporaryFolder } from './launcher.fixture.ts';
import { startPrivatePostgres } from './launcher.ts';
import { linkLibraries, packagedServer, prepareBinaries } from './server-binaries.ts';

const symlinked = {
  skip: process.platform === 'linux' ? false : 'only the Linux packages rely on links made at installation',
};

test(
  'a package installed with --ignore-scripts starts: the missing library links are made',
  symlinked,
  async (t) => {
    const dir = temporaryFolder();
    const native = unlinkedCopy(join(dir, 'package', 'native'));
    assert.notEqual(
      spawnSync(join(native, 'bin', 'initdb'), ['--version']).status,
      0,
      'the copy is broken at first',
    );
    const server = await startPrivatePostgres({ dataDir: join(dir, 'data'), log, durable: false, native });
    t.after(server.stop);
    assert.deepEqual(await ask(server.url, 'select 1 as up'), [{ up: 1 }]);
  },
);

test('linking is repeatable', symlinked, () => {
  const native = unlinkedCopy(join(temporaryFolder(), 'native'));
  assert.equal(linkLibraries(native), true);
  assert.equal(linkLibraries(native), true);
});

test('programs that cannot run here: one sentence that names DATABASE_URL', () => {
  const dir = temporaryFolder();
  const native = join(dir, 'native');
  cpSync(packagedServer(), native, { recursive: true, verbatimSymlinks: true });
  // As on a system without the C library that the package was built for.
  rmSync(join(native, 'lib'), { recursive: true });
  rmSync(join(native, 'pg-symlinks.json'), { force: true });
  const folder = prepareDataFolder(join(dir, 'data'));
  assert.throws(() => prepareBinaries(native, folder), {
    code: 'unsupported-platform',
    message: /DATABASE_URL/,
  });
});

function unlinkedCopy(native: string): string {
  cpSync(packagedServer(), native, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) {
    const place = join(native, '..', target);
    if (lstatSync(place, { throwIfNoEntry: false })) rmSync(place);
  }
  return native;
}
