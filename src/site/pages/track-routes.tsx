import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { formatTrackingCode, readTrackingCode } from '../../domain/privacy/tracking-code.ts';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { err, ok, type Result } from '../../domain/shared/result.ts';
import type { Context } from '../../features/context/index.ts';
import type { OwnData, TrackingView } from '../../features/submissions/contract.ts';
import { getOwnData, getTracking } from '../../features/submissions/index.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { sendDrawing } from '../send-drawing.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { workable } from '../workable.ts';
import { offeredAccounts } from './account-offered.ts';
import { DataPage } from './data-page.tsx';
import { readForm, type SentForm } from './report-read.ts';
import { isUuid } from './report-values.ts';
import { type Noted, notedWords, sendForm } from './track-acts.ts';
import { AgainPage } from './track-again-page.tsx';
import { CodePage } from './track-code-page.tsx';
import { drawingOf } from './track-drawing.tsx';
import { type Away, explain, signedOut } from './track-explain.ts';
import { dataForms, type FormName, formOf, type Refused, type Tracked } from './track-forms.ts';
import { keepRoutes } from './track-keep-routes.ts';
import { TrackPage } from './track-page.tsx';
import { refusedOf } from './track-refusal.ts';
import { WithdrawPage } from './track-withdraw-page.tsx';

const limited = { config: { limited: 'track', account: true } } as const;

type CodePath = { Params: { code: string } };

/** `/lacak`: the way to a report by its code, the page itself, and everything its reporter sends from it. */
export function trackRoutes(host: SiteHost): void {
  const { app, read } = host;

  app.get('/lacak', async (request, reply) =>
    send(
      reply,
      <CodePage
        reader={readerFor(host, request, '/lacak')}
        missed={null}
        problem={null}
        offersAccounts={offeredAccounts(host) !== null}
      />,
    ),
  );

  // The code comes in the body, so that what is no code never stands in an address.
  app.post('/lacak', limited, async (request, reply) => {
    const typed = (await readForm(request)).fields.get('code') ?? '';
    const found = await read(request, (ctx) => getTracking(ctx, typed));
    if (!found.ok) return miss(host, request, reply, typed, found.error);
    // Who has worked for this one look would be asked to work again by the page that it leads to.
    if (request.proofOfWork) return show(host, request, reply, found.value, null);
    return reply.redirect(`/lacak/${found.value.code}`, 303);
  });

  app.get<CodePath & { Querystring: { catatan?: unknown } }>(
    '/lacak/:code',
    limited,
    async (request, reply) => {
      const { code } = request.params;
      const found = await read(request, (ctx) => getTracking(ctx, code));
      if (!found.ok) return miss(host, request, reply, code, found.error);
      const noted = notedWords.find((one) => one === request.query.catatan) ?? null;
      return show(host, request, reply, found.value, noted);
    },
  );

  app.get<CodePath>('/lacak/:code/bagan.svg', limited, async (request, reply) => {
    const found = await read(request, (ctx) => getTracking(ctx, request.params.code));
    const page = found.ok ? tracked(host, request, found.value, null) : null;
    const svg = page === null ? null : drawingOf(page);
    if (svg === null) return reply.callNotFound();
    return sendDrawing(reply.header('x-robots-tag', 'noindex, nofollow'), svg);
  });

  app.get<CodePath & { Querystring: { catatan?: unknown } }>(
    '/lacak/:code/data',
    limited,
    async (request, reply) => {
      const { code } = request.params;
      const found = await host.run(request, (ctx) => readOwn(ctx, code));
      if (!found.ok) return miss(host, request, reply, code, found.error);
      const { view, own } = found.value;
      const noted = notedWords.find((one) => one === request.query.catatan) ?? null;
      const page = tracked(host, request, view, null, 'data');
      return send(reply, <DataPage page={page} own={own} noted={noted} />);
    },
  );

  // To keep, or to take along to another office.
  app.get<CodePath>('/lacak/:code/data.json', limited, async (request, reply) => {
    const { code } = request.params;
    const found = await host.run(request, (ctx) => getOwnData(ctx, code));
    if (!found.ok) return miss(host, request, reply, code, found.error);
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="data-saya.json"')
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex, nofollow')
      .send(JSON.stringify(found.value, null, 2));
  });

  keepRoutes(host);

  // Where a refused form was, somebody loads again or changes the language.
  app.get<CodePath>('/lacak/:code/:form', async (request, reply) =>
    reply.redirect(`/lacak/${encodeURIComponent(request.params.code)}`, 303),
  );

  app.post<{ Params: { code: string; form: string } }>(
    '/lacak/:code/:form',
    limited,
    async (request, reply) => {
      const form = formOf(request.params.form);
      if (form === undefined) return reply.callNotFound();
      const sent = await readForm(request);
      const isAsking = form === 'withdrawal' && sent.fields.get('sure') !== 'ya';
      return isAsking ? askAgain(host, request, reply, sent) : act(host, request, reply, form, sent);
    },
  );
}

function show(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  view: TrackingView,
  noted: Noted | null,
): FastifyReply {
  return send(reply, <TrackPage page={tracked(host, request, view, null)} noted={noted} />);
}

type ActRequest = FastifyRequest<{ Params: { code: string; form: string } }>;

type Outcome =
  | { readonly noted: Noted }
  | { readonly noted: null; readonly view: TrackingView; readonly own: OwnData; readonly refusal: Refusal };

