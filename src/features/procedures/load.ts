import { makeLibrary, type ProcedureLibrary } from '../../domain/procedures/library.ts';
import { type LintAgainst, lintProcedure } from '../../domain/procedures/lint/lint.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { ProcedureShape } from './file-shape.ts';
import type { LoadProblem } from './load-problem.ts';
import { findProcedureFiles, type ProcedureFile } from './procedure-files.ts';
import { placed, readYamlFile, type YamlFile } from './yaml-file.ts';

/**
 * Reads every `<institution>/<name>/vN.yaml` below `dir`, once at start. One wrong file refuses the whole
 * library: a case must never meet a procedure that cannot carry it to an end. Refuses with every error
 * at once; warnings do not refuse (see `checkProcedures`).
 */
export function loadProcedures(dir: string): Result<ProcedureLibrary, readonly LoadProblem[]> {
  const { files, problems } = findProcedureFiles(dir);
  const read = files.map((file) => readProcedure(file));
  const errors = [...problems, ...read.flatMap((one) => one.problems)].filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) return err(errors);
  return ok(makeLibrary(read.flatMap(({ procedure }) => procedure ?? [])));
}

export interface ReadProcedure {
  readonly procedure: Procedure | null;
  readonly yaml: YamlFile<ProcedureShape> | null;
  readonly problems: readonly LoadProblem[];
}

/** One file: the procedure where it has no error, and everything that the linter says about it. */
export function readProcedure(
  { id, version, file }: ProcedureFile,
  against: LintAgainst = {},
): ReadProcedure {
  const { yaml, problems } = readYamlFile(file, ProcedureShape);
  if (yaml === null) return { procedure: null, yaml, problems };
  const draft = { id, version, ...yaml.value };
  const found = lintProcedure(draft, against);
  const broken = found.some(({ severity }) => severity === 'error');
  return {
    yaml,
    // Acts, statuses, units and exits have just been checked word by word; the type cannot follow that.
    procedure: broken ? null : (draft as Procedure),
    problems: found.map((one) => placed(yaml, one)),
  };
}
