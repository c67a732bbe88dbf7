import type { Entry } from './entry.ts';

/** What a part of the form works on. */
export interface PartProps {
  readonly entry: Entry;
  readonly set: (part: Partial<Entry>) => void;
  readonly errors: Readonly<Record<string, string>>;
}
