import type { FastifyReply } from 'fastify';
import { asset } from './assets.ts';

/**
 * Sends a drawing as a document of its own, in the colours and the typeface of the site. The page that it belongs
 * to may show it inside itself; nobody else's page may, and nobody on the way keeps it.
 */
export function sendDrawing(reply: FastifyReply, svg: string): FastifyReply {
  const sheets = ['tokens.css', 'living.css'].map(
    (name) => `<?xml-stylesheet type="text/css" href="${asset(name)}"?>`,
  );
  return reply
    .type('image/svg+xml; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .header(
      'content-security-policy',
      "default-src 'none';style-src 'self';font-src 'self';img-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'self'",
    )
    .header('x-frame-options', 'SAMEORIGIN')
    .send(`<?xml version="1.0" encoding="UTF-8"?>${sheets.join('')}${svg}`);
}
