import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the world reaches us by https; the same for every request of a server. */
    secureCookies: boolean;
  }
}

/**
 * The name under which one of our cookies goes. By https it begins with `__Host-`: a browser then takes it from this
 * very host alone, and neither a subdomain nor a page without https can put one in its place.
 */
export function cookieName({ secureCookies }: Pick<FastifyRequest, 'secureCookies'>, word: string): string {
  return secureCookies ? `__Host-${word}` : word;
}
