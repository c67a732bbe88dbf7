import type { LivingRow } from '../../domain/flowchart/living-state.ts';
import type { Paragraph } from '../../domain/flowchart/page-rows.ts';

/** One row of a case in its procedure, with its words in the reader's language. */
export interface LivingRowWords extends LivingRow {
  /** When, used against limit, what follows: the last column. */
  readonly time: readonly Paragraph[];
  /** Of the symbol: on time, due soon, late, paused; null where nothing measures it. */
  readonly tone: string | null;
  /** What stands in the symbol: a tick, a mark for late, a number of assignments. */
  readonly sign: string;
}

export interface LivingWords {
  readonly title: string;
  /** In order of the rows: where the case stands, step by step. */
  readonly description: string;
  readonly heads: { readonly number: string; readonly activity: string; readonly time: string };
  readonly here: string;
}
