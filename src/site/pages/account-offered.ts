import { offeredWays } from '../../features/citizen-accounts/index.ts';
import type { SiteHost } from '../site-host.ts';

/** How a code can be sent from here, as one word; null where it cannot, and no accounts are offered. */
export function offeredAccounts({ config }: Pick<SiteHost, 'config'>): 'email' | 'sms' | 'both' | null {
  const [first = null, second] = offeredWays(config);
  return second === undefined ? first : 'both';
}
