import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ask, silentLog as log, runLauncher, temporaryFolder } from './launcher.fixture.ts';
import { findRunningPostgres, startPrivatePostgres } from './launcher.ts';
import { livePostmaster } from './postmaster.ts';
import { packagedServer } from './server-binaries.ts';

const durable = false;
const asRoot = process.geteuid?.() === 0;
const root = { skip: asRoot ? false : 'only root can change accounts' };

test('started by root, the server runs under an account without rights', root, async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const server = await startPrivatePostgres({ dataDir, log, durable });
  t.after(server.stop);
  const postmaster = livePostmaster(join(dataDir, 'cluster'));
  assert.ok(postmaster);
  assert.notEqual(statSync(join(dataDir, 'cluster')).uid, 0);
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${postmaster.pid}/status`, 'utf8');
    assert.match(status, /^Uid:\t[1-9]/m);
    assert.match(status, /^Groups:\t\s*$/m, 'no group of root is left');
    const environment = readFileSync(`/proc/${postmaster.pid}/environ`, 'utf8');
    const names = [...environment.matchAll(/(?:^|\0)([^=\0]+)=/g)].map(([, name = '']) => name);
    // The server adds variables of its own; none of ours (SECRET_KEY, DATABASE_URL) may be among them.
    assert.deepEqual(names.filter((name) => !name.startsWith('PG')).sort(), ['LC_ALL', 'PATH', 'TZ']);
  }
  assert.equal(statSync(join(dataDir, 'password')).uid, 0);
});

test('in a folder of an ordinary account, root leaves the data to that account', root, async (t) => {
  const parent = temporaryFolder();
  const { uid, gid } = nobody();
  chownSync(parent, uid, gid);
  chmodSync(parent, 0o700);
  const server = await startPrivatePostgres({ dataDir: join(parent, 'data'), log, durable });
  t.after(server.stop);
  assert.equal(server.notice, null);
  assert.equal(statSync(join(parent, 'data', 'cluster')).uid, uid);
});

test(
  'a checkout that only root can enter: data and programs lie elsewhere, and a notice says so',
  root,
  async (t) => {
    const closed = temporaryFolder();
    chmodSync(closed, 0o700);
    const native = join(closed, 'package', 'native');
    cpSync(packagedServer(), native, { recursive: true, verbatimSymlinks: true });
    const dataDir = join(closed, 'data');
    const server = await startPrivatePostgres({ dataDir, log, durable, native });
    t.after(async () => {
      await server.stop();
      rmSync(server.dataDir, { recursive: true, force: true });
    });
    assert.match(server.dataDir, /^\/var\/lib\/tuntas-[0-9a-f]{12}$/);
    assert.ok(server.notice?.includes(server.dataDir) && server.notice.includes(dataDir));
    assert.equal(existsSync(dataDir), false);
    assert.equal((await findRunningPostgres(dataDir))?.url, server.url);

    // Opening the folder later must not make the data seem lost.
    await ask(server.url, 'create table kept as select 42 as n');
    await server.stop();
    chmodSync(closed, 0o755);
    const again = await startPrivatePostgres({ dataDir, log, durable, native });
    t.after(again.stop);
    assert.deepEqual(await ask(again.url, 'select n from kept'), [{ n: 42 }]);
  },
);

test('a strict umask does not lock the server out', root, async (t) => {
  const before = process.umask(0o077);
  t.after(() => process.umask(before));
  const dataDir = join(temporaryFolder(), 'on', 'the', 'way');
  const server = await startPrivatePostgres({ dataDir, log, durable });
  t.after(server.stop);
  assert.equal(server.notice, null);
});

test(
  'an ordinary account starts it as itself; a folder that is not its own is refused',
  ordinary(),
  async () => {
    const { uid, gid } = nobody();
    const own = temporaryFolder();
    chownSync(own, uid, gid);
    const foreign = join(temporaryFolder(), 'closed');
    mkdirSync(foreign, { mode: 0o700 });
    const { firstLine } = runLauncher(
      `const refused = await startPrivatePostgres({ dataDir: ${JSON.stringify(foreign)}, log }).catch((error) => error);
     const server = await startPrivatePostgres({ dataDir: ${JSON.stringify(join(own, 'data'))}, log, durable: false });
     const { uid } = (await import('node:fs')).statSync(server.dataDir + '/cluster');
     await server.stop();
     console.log(JSON.stringify({ uid, code: refused.code }));`,
      { uid, gid },
    );
    assert.deepEqual(JSON.parse(await firstLine), { uid, code: 'folder-unusable' });
  },
);

function ordinary(): { skip: string | false } {
  if (!asRoot) return { skip: 'runs as an ordinary account already: the other tests show it' };
  const files = [process.execPath, fileURLToPath(import.meta.url)];
  const enter = files.every(
    (file) => spawnSync('/bin/sh', ['-c', `cd "${dirname(file)}"`], nobody()).status === 0,
  );
  return { skip: enter ? false : 'the account "nobody" cannot reach Node or this checkout' };
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':').map(Number);
  return { uid: uid ?? 65_534, gid: gid ?? 65_534 };
}
