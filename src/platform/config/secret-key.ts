import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type SecretKeySources, weakness } from './config.ts';

export interface SecretKeys {
  readonly current: string;
  /** They open what they sealed, and seal nothing any more. */
  readonly old: readonly string[];
}

/** A key could not be had, or is too short. Names the variable and never repeats what was read. */
export class KeyUnreadable extends Error {
  override readonly name = 'KeyUnreadable';
}

/**
 * The installation's keys from where the configuration says. Without a source one is made once and kept in `dataDir`,
 * readable by its owner alone. Throws `KeyUnreadable`.
 */
export async function readSecretKeys(sources: SecretKeySources, dataDir: string): Promise<SecretKeys> {
  const { old, oldFile } = sources;
  const current = await readCurrent(sources, dataDir);
  const fromFile = oldFile === null ? '' : await readSecretFile('SECRET_KEYS_OLD_FILE', oldFile);
  const lines = fromFile.split('\n').map((line) => line.trim());
  return { current, old: [...old, ...lines.filter((line) => line !== '')] };
}

async function readCurrent({ key, file, command }: SecretKeySources, dataDir: string): Promise<string> {
  if (key !== null) return key;
  if (file !== null) return strong('SECRET_KEY_FILE', await readSecretFile('SECRET_KEY_FILE', file));
  if (command !== null) return strong('SECRET_KEY_COMMAND', await askCommand(command));
  return keptSecretKey(dataDir);
}

function strong(variable: string, read: string): string {
  const key = read.trim();
  const weak = weakness(key);
  if (weak !== null) throw new KeyUnreadable(`${variable}: the key ${weak}`);
  return key;
}

/** A secret that lies in a file of the operator's. Throws `KeyUnreadable` with the variable's name. */
export async function readSecretFile(variable: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException;
    throw new KeyUnreadable(`${variable}: the file cannot be read (${code}).`);
  }
}

/** Half a minute is long for a key service that answers; one that hangs must not hold the start for ever. */
const commandLimit = { timeout: 30_000, maxBuffer: 64 * 1024 };

/** By the shell, as the operator wrote it: whoever sets our environment may run commands as us anyway. */
async function askCommand(command: string): Promise<string> {
  try {
    return (await promisify(execFile)('/bin/sh', ['-c', command], commandLimit)).stdout;
  } catch (error) {
    // Its output may hold a key, and its arguments a token: only how it ended is said.
    const { code, killed } = error as { code?: number | string; killed?: boolean };
    const how = killed === true ? 'did not answer within 30 seconds' : `ended with ${code ?? 'an error'}`;
    throw new KeyUnreadable(`SECRET_KEY_COMMAND: the command ${how}.`);
  }
}

/** The installation's key where none was given: made once, kept 0600 in the data folder. */
async function keptSecretKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret-key');
  await mkdir(dataDir, { recursive: true });
  try {
    // `wx`: of two first starts at once only one makes the key.
    await writeFile(path, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(path, 'utf8')).trim();
}
