import type { RetentionPage } from '../../../src/features/retention/contract.ts';

/** What every section of the part on retention is drawn from. */
export interface RetentionProps {
  readonly institution: string;
  readonly page: RetentionPage;
}
