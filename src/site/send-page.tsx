import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** Draws a page and sends it. Pages that show a case are never kept by anybody on the way. */
export function sendPage(
  reply: FastifyReply,
  page: ReactElement,
  options: { status?: number; cache?: string } = {},
): FastifyReply {
  return reply
    .code(options.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', options.cache ?? 'private, no-store')
    .send(drawPage(page));
}

export function drawPage(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
