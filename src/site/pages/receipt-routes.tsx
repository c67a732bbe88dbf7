import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SecrecyLevel } from '../../domain/cases/words.ts';
import { findRule } from '../../domain/clocks/rules.ts';
import { readTrackingCode } from '../../domain/privacy/tracking-code.ts';
import { getTracking } from '../../features/submissions/index.ts';
import { cookieName } from '../../platform/http/cookie-name.ts';
import { readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { NoReceiptPage, ReceiptPage } from './receipt-page.tsx';
import { choosableSecrecy } from './report-values.ts';

/** What a browser keeps for an hour to show the receipt again. The code is the reporter's own secret. */
export interface KeptReceipt {
  readonly code: string;
  /** The secrecy that was chosen in the form; the case may be kept more private than that. */
  readonly chosen: SecrecyLevel;
}

const word = 'tuntas_receipt';
/** Stands in the cookie while the form is open, to learn whether the browser keeps cookies at all. */
const willKeep = '-';
const oneHour = 3600;

/** `/tanda-terima`: the receipt of the report that this browser sent within the last hour. */
export function receiptRoutes(host: SiteHost): void {
  const { app, localeOf } = host;

  app.get('/tanda-terima', { config: { limited: 'track' } }, async (request, reply) => {
    const kept = keptReceipt(request);
    if (kept !== null) return sendReceipt(host, request, reply, kept, 200);
    const reader = readerOf(localeOf(request), '/tanda-terima');
    return sendPage(reply, <NoReceiptPage reader={reader} reason="gone" />, { status: 404 });
  });

  app.post('/tanda-terima/tutup', async (request, reply) => {
    reply.clearCookie(cookieName(request, word), { path: '/', secure: request.secureCookies });
    const reader = readerOf(localeOf(request), '/');
    return sendPage(reply, <NoReceiptPage reader={reader} reason="closed" />);
  });
}

export async function sendReceipt(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptReceipt,
  status: number,
): Promise<FastifyReply> {
  const reader = readerOf(host.localeOf(request), '/tanda-terima');
  const found = await host.read(request, (ctx) => getTracking(ctx, kept.code));
  if (!found.ok) return sendPage(reply, <NoReceiptPage reader={reader} reason="gone" />, { status: 404 });
  const address = `${host.config.publicUrl}/lacak/${found.value.code}`;
  const limits = {
    answer: findRule(host.office.rules, 'first-answer').limit,
    judge: findRule(host.office.rules, 'reporter-confirms').limit,
  };
  const page = <ReceiptPage {...{ reader, address, limits, view: found.value, chosen: kept.chosen }} />;
  return sendPage(reply, page, { status });
}

/** Asks the browser, while the form is open, to keep a place for the receipt. */
export function offerReceipt(host: SiteHost, request: FastifyRequest, reply: FastifyReply): void {
  if (request.cookies[cookieName(request, word)] === undefined) put(host, reply, willKeep);
}

/** Gives the receipt to a browser that keeps cookies; false where it does not. */
export function keepReceipt(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptReceipt,
): boolean {
  if (request.cookies[cookieName(request, word)] === undefined) return false;
  put(host, reply, `${kept.code}.${kept.chosen}`);
  return true;
}

function put(host: SiteHost, reply: FastifyReply, value: string): void {
  reply.setCookie(cookieName(reply.request, word), value, {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: host.config.secureCookies,
    maxAge: oneHour,
  });
}

function keptReceipt(request: FastifyRequest): KeptReceipt | null {
  const [code = '', level] = (request.cookies[cookieName(request, word)] ?? '').split('.');
  const chosen = choosableSecrecy.find((one) => one === level);
  return readTrackingCode(code) === null || chosen === undefined ? null : { code, chosen };
}
