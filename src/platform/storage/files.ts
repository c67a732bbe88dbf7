import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Attachments at rest. A driver for S3-compatible storage would have the same three functions. */
export interface FileStore {
  /** Durable once it returns. `key` is made by us and never holds anything that a person typed. */
  put(key: string, content: Buffer): Promise<void>;
  get(key: string): Promise<Buffer>;
  remove(key: string): Promise<void>;
}

/** Files in a folder, readable by the owner alone; each is complete or absent, also after a power cut. */
export function openFolderStore(folder: string): FileStore {
  function pathOf(key: string): string {
    if (!/^[0-9a-f-]{36}$/.test(key)) throw new RangeError('a storage key is a uuid');
    return join(folder, key.slice(-2), key);
  }

  async function put(key: string, content: Buffer): Promise<void> {
    const path = pathOf(key);
    const directory = join(folder, key.slice(-2));
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const file = await open(`${path}.part`, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
    const parent = await open(directory, 'r');
    await parent.sync().finally(() => parent.close());
  }

  return {
    put,
    get: (key) => readFile(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}
