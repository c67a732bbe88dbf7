import { useQueryClient } from '@tanstack/react-query';
import type { Replayed, ReplayInput } from '../../../src/features/webhooks/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';

/** Sends letters again and says how many; gives what was refused, null where nothing was. */
export function useReplay(webhookId: string): (what: ReplayInput) => Promise<Problem | null> {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  return async (what) => {
    const result = await send<Replayed>('POST', `/webhooks/${webhookId}/replay`, { body: what });
    if (!result.ok) return result.error;
    announce(t('console.webhooks.replayed', { count: result.value.count }), { focus: true });
    await client.invalidateQueries({ queryKey: ['webhooks'] });
    return null;
  };
}