/** The tracking page's own view, and everything that is kept about the reporter. */
async function readOwn(
  ctx: Context,
  code: string,
): Promise<Result<{ readonly view: TrackingView; readonly own: OwnData }, Refusal>> {
  const view = await getTracking(ctx, code);
  if (!view.ok) return view;
  const own = await getOwnData(ctx, code);
  return own.ok ? ok({ view: view.value, own: own.value }) : own;
}

/** One form: done and back to the page, or the page again with everything typed and what to mend. */
async function act(
  host: SiteHost,
  request: ActRequest,
  reply: FastifyReply,
  form: FormName,
  sent: SentForm,
): Promise<FastifyReply> {
  const { code } = request.params;
  const outcome = await attempt(host, request, async (ctx) => {
    const acted = await sendForm(ctx, code, form, sent);
    if (acted.ok) return ok<Outcome>({ noted: acted.value });
    const read = await readOwn(ctx, code);
    return read.ok ? ok<Outcome>({ noted: null, ...read.value, refusal: acted.error }) : read;
  });
  if (!outcome.ok) return giveBack(host, request, reply, form, sent, outcome.error);
  const { value } = outcome;
  const isOfData = dataForms.includes(form);
  if (value.noted !== null) {
    const place = `/lacak/${canonical(code)}${isOfData ? '/data' : ''}`;
    return reply.redirect(`${place}?catatan=${value.noted}`, 303);
  }
  const reader = readerFor(host, request, `/lacak/${value.view.code}`);
  const { refused, status } = refusedOf(reader, request.id, form, sent, value.refusal);
  const page = tracked(host, request, value.view, refused, isOfData ? 'data' : null);
  return isOfData
    ? send(reply, <DataPage page={page} own={value.own} noted={null} />, status)
    : send(reply, <TrackPage page={page} noted={null} />, status);
}

/** Withdrawing takes a second press; the first one changes nothing. */
async function askAgain(
  host: SiteHost,
  request: ActRequest,
  reply: FastifyReply,
  sent: SentForm,
): Promise<FastifyReply> {
  const found = await attempt(host, request, (ctx) => getTracking(ctx, request.params.code));
  if (!found.ok) return giveBack(host, request, reply, 'withdrawal', sent, found.error);
  if (!found.value.acts.includes('withdrawal')) return act(host, request, reply, 'withdrawal', sent);
  const typed: Refused = { form: 'withdrawal', typed: sent.fields, title: '', detail: '', faults: {} };
  return send(reply, <WithdrawPage page={tracked(host, request, found.value, typed)} />);
}

/** A database that is away is an answer, too: what was written must not be lost by it. */
async function attempt<T>(
  host: SiteHost,
  request: FastifyRequest,
  work: (ctx: Context) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal | Away>> {
  try {
    return await host.run(request, work);
  } catch (error) {
    request.log.error({ err: error }, 'a form of the tracking page could not be worked on');
    return err({ code: 'unavailable' });
  }
}

/** The page cannot be shown: the words go back alone. An unknown code is missed as anywhere. */
function giveBack(
  host: SiteHost,
  request: ActRequest,
  reply: FastifyReply,
  form: FormName,
  sent: SentForm,
  refused: Refusal | Away,
): FastifyReply {
  const { code } = request.params;
  const isSignedOut = refused.code === 'not-found' && isUuid(code);
  if (refused.code === 'not-found' && !isSignedOut) return miss(host, request, reply, code, refused);
  const reader = readerFor(host, request, '/lacak');
  const problem = isSignedOut ? signedOut(reader) : explain(reader, request, reply, refused);
  const puzzle = workable(reply, refused);
  const page = (
    <AgainPage {...{ reader, form, problem, puzzle, code: canonical(code), typed: sent.fields }} />
  );
  return send(reply, page, problem.status);
}

function miss(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
  refused: Refusal,
): FastifyReply {
  // What an account opened, and does not open any more.
  if (refused.code === 'not-found' && isUuid(typed)) return reply.redirect('/akun', 303);
  const reader = readerFor(host, request, '/lacak');
  const problem = explain(reader, request, reply, refused);
  const why = refused.code === 'not-found' ? null : problem;
  const puzzle = workable(reply, refused);
  return send(
    reply,
    <CodePage
      {...{ reader, puzzle, offersAccounts: offeredAccounts(host) !== null }}
      missed={typed}
      problem={why}
    />,
    problem.status,
  );
}

function tracked(
  host: SiteHost,
  request: FastifyRequest,
  view: TrackingView,
  refused: Refused | null,
  part: 'data' | null = null,
): Tracked {
  const reader = readerFor(host, request, `/lacak/${view.code}${part === null ? '' : `/${part}`}`);
  const procedure = host.office.procedures.find(view.procedure.id, view.procedure.version) ?? null;
  return {
    reader,
    view,
    procedure,
    now: host.clock(),
    sendsMail: host.config.smtpUrl !== null,
    offersAccounts: offeredAccounts(host) !== null,
    refused,
  };
}

function readerFor(host: SiteHost, request: FastifyRequest, path: string): Reader {
  return readerOf(host.localeOf(request), path);
}

/** As it is printed; what is no code stays as it was typed. */
function canonical(typed: string): string {
  const code = readTrackingCode(typed);
  return code === null ? encodeURIComponent(typed) : formatTrackingCode(code);
}

/** Never kept on the way, never found by a search engine, never told to another site (`app.ts`). */
function send(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  return sendPage(reply.header('x-robots-tag', 'noindex, nofollow'), page, { status });
}
