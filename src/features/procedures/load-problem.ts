import { type Locale, translate } from '../../platform/i18n/index.ts';
import { findingText, type TextCode } from './finding-text.ts';

/** Something wrong in the procedures folder: where, what, and in plain words what to do about it. */
export interface LoadProblem {
  readonly code: TextCode;
  /** `error`: refused. `warning`: it runs, and breaks a rule. `note`: worth a look. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly file: string;
  /** From 1; of a whole file or folder: 1. */
  readonly line: number;
  readonly column: number;
  readonly step: string | null;
  readonly params: Readonly<Record<string, string>>;
  /** One line in Indonesian: file, line and column, how grave, what is wrong, and the remedy. */
  readonly message: string;
}

export interface ProblemPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export function loadProblem(
  code: TextCode,
  place: ProblemPlace,
  params: LoadProblem['params'] = {},
  more: { readonly severity?: LoadProblem['severity']; readonly step?: string | null } = {},
): LoadProblem {
  const { file, line = 1, column = 1 } = place;
  const { severity = 'error', step = null } = more;
  const found = { code, severity, file, line, column, step, params };
  const { place: where, gravity, text, remedy } = presentProblem(found, 'id');
  return { ...found, message: `${where} ${gravity}: ${text} ${remedy}` };
}

/** The parts of what is said of a problem, in either language. */
export function presentProblem(problem: Omit<LoadProblem, 'message'>, locale: Locale) {
  const { file, line, column, severity } = problem;
  return {
    place: `${file}:${line}:${column}`,
    gravity: translate(locale, `lint.severity.${severity}`),
    ...findingText(problem, locale),
  };
}
