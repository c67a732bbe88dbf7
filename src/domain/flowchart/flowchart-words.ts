import type { TextColumn } from './columns.ts';
import type { RowWords } from './page-rows.ts';

/** The words that go into the drawing; what they say is the caller's. */
export interface FlowchartWords {
  readonly heads: { readonly number: string; readonly activity: string };
  /** Behind the actors, in order. */
  readonly columns: readonly TextColumn[];
  /** For each step of the draft, in order. */
  readonly rows: readonly RowWords[];
  /** What a row of letters says. */
  band(
    letters: readonly { readonly letter: string; readonly goes: 'out' | 'in'; readonly sheet: number }[],
  ): string;
}
