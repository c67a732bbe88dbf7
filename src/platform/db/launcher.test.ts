import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ask, silentLog as log, runLauncher, temporaryFolder, until } from './launcher.fixture.ts';
import { findRunningPostgres, startPrivatePostgres } from './launcher.ts';
import { livePostmaster } from './postmaster.ts';

const durable = false;

test('an empty folder becomes a database with the promised settings', async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const server = await startPrivatePostgres({ dataDir, log });
  t.after(server.stop);
  const [settings] = await ask(
    server.url,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('data_checksums') as checksums, current_setting('ssl') as ssl,
            current_setting('listen_addresses') as listen, current_setting('TimeZone') as zone,
            current_setting('server_encoding') as encoding, current_database() as name,
            (select count(*)::int from pg_hba_file_rules where auth_method <> 'scram-sha-256') as open_rules`,
  );
  assert.deepEqual(settings, {
    ...{ fsync: 'on', commit: 'on', checksums: 'on', ssl: 'off', listen: '', zone: 'UTC' },
    ...{ encoding: 'UTF8', name: 'tuntas', open_rules: 0 },
  });
});

test('the password is in one closed file and needed to connect', async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const server = await startPrivatePostgres({ dataDir, log, durable });
  t.after(server.stop);
  assert.equal(statSync(join(dataDir, 'password')).mode & 0o777, 0o600);
  assert.equal(statSync(dataDir).mode & 0o777, 0o700);
  const password = readFileSync(join(dataDir, 'password'), 'utf8').trim();
  assert.ok(server.url.includes(password));
  assert.ok(!readFileSync(join(dataDir, 'server.log'), 'utf8').includes(password));
  await assert.rejects(ask(server.url.replace(password, 'guess'), 'select 1'), { code: '28P01' });
});

test('data survive a stop and the next start', async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const first = await startPrivatePostgres({ dataDir, log, durable });
  await ask(first.url, 'create table kept as select 42 as n');
  await first.stop();
  await first.stop();
  assert.equal(livePostmaster(join(dataDir, 'cluster')), null);
  const second = await startPrivatePostgres({ dataDir, log, durable });
  t.after(second.stop);
  assert.deepEqual(await ask(second.url, 'select n from kept'), [{ n: 42 }]);
});

test('a second start is refused and names process and folder; commands find the running server', async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  assert.equal(await findRunningPostgres(dataDir), null);
  const server = await startPrivatePostgres({ dataDir, log, durable });
  t.after(server.stop);
  const place = JSON.stringify(dataDir);
  const other = runLauncher(`
    const refused = await startPrivatePostgres({ dataDir: ${place}, log }).catch((error) => error);
    const found = await findRunningPostgres(${place});
    console.log(JSON.stringify({ code: refused.code, message: refused.message, url: found?.url }));`);
  const { code, message, url } = JSON.parse(await other.firstLine) as Record<string, string>;
  assert.equal(code, 'already-running');
  assert.ok(message?.includes(String(process.pid)) && message.includes(dataDir), message);
  assert.equal(url, server.url);
  assert.deepEqual(await ask(server.url, 'select 1 as still'), [{ still: 1 }]);
  await server.stop();
  assert.equal(await findRunningPostgres(dataDir), null);
});

test('two first starts at once: one wins, the other is refused', async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const options = { dataDir, log, durable };
  const outcomes = await Promise.allSettled([startPrivatePostgres(options), startPrivatePostgres(options)]);
  for (const outcome of outcomes) if (outcome.status === 'fulfilled') t.after(outcome.value.stop);
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
});

test('kill -9 of the owner leaves no server, and the next start has all that was committed', async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const { child, firstLine } = runLauncher(`
    const server = await startPrivatePostgres({ dataDir: ${JSON.stringify(dataDir)}, log });
    console.log(server.url);
    setInterval(() => {}, 1000);`);
  const url = await firstLine;
  await ask(url, 'create table kept as select 42 as n');
  const cluster = join(dataDir, 'cluster');
  assert.notEqual(livePostmaster(cluster), null);
  child.kill('SIGKILL');
  await until(() => livePostmaster(cluster) === null, 'the server ends after its owner');
  const server = await startPrivatePostgres({ dataDir, log });
  t.after(server.stop);
  assert.deepEqual(await ask(server.url, 'select n from kept'), [{ n: 42 }]);
});

test('a start right after kill -9 waits for the dying server instead of failing', async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const { child, firstLine } = runLauncher(`
    await startPrivatePostgres({ dataDir: ${JSON.stringify(dataDir)}, log, durable: false });
    console.log('up');
    setInterval(() => {}, 1000);`);
  await firstLine;
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const server = await startPrivatePostgres({ dataDir, log, durable });
  t.after(server.stop);
  assert.deepEqual(await ask(server.url, 'select 1 as up'), [{ up: 1 }]);
});

test('a server whose owner and keeper were both killed is ended by the next start', {
  skip: needsSignals(),
}, async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const { child, firstLine } = runLauncher(`
    const server = await startPrivatePostgres({ dataDir: ${JSON.stringify(dataDir)}, log });
    console.log(server.url);
    setInterval(() => {}, 1000);`);
  await ask(await firstLine, 'create table kept as select 42 as n');
  const orphan = livePostmaster(join(dataDir, 'cluster'));
  assert.ok(orphan);
  process.kill(parentOf(orphan.pid), 'SIGKILL');
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  assert.equal(livePostmaster(join(dataDir, 'cluster'))?.pid, orphan.pid, 'nobody is left to end it');
  const server = await startPrivatePostgres({ dataDir, log });
  t.after(server.stop);
  assert.notEqual(livePostmaster(join(dataDir, 'cluster'))?.pid, orphan.pid);
  assert.deepEqual(await ask(server.url, 'select n from kept'), [{ n: 42 }]);
});

test('a server that dies is started again at the same address', { skip: needsSignals() }, async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const server = await startPrivatePostgres({ dataDir, log });
  t.after(server.stop);
  await ask(server.url, 'create table kept as select 42 as n');
  const killed = livePostmaster(join(dataDir, 'cluster'));
  assert.ok(killed);
  process.kill(killed.pid, 'SIGKILL');
  await until(async () => {
    const rows = await ask(server.url, 'select n from kept').catch(() => []);
    return rows[0]?.n === 42 && livePostmaster(join(dataDir, 'cluster'))?.pid !== killed.pid;
  }, 'the server is back with its data');
});

test('a pid file whose number now belongs to another program does not block the start', {
  skip: needsSignals(),
}, async (t) => {
  const dataDir = join(temporaryFolder(), 'data');
  const first = await startPrivatePostgres({ dataDir, log, durable });
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
  const noted = readFileSync(pidFile, 'utf8');
  await first.stop();
  const { uid, gid } = statSync(join(dataDir, 'cluster'));
  const bystander = spawn('sleep', ['120'], process.geteuid?.() === 0 ? { uid, gid, cwd: '/' } : {});
  t.after(() => bystander.kill());
  writeFileSync(pidFile, noted.replace(/^\d+/, String(bystander.pid)), { mode: 0o600 });
  chownSync(pidFile, uid, gid);
  const second = await startPrivatePostgres({ dataDir, log, durable });
  t.after(second.stop);
  assert.deepEqual(await ask(second.url, 'select 1 as up'), [{ up: 1 }]);
  assert.equal(bystander.exitCode, null, 'the other program was left alone');
});

test('a path too long for a socket: the loopback address, with the password', async (t) => {
  const dataDir = join(temporaryFolder(), 'a-rather-long-name-'.repeat(6));
  const server = await startPrivatePostgres({ dataDir, log, durable });
  t.after(server.stop);
  assert.match(server.url, /@127\.0\.0\.1:\d+\/tuntas$/);
  assert.deepEqual(await ask(server.url, 'show listen_addresses'), [{ listen_addresses: '127.0.0.1' }]);
  assert.equal((await findRunningPostgres(dataDir))?.url, server.url);
});

test('what cannot be used is refused in one sentence with a code', async () => {
  const dir = temporaryFolder();
  const start = (name: string) => startPrivatePostgres({ dataDir: join(dir, name), log, durable });

  writeFileSync(join(dir, 'file'), '');
  await assert.rejects(start('file'), { name: 'DatabaseUnavailable', code: 'folder-unusable' });

  const server = await start('data');
  await server.stop();
  writeFileSync(join(dir, 'data', 'cluster', 'PG_VERSION'), '17\n');
  await assert.rejects(start('data'), { code: 'version-mismatch', message: /PostgreSQL 17.*PostgreSQL 18/ });
  writeFileSync(join(dir, 'data', 'cluster', 'PG_VERSION'), '18\n');

  rmSync(join(dir, 'data', 'password'));
  await assert.rejects(start('data'), { code: 'folder-unusable', message: /password/ });
});

test("a folder that holds somebody else's files is left alone", async () => {
  const dir = temporaryFolder();
  writeFileSync(join(dir, 'letter.txt'), 'mine');
  await assert.rejects(startPrivatePostgres({ dataDir: dir, log, durable }), { message: /letter\.txt/ });
  assert.equal(statSync(dir).mode & 0o777, 0o755);
});

function parentOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
}

function needsSignals(): string | false {
  return process.platform === 'win32' ? 'Windows has no signals' : false;
}
