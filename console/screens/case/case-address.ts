import { sealedChannel } from '../../../src/domain/cases/words.ts';
import type { CaseView } from '../../../src/features/cases/contract.ts';

/** Where the API keeps a case: what came by the sealed door stands apart from all others. */
export function caseAddress({ id, channel }: Pick<CaseView, 'id' | 'channel'>): string {
  return channel === sealedChannel ? `/sealed-cases/${id}` : `/cases/${id}`;
}

export function isSealed({ channel }: Pick<CaseView, 'channel'>): boolean {
  return channel === sealedChannel;
}
