/**
 * How a value changed over time: from each instant on it is the value beside it, until the next. In order, no
 * two of the same instant. Whoever keeps courses can say what was true at any past moment.
 */
export type Course<T> = readonly Turn<T>[];

export interface Turn<T> {
  /** ISO 8601 UTC with milliseconds. */
  readonly from: string;
  readonly value: T;
}

/** The course of what was noted in order; of several notes of one instant the last counts. */
export function courseOf<T>(notes: readonly Turn<T>[]): Course<T> {
  const course: Turn<T>[] = [];
  for (const note of notes) {
    if (course.at(-1)?.from === note.from) course.pop();
    if (course.length === 0 || course.at(-1)?.value !== note.value) course.push(note);
  }
  return course;
}

/** What it was at that instant, what happened in the same millisecond included; null before it began. */
export function valueAt<T>(course: Course<T>, instant: string): T | null {
  return course.findLast(({ from }) => from <= instant)?.value ?? null;
}
