import { offeredWays } from '../../features/citizen-accounts/index.ts';
import type { SiteHost } from '../site-host.ts';

/** Whether citizens may have an account here: where no code can be sent, none is offered. */
export function offersAccounts({ config }: Pick<SiteHost, 'config'>): boolean {
  return offeredWays(config).length > 0;
}
