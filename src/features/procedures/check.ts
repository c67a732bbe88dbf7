import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Calendar } from '../../domain/clocks/calendar.ts';
import type { ClockRule } from '../../domain/clocks/rules.ts';
import { findDisagreements } from '../../domain/procedures/disagreements.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import { runScenario } from '../../domain/procedures/scenario.ts';
import type { KnownWords } from '../../domain/procedures/validate.ts';
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

/** What a procedure is held against besides itself. */
export interface CheckAgainst extends KnownWords {
  /** The legal limits; without them they are not compared. */
  readonly rules?: readonly ClockRule[];
}

/**
 * Proves a procedures folder: every file loads, every row can be reached and ends, and every scenario
 * gives the rows, actors and due dates it promises, by this calendar. Names, as notes, where it disagrees with the rules around it.
 */
export function checkProcedures(dir: string, calendar: Calendar, known: CheckAgainst = {}): ProcedureCheck {
  const { files, problems } = findProcedureFiles(dir);
  const checked = files.map((file) => checkFile(file, calendar, known));
  const all = [...problems, ...checked.flatMap((one) => one.problems)].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
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

function checkFile(file: ProcedureFile, calendar: Calendar, known: CheckAgainst): FileCheck {
  const { procedure, yaml, problems } = readProcedure(file, known);
  const disagreements =
    procedure === null || yaml === null
      ? []
      : findDisagreements(procedure, known.rules).map(({ code, step, path, params }) =>
          loadProblem(code, { file: file.file, ...yaml.locate(path) }, params, { severity: 'note', step }),
        );
  const played = playScenarios(file, procedure, calendar);
  const sourceless = existsSync(file.source) ? [] : [loadProblem('source-missing', { file: file.source })];
  return {
    problems: [...problems, ...disagreements, ...sourceless, ...played.problems],
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
