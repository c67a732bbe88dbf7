import { isIP } from 'node:net';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import { isOutside } from './address-class.ts';

/** Why an address that somebody typed is not called; told as `problem.field.<fault>`. */
export type AddressFault =
  | 'not-an-address'
  | 'https-needed'
  | 'credentials-in-address'
  | 'port-not-allowed'
  | 'inner-address';

/** Where services for others listen. Any other port is some service of somebody's that does not expect us. */
const ports = ['', '443', '8443'];

const maxLength = 1000;

/**
 * What a person typed as an address to be called, if it may be: https on a usual port, without name and password,
 * not on the inside as far as the text tells. `inner` lists the origins (`http://10.1.2.3:9000`) that the operator lets
 * people call although they are inside or without TLS. What the name stands for is looked at when it is called.
 */
export function readTypedAddress(typed: string, inner: readonly string[]): Result<URL, AddressFault> {
  const text = typed.trim();
  // Blanks and backslashes are what parsers disagree about.
  if (text.length > maxLength || /[\s\\\p{Cc}]/u.test(text) || !URL.canParse(text))
    return err('not-an-address');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return err('not-an-address');
  if (url.username !== '' || url.password !== '') return err('credentials-in-address');
  url.hash = '';
  if (inner.includes(url.origin)) return ok(url);
  if (url.protocol !== 'https:') return err('https-needed');
  if (!ports.includes(url.port)) return err('port-not-allowed');
  return isInnerName(hostOf(url)) ? err('inner-address') : ok(url);
}

/** The host without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** Names that mean the inside wherever they are asked for (RFC 6761, 6762, 8375), or no name of the internet at all. */
function isInnerName(host: string): boolean {
  if (isIP(host) !== 0) return !isOutside(host);
  return !host.includes('.') || host.endsWith('.') || innerEndings.test(host);
}

const innerEndings = /\.(localhost|local|internal|intranet|lan|home|corp|arpa|onion|test|invalid|alt)$/;
