import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Refusal } from '../../domain/shared/refusal.ts';
import { ok, type Result } from '../../domain/shared/result.ts';
import type { Context, Locale } from '../../features/context/index.ts';
import {
  actByCode,
  addFileByCode,
  getTalk,
  listOpenDoors,
  receiveReport,
  type TalkView,
} from '../../features/sealed-cases/index.ts';
import { randomToken } from '../../platform/crypto/random.ts';
import { problemOf } from '../../platform/http/problem.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { workable } from '../workable.ts';
import { readForm, type SentForm } from './report-read.ts';
import { WbsAgainPage } from './wbs-again-page.tsx';
import { WbsCodePage } from './wbs-code-page.tsx';
import { WbsPage, type WbsPageProps, type WbsValues } from './wbs-page.tsx';
import { WbsReceiptPage } from './wbs-receipt-page.tsx';
import { type WbsForm, WbsTalkPage, wbsForms } from './wbs-talk-page.tsx';

/** Neither in the log of requests nor in the metrics. */
const unseen = { config: { unseen: true } } as const;

/**
 * `/wbs`, the sealed door: the form, its receipt, and the talk by code. Nothing is remembered between two pages: no
 * cookie is set or needed, and the code travels in bodies only.
 */
export function wbsRoutes(host: SiteHost): void {
  const { app } = host;

  app.get('/wbs', unseen, async (request, reply) => {
    const page = await formPage(host, request, blank(), {}, null);
    return send(reply, <WbsPage {...page} puzzle={null} />);
  });

  app.post('/wbs', unseen, async (request, reply) => {
    const sent = await readForm(request);
    const values = valuesOf(sent);
    const files = sent.files.map(({ name, content }) => ({ name, content: content ?? Buffer.alloc(0) }));
    const tooLarge = sent.files.some(({ content }) => content === null);
    const received = tooLarge
      ? refusedFields({ files: 'too-large' })
      : await attempt(host, request, (ctx) => receiveReport(ctx, { ...values, files, formKey: values.key }));
    if (received.ok)
      return send(reply, <WbsReceiptPage reader={readerAt(host, request)} done={received.value} />);
    const { fields = {} } = received.error;
    const problem = Object.keys(fields).length > 0 ? null : explain(host, request, reply, received.error);
    const puzzle = workable(reply, received.error);
    const page = await formPage(host, request, values, fields, problem);
    return send(
      reply,
      <WbsPage {...page} puzzle={puzzle} />,
      problem === null ? 422 : statusOf(received.error),
    );
  });

  app.get('/wbs/lacak', unseen, async (request, reply) =>
    send(reply, <WbsCodePage reader={readerAt(host, request, '/wbs/lacak')} missed={null} problem={null} />),
  );
  app.post('/wbs/lacak', unseen, async (request, reply) => {
    const typed = (await readForm(request)).fields.get('code') ?? '';
    const found = await attempt(host, request, (ctx) => getTalk(ctx, typed));
    if (!found.ok) return miss(host, request, reply, typed, found.error);
    return talk(host, request, reply, { view: found.value, noted: null, refused: null });
  });

  // Where a form was, somebody loads again or changes the language.
  app.get('/wbs/lacak/:form', unseen, async (_request, reply) => reply.redirect('/wbs/lacak', 303));
  app.post<{ Params: { form: string } }>('/wbs/lacak/:form', unseen, async (request, reply) => {
    const { form } = request.params;
    return isForm(form) ? act(host, request, reply, form) : reply.callNotFound();
  });
}

/** One form of the talk: done, or the page again with everything typed and why not. */
async function act(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  form: WbsForm,
): Promise<FastifyReply> {
  const sent = await readForm(request);
  const code = sent.fields.get('code') ?? '';
  const typed = sent.fields.get('text') ?? '';
  const seen = Number(sent.fields.get('seen') ?? Number.NaN);
  const done = await attempt(host, request, (ctx) =>
    form === 'berkas'
      ? addFileByCode(ctx, code, { name: '', content: sent.files[0]?.content ?? Buffer.alloc(0) })
      : actByCode(ctx, code, wbsForms[form], typed, Number.isInteger(seen) ? seen : Number.MAX_SAFE_INTEGER),
  );
  if (done.ok) return talk(host, request, reply, { view: done.value, noted: form, refused: null });
  const why = explain(host, request, reply, done.error);
  const found = await attempt(host, request, (ctx) => getTalk(ctx, code));
  if (!found.ok && found.error.code === 'not-found') return miss(host, request, reply, code, found.error);
  if (!found.ok) {
    const again = { form, problem: why, sent: { code, seen: sent.fields.get('seen') ?? '', text: typed } };
    const puzzle = workable(reply, done.error);
    const reader = readerAt(host, request, '/wbs/lacak');
    return send(reply, <WbsAgainPage {...{ ...again, puzzle, reader }} />, statusOf(done.error));
  }
  const refused = { form, typed, why };
  return talk(host, request, reply, { view: found.value, noted: null, refused }, statusOf(done.error));
}

