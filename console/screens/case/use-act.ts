import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Result } from '../../../src/domain/shared/result.ts';
import type { ActDone, ActInput, CaseView, OfficerAct } from '../../../src/features/cases/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { caseAddress, isSealed } from './case-address.ts';

export interface Acting {
  readonly busy: boolean;
  readonly perform: <N extends OfficerAct>(
    act: N,
    body: ActInput<N>,
    version: number,
  ) => Promise<Result<ActDone, Problem>>;
}

/**
 * Does an act on a case against the version that the officer looked at. Afterwards, done or refused, the
 * case and the lists are asked for anew, so that a form shows at once what changed meanwhile.
 */
export function useAct(view: Pick<CaseView, 'id' | 'channel'>): Acting {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async perform(act, body, version) {
      setBusy(true);
      try {
        const result = await send<ActDone>('POST', `${caseAddress(view)}/${act}`, { body, version });
        if (result.ok || result.error.code === 'changed-meanwhile') {
          await client.invalidateQueries({ queryKey: ['case', view.id] });
          void client.invalidateQueries({ queryKey: [isSealed(view) ? 'sealed' : 'cases'] });
        }
        return result;
      } finally {
        setBusy(false);
      }
    },
  };
}
