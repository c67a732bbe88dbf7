import type { TakenAs } from '../../features/messages/index.ts';
import type { Words } from './answers.ts';

/** What came of a mail, before it is addressed. */
export interface Done {
  readonly takenAs: TakenAs;
  readonly caseId: string | null;
  readonly answer: Words | null;
}
