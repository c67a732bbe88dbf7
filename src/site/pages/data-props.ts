import type { OwnData } from '../../features/submissions/contract.ts';
import type { Noted } from './track-acts.ts';
import type { Tracked } from './track-forms.ts';

/** What every part of the page of one's own data is drawn from. */
export interface DataPageProps {
  readonly page: Tracked;
  readonly own: OwnData;
  /** What was noted just now; null when the page is only looked at. */
  readonly noted: Noted | null;
}
