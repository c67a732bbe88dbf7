import type { FastifyRequest } from 'fastify';

/**
 * Whether a page of another site sends this change (POST, PUT, PATCH, DELETE) from somebody's browser: then nothing
 * is done, whatever it carries. A browser says so itself (`Sec-Fetch-Site`); one that does not is known by its
 * `Origin`. Our own pages send `Origin: null`, since they tell no address on (`Referrer-Policy: no-referrer`), and a
 * program says neither: both go on to the token of the session. `publicUrl` is how the world reaches us.
 */
export function isFromElsewhere(request: FastifyRequest, publicUrl: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  if (origin === undefined || origin === 'null') return false;
  return origin !== new URL(publicUrl).origin && origin !== `${request.protocol}://${request.host}`;
}
