import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok } from '../../domain/shared/result.ts';
import {
  accountTokenOf,
  beginSignIn,
  codeTokenOf,
  completeSignIn,
  destroyOwnAccount,
  endSession,
  findSentCode,
  forgetAccountCookie,
  getOwnAccount,
  giveAccountCookie,
  listOwnCases,
  listSessions,
  offeredWays,
  signOut,
} from '../../features/citizen-accounts/index.ts';
import { problemOf } from '../../platform/http/problem.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { workable } from '../workable.ts';
import { AccountCasesPage } from './account-cases-page.tsx';
import { AccountCodePage } from './account-code-page.tsx';
import { offeredAccounts } from './account-offered.ts';
import { AccountDeletePage, AccountPage } from './account-page.tsx';
import { AccountSignInPage } from './account-sign-in-page.tsx';
import { readForm } from './report-read.ts';
import { isUuid } from './report-values.ts';

const known = { config: { account: true, limited: 'track' } } as const;
/** Asking for a code and trying one: counted by where it comes from, beside the limits of the address and the code. */
const counted = { config: { limited: 'account' } } as const;

/** `/akun`: signing in by a code that is sent, the account's reports, its sessions, and its end. */
export function accountRoutes(host: SiteHost): void {
  signInRoutes(host);
  ownRoutes(host);
}

function signInRoutes(host: SiteHost): void {
  const { app, run, read } = host;

  app.get('/akun', known, async (request, reply) => {
    const reader = readerFor(host, request, '/akun');
    const found = await read(request, async (ctx) => {
      const own = await getOwnAccount(ctx);
      if (!own.ok || ctx.account === undefined) return own.ok ? ok(null) : own;
      const sessions = await listSessions(ctx, ctx.account, accountTokenOf(request));
      return ok({ own: own.value, sessions });
    });
    if (found.ok && found.value !== null) return send(reply, <AccountPage {...{ reader, ...found.value }} />);
    return send(
      reply,
      <AccountSignInPage {...{ reader, offered: offeredAccounts(host) }} typed="" problem={null} />,
    );
  });

  app.post('/akun/masuk', counted, async (request, reply) => {
    const typed = (await readForm(request)).fields.get('address') ?? '';
    const offered = offeredAccounts(host);
    if (offered === null) return reply.redirect('/akun', 303);
    const ways = offeredWays(host.config);
    const begun = await run(request, (ctx) => beginSignIn(ctx, typed, ways));
    if (begun.ok) {
      giveAccountCookie(reply, 'code', begun.value.token);
      return reply.redirect('/akun/kode', 303);
    }
    const reader = readerFor(host, request, '/akun');
    const { words, status } = explain(reader, request, reply, begun.error, 'address');
    const puzzle = workable(reply, begun.error);
    return send(reply, <AccountSignInPage {...{ reader, typed, puzzle, offered }} problem={words} />, status);
  });
  app.get('/akun/masuk', async (_request, reply) => reply.redirect('/akun', 303));

  app.get('/akun/kode', { config: { limited: 'track' } }, async (request, reply) => {
    const sentTo = await sentAddress(host, request);
    if (sentTo === null) return reply.redirect('/akun', 303);
    const reader = readerFor(host, request, '/akun/kode');
    return send(reply, <AccountCodePage {...{ reader, sentTo }} problem={null} />);
  });

  app.post('/akun/kode', counted, async (request, reply) => {
    const typed = (await readForm(request)).fields.get('code') ?? '';
    const agent = request.headers['user-agent'] ?? '';
    const token = codeTokenOf(request);
    const done = await run(request, (ctx) => completeSignIn(ctx, token, typed, agent));
    if (done.ok) {
      forgetAccountCookie(reply, 'code');
      giveAccountCookie(reply, 'session', done.value.token);
      return reply.redirect('/akun/perkara', 303);
    }
    const reader = readerFor(host, request, '/akun/kode');
    const { words, status } = explain(reader, request, reply, done.error, 'code');
    const puzzle = workable(reply, done.error);
    const sentTo = await sentAddress(host, request);
    return send(reply, <AccountCodePage {...{ reader, sentTo, puzzle }} problem={words} />, status);
  });
}

function ownRoutes(host: SiteHost): void {
  const { app, run, read } = host;

  app.get<{ Querystring: { sesudah?: unknown; catatan?: unknown } }>(
    '/akun/perkara',
    known,
    async (request, reply) => {
      const { sesudah, catatan } = request.query;
      const after = typeof sesudah === 'string' && isUuid(sesudah) ? sesudah : null;
      const found = await read(request, (ctx) => listOwnCases(ctx, after));
      if (!found.ok) return reply.redirect('/akun', 303);
      const reader = readerFor(host, request, '/akun/perkara');
      const isReleased = catatan === 'released';
      return send(
        reply,
        <AccountCasesPage {...{ reader, isReleased, isFirst: after === null }} cases={found.value} />,
      );
    },
  );

  app.post('/akun/keluar', known, async (request, reply) => {
    await run(request, (ctx) => signOut(ctx, accountTokenOf(request)));
    forgetAccountCookie(reply, 'session');
    return reply.redirect('/akun', 303);
  });

  app.post('/akun/sesi', known, async (request, reply) => {
    const id = (await readForm(request)).fields.get('id') ?? '';
    await run(request, (ctx) => endSession(ctx, id));
    return reply.redirect('/akun', 303);
  });

  app.get('/akun/hapus', known, async (request, reply) => {
    const found = await read(request, getOwnAccount);
    if (!found.ok) return reply.redirect('/akun', 303);
    return send(reply, <AccountDeletePage reader={readerFor(host, request, '/akun/hapus')} />);
  });

  app.post('/akun/hapus', known, async (request, reply) => {
    const done = await run(request, destroyOwnAccount);
    if (!done.ok) return reply.redirect('/akun', 303);
    forgetAccountCookie(reply, 'session');
    const reader = readerFor(host, request, '/akun');
    return send(
      reply,
      <AccountSignInPage {...{ reader, offered: offeredAccounts(host) }} typed="" problem={null} isGone />,
    );
  });
}

async function sentAddress(host: SiteHost, request: FastifyRequest): Promise<string | null> {
  const found = await host.read(request, async (ctx) => ok(await findSentCode(ctx, codeTokenOf(request))));
  return found.ok ? (found.value?.value ?? null) : null;
}

/** What is wrong with the one field, or with asking at all. */
function explain(
  { t }: Reader,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refusal,
  field: 'address' | 'code',
): { readonly words: string; readonly status: number } {
  const { retryAfter } = refused.details ?? {};
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  const problem = problemOf(refused, t, request.id);
  const fault = refused.fields?.[field];
  return {
    words: fault === undefined ? problem.detail : t(`problem.field.${fault}`),
    status: problem.status,
  };
}

function readerFor(host: SiteHost, request: FastifyRequest, path: string): Reader {
  return readerOf(host.localeOf(request), path);
}

function send(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  return sendPage(reply.header('x-robots-tag', 'noindex, nofollow'), page, { status });
}
