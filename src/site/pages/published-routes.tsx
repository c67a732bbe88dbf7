import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok } from '../../domain/shared/result.ts';
import { listInstitutions } from '../../features/organizations/index.ts';
import { getPublication, listPublications } from '../../features/publications/index.ts';
import { sha256 } from '../../platform/crypto/sha256.ts';
import { problemOf } from '../../platform/http/problem.ts';
import { readerOf } from '../parts/reader.ts';
import { drawPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { sendErrorPage } from './error-page.tsx';
import { type Asked, addressOf, PublishedListPage } from './published-list-page.tsx';
import { PublishedPage } from './published-page.tsx';

const limited = { config: { limited: 'read' } } as const;

/** `/terbuka`: what is public, for whoever comes by; nothing on it depends on who asks but the language. */
export function publishedRoutes(host: SiteHost): void {
  const { app, read, localeOf } = host;

  app.get<{ Querystring: Readonly<Record<string, unknown>> }>('/terbuka', limited, async (request, reply) => {
    const asked = readAsked(request.query);
    const { institution, q, cursor } = asked;
    const query = {
      ...(institution === '' ? {} : { institution }),
      ...(cursor === null ? {} : { cursor }),
      q,
    };
    const found = await read(request, async (ctx) =>
      ok({ list: await listPublications(ctx, query), institutions: await listInstitutions(ctx.tx) }),
    );
    if (!found.ok) return sendRefused(host, request, reply, found.error);
    const reader = readerOf(localeOf(request), addressOf(asked));
    return sendPublic(request, reply, <PublishedListPage {...{ reader, asked, ...found.value }} />);
  });

  app.get<{ Params: { id: string } }>('/terbuka/:id', limited, async (request, reply) => {
    const { id } = request.params;
    if (!uuid.test(id)) return gone(reply);
    const found = await read(request, (ctx) => getPublication(ctx, id));
    if (!found.ok) return sendRefused(host, request, reply, found.error);
    const reader = readerOf(localeOf(request), `/terbuka/${id}`);
    return sendPublic(request, reply, <PublishedPage reader={reader} view={found.value} />);
  });
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readAsked(query: Readonly<Record<string, unknown>>): Asked {
  const word = (name: string, most: number): string => {
    const value = query[name];
    return typeof value === 'string' ? value.trim().slice(0, most) : '';
  };
  return {
    institution: word('instansi', 80),
    q: word('q', 200),
    cursor: word('sesudah', 400) || null,
  };
}

/** Kept by whoever likes, but asked for anew each time: taken down, it is gone at once. The tag is of public words alone. */
function sendPublic(request: FastifyRequest, reply: FastifyReply, page: ReactElement): FastifyReply {
  const html = drawPage(page);
  const tag = `W/"${sha256(html).slice(0, 32)}"`;
  reply
    .header('cache-control', 'public, no-cache')
    .header('vary', 'Accept-Language, Cookie')
    .header('x-robots-tag', 'noindex, noarchive')
    .header('etag', tag);
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.header('content-type', 'text/html; charset=utf-8').send(html);
}

function sendRefused(
  { localeOf }: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refusal,
): FastifyReply {
  if (refused.code === 'not-found') return gone(reply);
  const { t } = readerOf(localeOf(request), '/terbuka');
  return sendErrorPage(request, reply, problemOf(refused, t, request.id));
}

/** What was taken down is answered like what never was. */
function gone(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
