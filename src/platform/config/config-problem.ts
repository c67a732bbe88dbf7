/** What is wrong with one variable, in a sentence that says what to do. Never repeats a secret's value. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

/** The value of a variable of the environment, trimmed; null where it is not set or empty. */
export type Given = (variable: string) => string | null;
