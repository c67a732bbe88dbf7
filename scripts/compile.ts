import { readFile } from 'node:fs/promises';
import { extname, relative } from 'node:path';
import { build, type Loader, type Plugin } from 'esbuild';
import { root } from './tree.ts';

/**
 * Compiles our TypeScript to plain modules below `folder` (of the checkout), each entry under its own name and
 * what they share once; packages stay where npm put them. What a source reads beside itself it still finds:
 * `import.meta` goes on to name the source.
 */
export async function compileForNode(entries: readonly string[], folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    outdir: folder,
    outbase: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'linked',
    sourcesContent: false,
    chunkNames: '[name]-[hash]',
    banner: { js: bannerOf(folder) },
    logLevel: 'warning',
    plugins: [keepPlaces],
  });
}

// Every compiled file lies directly in the folder, so the way up to the checkout is the same for all.
function bannerOf(folder: string): string {
  const up = '../'.repeat(folder.split('/').length);
  return `import { fileURLToPath as toPath__ } from 'node:url';\nconst checkout__ = new URL('${up}', import.meta.url);`;
}

/** Says of each source where it lies, as seen from the compiled file that it became a part of. */
const keepPlaces: Plugin = {
  name: 'keep places',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const place = `new URL(${JSON.stringify(relative(root, path).replaceAll('\\', '/'))}, checkout__)`;
      const text = await readFile(path, 'utf8');
      const contents = text
        .replaceAll('import.meta.url', `${place}.href`)
        .replaceAll('import.meta.filename', `toPath__(${place})`)
        .replaceAll('import.meta.dirname', `toPath__(new URL('.', ${place}))`);
      return { contents, loader: extname(path).slice(1) as Loader };
    });
  },
};
