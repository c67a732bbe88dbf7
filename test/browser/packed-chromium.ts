import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/main/root.ts';

/**
 * The Chromium that npm brings, unpacked into the build folder of this checkout: what lies in a folder for
 * everybody may be another account's, or somebody's trap. Gives the path of the program; throws where none is
 * packed for this system. Not to be called by two processes at the same time before it is there.
 */
export async function unpackChromium(): Promise<string> {
  const folder = join(root, 'build/chromium');
  mkdirSync(folder, { recursive: true });
  // The package unpacks where the system keeps what is temporary, and asks for that place when it is called.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
