/**
 * `npm run build`: the staff console (Vite) to dist/console and the citizen islands (esbuild) to dist/site,
 * where manifest.json names each file: `{ "draft.js": "draft-5XK2VQ7A.js" }`. The names carry a hash of the
 * content, so that a browser may keep them for ever.
 *
 * `npm ci` runs it through `prepare` with --if-possible; the server calls `buildAssets` at start when
 * something is missing (an installation with --ignore-scripts).
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { listFiles, root } from './tree.ts';

/** What became of a part: built now, there already, or why it cannot be built here. */
export type Outcome = 'built' | 'present' | 'no sources' | 'no vite: install with development packages';

export interface BuildOutcome {
  readonly site: Outcome;
  readonly console: Outcome;
}

/**
 * Builds what the browser loads. With `onlyMissing`, leaves a part alone that was built before.
 * Never leaves half a build: a part is made beside its place and moved there when it is whole.
 */
export async function buildAssets(options: { readonly onlyMissing?: boolean } = {}): Promise<BuildOutcome> {
  const site = await part('site', 'manifest.json', options, buildIslands);
  const console = await part('console', 'index.html', options, buildConsole);
  return { site, console };
}

async function part(
  name: 'site' | 'console',
  proof: string,
  options: { readonly onlyMissing?: boolean },
  make: (folder: string) => Promise<Outcome>,
): Promise<Outcome> {
  const place = join(root, 'dist', name);
  if (options.onlyMissing && existsSync(join(place, proof))) return 'present';
  // Two servers that start together must not write into each other's half-made folder.
  const draft = join(root, 'dist', `.${name}-${process.pid}`);
  try {
    const outcome = await make(draft);
    if (outcome !== 'built') return outcome;
    await rm(place, { recursive: true, force: true });
    await rename(draft, place);
    return outcome;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function buildIslands(folder: string): Promise<Outcome> {
  // Each file directly in the folder is an island; what they share lies in folders below.
  const entries = listFiles('src/site/islands').filter((path) =>
    /^src\/site\/islands\/[^/.]+\.ts$/.test(path),
  );
  const { metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    // Telephones of 2019 and later; older ones get the plain form, which needs no script.
    target: ['es2020', 'chrome80', 'safari13.1', 'firefox78'],
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifestOf(metafile), null, 2)}\n`);
  return 'built';
}

function manifestOf(metafile: { outputs: Record<string, { entryPoint?: string }> }): Record<string, string> {
  const manifest: Record<string, string> = {};
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint !== undefined) manifest[basename(entryPoint).replace(/\.ts$/, '.js')] = basename(output);
  return manifest;
}

async function buildConsole(folder: string): Promise<Outcome> {
  if (!existsSync(join(root, 'console/index.html'))) return 'no sources';
  const vite = await loadVite();
  if (vite === undefined) return 'no vite: install with development packages';
  const configFile = join(root, 'console/vite.config.ts');
  await vite.build({
    root: join(root, 'console'),
    configFile: existsSync(configFile) ? configFile : false,
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true },
  });
  return 'built';
}

// A development package: absent after `npm ci --omit=dev`, where dist/ comes with the release.
async function loadVite() {
  try {
    return await import('vite');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function main(): Promise<void> {
  try {
    const outcome = await buildAssets();
    console.log(`dist/site: ${outcome.site}\ndist/console: ${outcome.console}`);
  } catch (error) {
    // An installation must not fail because the console does not compile: check and build say so.
    if (!process.argv.includes('--if-possible')) throw error;
    console.warn(`not built, \`npm run build\` says why again: ${(error as Error).message}`);
  }
}

if (process.argv[1] === import.meta.filename) await main();
