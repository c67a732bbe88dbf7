import { isLoopback } from '../../../platform/config/provider-config.ts';

/** For whom passkeys are good: a name of the installation's, and the origin at which the world reaches it. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

/**
 * Follows from `PUBLIC_URL`, whatever proxies stand in between. Null where browsers make no passkeys: without https
 * (but on `localhost`), or at a bare IP address.
 */
export function relyingParty(publicUrl: string): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(publicUrl);
  const isAddress = /^[\d.]+$|^\[/.test(hostname);
  if (isAddress || (protocol !== 'https:' && !isLoopback(publicUrl))) return null;
  return { id: hostname, origin, name: 'Tuntas' };
}
