import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Calendar } from '../../domain/clocks/calendar.ts';
import type { LintAgainst } from '../../domain/procedures/lint/lint.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { runScenario } from '../../domain/procedures/scenario.ts';
import { ScenariosShape } from './file-shape.ts';
import { readProcedure } from './load.ts';
import { type LoadProblem, loadProblem } from './load-problem.ts';
import { findProcedureFiles, type ProcedureFile } from './procedure-files.ts';
import { readYamlFile } from './yaml-file.ts';

export interface ProcedureCheck {
  /** No problem of severity `error`. */
  readonly passed: boolean;
  /** Versions read, as `id vN`. */
  readonly procedures: readonly string[];
  readonly scenarios: number;
  /** By file and line. */
  readonly problems: readonly LoadProblem[];
}

/**
 * Proves a procedures folder: every file loads, every row can be reached and ends, and every scenario
 * gives the rows, actors and due dates it promises, by this calendar. What the linter finds is told beside it;
 * only errors refuse. With `id`, that one procedure alone.
 */
export function checkProcedures(
  dir: string,
  calendar: Calendar,
  known: LintAgainst = {},
  id?: string,
): ProcedureCheck {
  const found = findProcedureFiles(dir);
  const files = found.files.filter((file) => id === undefined || file.id === id);
  const problems = id === undefined ? found.problems : [];
  const checked = files.map((file) => checkFile(file, calendar, known));
  const all = [...problems, ...checked.flatMap((one) => one.problems)].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
  return {
    passed: !all.some(({ severity }) => severity === 'error'),
    procedures: files.map(({ id, version }) => `${id} v${version}`),
    scenarios: checked.reduce((sum, { scenarios }) => sum + scenarios, 0),
    problems: all,
  };
}

interface FileCheck {
  readonly problems: readonly LoadProblem[];
  readonly scenarios: number;
}

function checkFile(file: ProcedureFile, calendar: Calendar, known: LintAgainst): FileCheck {
  const { procedure, problems } = readProcedure(file, known);
  const played = playScenarios(file, procedure, calendar);
  const sourceless = existsSync(file.source) ? [] : [loadProblem('source-missing', { file: file.source })];
  return {
    problems: [...problems, ...sourceless, ...played.problems],
    scenarios: played.scenarios,
  };
}

function playScenarios(file: ProcedureFile, procedure: Procedure | null, calendar: Calendar): FileCheck {
  if (!existsSync(file.scenarios)) {
    const name = basename(file.scenarios);
    return { problems: [loadProblem('scenarios-missing', { file: file.scenarios }, { name })], scenarios: 0 };
  }
  const { yaml, problems } = readYamlFile(file.scenarios, ScenariosShape);
  if (yaml === null || procedure === null) return { problems, scenarios: 0 };
  const found = yaml.value.flatMap((scenario, index) =>
    runScenario(procedure, scenario, calendar).map(({ code, path, params }) =>
      loadProblem(code, { file: file.scenarios, ...yaml.locate([index, ...path]) }, params),
    ),
  );
  return { problems: found, scenarios: yaml.value.length };
}
