import { type LoadProblemCode, problemText } from './problem-text.ts';

/** Something wrong in the procedures folder: where, what, and in plain Indonesian what to do about it. */
export interface LoadProblem {
  readonly code: LoadProblemCode;
  /** `error`: refused. `warning`: look again. `note`: it runs, and disagrees with a rule or a good habit. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly file: string;
  /** From 1; of a whole file or folder: 1. */
  readonly line: number;
  readonly column: number;
  readonly step: string | null;
  readonly params: Readonly<Record<string, string>>;
  /** One line for a terminal: file and line, how grave, what is wrong, and the remedy. */
  readonly message: string;
}

export interface ProblemPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export function loadProblem(
  code: LoadProblemCode,
  place: ProblemPlace,
  params: LoadProblem['params'] = {},
  more: { readonly severity?: LoadProblem['severity']; readonly step?: string | null } = {},
): LoadProblem {
  const { file, line = 1, column = 1 } = place;
  const { severity = 'error', step = null } = more;
  const message = `${file}:${line} ${gravity[severity]}: ${problemText(code, params, step)}`;
  return { code, severity, file, line, column, step, params, message };
}

const gravity = { error: 'Galat', warning: 'Peringatan', note: 'Catatan' } as const;