type Away = { readonly code: 'unavailable'; readonly fields?: undefined; readonly details?: undefined };

/** A database that is away is an answer, too: what was written must not be lost by it, nor written down anywhere. */
async function attempt<T>(
  host: SiteHost,
  request: FastifyRequest,
  work: (ctx: Context) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal | Away>> {
  try {
    return await host.runUnseen(request, work);
  } catch {
    return { ok: false, error: { code: 'unavailable' } };
  }
}

async function formPage(
  host: SiteHost,
  request: FastifyRequest,
  values: WbsValues,
  faults: WbsPageProps['faults'],
  problem: string | null,
): Promise<Omit<WbsPageProps, 'puzzle'>> {
  const doors = await attempt(host, request, async (ctx) => ok(await listOpenDoors(ctx)));
  const only = doors.ok && doors.value.length === 1 ? (doors.value[0]?.id ?? '') : values.institution;
  return {
    reader: readerAt(host, request),
    values: { ...values, institution: only },
    doors: doors.ok ? doors.value : null,
    faults,
    problem,
  };
}

function blank(): WbsValues {
  return { key: randomToken(), institution: '', text: '', occurredOn: '', place: '' };
}

function valuesOf({ fields }: SentForm): WbsValues {
  const of = (name: string) => fields.get(name) ?? '';
  return {
    key: of('key').length >= 20 ? of('key').slice(0, 80) : randomToken(),
    institution: of('institution').slice(0, 40),
    text: of('text'),
    occurredOn: of('occurredOn').slice(0, 200),
    place: of('place').slice(0, 400),
  };
}

function refusedFields(fields: Readonly<Record<string, string>>): Result<never, Refusal> {
  return { ok: false, error: { code: 'invalid-input', fields } };
}

function talk(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  page: { view: TalkView } & Pick<Parameters<typeof WbsTalkPage>[0], 'noted' | 'refused'>,
  status = 200,
): FastifyReply {
  return send(reply, <WbsTalkPage reader={readerAt(host, request, '/wbs/lacak')} {...page} />, status);
}

function miss(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
  refused: Refusal | Away,
): FastifyReply {
  const problem = refused.code === 'not-found' ? null : explain(host, request, reply, refused);
  const reader = readerAt(host, request, '/wbs/lacak');
  const puzzle = workable(reply, refused);
  return send(reply, <WbsCodePage {...{ reader, missed: typed, problem, puzzle }} />, statusOf(refused));
}

function explain(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refusal | Away,
): string {
  const { t } = readerAt(host, request);
  if (refused.code === 'unavailable') return t('problem.unavailable.detail');
  const { retryAfter, reason } = refused.details ?? {};
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  if (refused.code === 'attachment-refused')
    return t('wbs.fault.files', { code: String(reason).replaceAll('-', '_') });
  if (refused.code === 'invalid-input') return t('wbs.fault.text', { code: 'required' });
  return problemOf(refused, t, request.id).detail;
}

function statusOf(refused: Refusal | Away): number {
  return refused.code === 'unavailable' ? 503 : problemOf(refused, (key) => key, '').status;
}

function isForm(word: string): word is WbsForm {
  return word in wbsForms;
}

/** The language stands in the address (`?lang=`), since no cookie is to remember it. */
function readerAt(host: SiteHost, request: FastifyRequest, path = '/wbs'): Reader {
  const asked = (request.query as { lang?: unknown }).lang;
  const locale: Locale = asked === 'en' || asked === 'id' ? asked : host.localeOf(request);
  return readerOf(locale, path);
}

function send(reply: FastifyReply, page: ReactElement, status = 200): FastifyReply {
  return sendPage(reply.header('x-robots-tag', 'noindex, nofollow'), page, { status, cache: 'no-store' });
}
