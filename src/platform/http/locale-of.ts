import type { FastifyRequest } from 'fastify';
import type { Locale } from '../i18n/index.ts';
import { cookieName } from './cookie-name.ts';

/**
 * The reader's choice (`lang` cookie, else `?lang=`), else the browser's wish; Indonesian where none says
 * English. A request that fails early has no cookies yet.
 */
export function localeOf(request: FastifyRequest): Locale {
  const chosen =
    request.cookies?.[cookieName(request, 'lang')] ?? (request.query as { lang?: unknown } | undefined)?.lang;
  if (chosen === 'en' || chosen === 'id') return chosen;
  return /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'id';
}
