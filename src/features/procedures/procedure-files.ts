import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type LoadProblem, loadProblem } from './load-problem.ts';

/** One version of one procedure as it lies in the folder. */
export interface ProcedureFile {
  readonly id: string;
  readonly version: number;
  readonly file: string;
  readonly scenarios: string;
  readonly source: string;
}

/** Finds every `<institution>/<name>/vN.yaml`, by name; whatever else lies there is named, not skipped. */
export function findProcedureFiles(dir: string): {
  readonly files: readonly ProcedureFile[];
  readonly problems: readonly LoadProblem[];
} {
  if (!existsSync(dir)) return { files: [], problems: [loadProblem('folder-missing', { file: dir })] };
  const folders = subfolders(dir).flatMap((institution) =>
    subfolders(join(dir, institution)).map((name) => ({
      id: `${institution}/${name}`,
      path: join(dir, institution, name),
    })),
  );
  const found = folders.map(({ id, path }) => readFolder(id, path));
  return {
    files: found.flatMap(({ files }) => files),
    problems: [
      ...subfolders(dir).flatMap((name) => nameProblems(join(dir, name))),
      ...found.flatMap(({ problems }) => problems),
    ],
  };
}

function readFolder(id: string, path: string): ReturnType<typeof findProcedureFiles> {
  const names = visible(path).map(({ name }) => name);
  const versions = names
    .flatMap((name) => /^v([1-9]\d*)\.yaml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
  const known = new Set(['source.txt', ...versions.flatMap((n) => [`v${n}.yaml`, `v${n}.scenarios.yaml`])]);
  const gaps = Array.from({ length: versions.at(-1) ?? 0 }, (_, index) => index + 1);
  return {
    files: versions.map((version) => ({
      id,
      version,
      file: join(path, `v${version}.yaml`),
      scenarios: join(path, `v${version}.scenarios.yaml`),
      source: join(path, 'source.txt'),
    })),
    problems: [
      ...nameProblems(path),
      ...names
        .filter((name) => !known.has(name))
        .map((name) => loadProblem('unexpected-file', { file: join(path, name) }, { name })),
      ...(versions.length === 0 ? [loadProblem('no-version', { file: path })] : []),
      ...gaps
        .filter((version) => !versions.includes(version))
        .map((version) => loadProblem('version-gap', { file: path }, { version: String(version) })),
    ],
  };
}

function nameProblems(path: string): readonly LoadProblem[] {
  const name = basename(path);
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
    ? []
    : [loadProblem('bad-folder-name', { file: path }, { name })];
}

function subfolders(dir: string): readonly string[] {
  return visible(dir)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function visible(dir: string) {
  return readdirSync(dir, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
