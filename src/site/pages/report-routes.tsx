import type { FastifyReply, FastifyRequest } from 'fastify';
import { ok } from '../../domain/shared/result.ts';
import { accountTokenOf } from '../../features/citizen-accounts/index.ts';
import type { SubmissionDone } from '../../features/submissions/contract.ts';
import { readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { workable } from '../workable.ts';
import { keepReceipt, offerReceipt, sendReceipt } from './receipt-routes.tsx';
import { type Choices, loadChoices, withoutDatabase } from './report-choices.ts';
import { ReportPage } from './report-page.tsx';
import { readForm } from './report-read.ts';
import { type FormState, type Outcome, pressButton } from './report-receive.ts';
import { type ReportValues, valuesFrom } from './report-values.ts';

const nothing: FormState = {
  files: [],
  area: { chosen: null, found: null, inside: [] },
  problems: {},
  fileProblems: [],
  refused: null,
  raised: null,
  signedIn: false,
};

const known = { config: { account: true } } as const;

/** `/lapor`: the form, whole again after every press of its buttons until it is sent. */
export function reportRoutes(host: SiteHost): void {
  const { app, run } = host;
  const choicesOf = rememberChoices(host);

  app.get<{ Querystring: { instansi?: unknown } }>('/lapor', known, async (request, reply) => {
    const offered = await choicesOf(request);
    const asked = offered.institutions.find(({ id }) => id === request.query.instansi)?.id ?? '';
    const values = valuesFrom(new Map([['institution', asked]]));
    const signedIn = await isSignedIn(host, request);
    const state = { ...nothing, signedIn, area: { ...nothing.area, inside: offered.provinces } };
    return show(host, request, reply, { offered, values, state });
  });

  // An address of its own: a POST to `/lapor` would make browsers forget that page, and who goes back to it
  // would get another form with another key instead of what they wrote (RFC 9111, 4.4).
  app.get('/lapor/isian', async (_request, reply) => reply.redirect('/lapor', 303));
  app.post('/lapor/isian', { config: { limited: 'form', account: true } }, async (request, reply) => {
    const { fields, files } = await readForm(request);
    const values = valuesFrom(fields);
    const pressed = await press(request, values, fields.get('do') ?? 'show', files);
    if (pressed.sent !== null) return receipt(host, request, reply, values, pressed.sent);
    return show(host, request, reply, { offered: await choicesOf(request), ...pressed });
  });

  /** A refusal for the request as a whole, or a database that is away, gives the form back as it was sent. */
  async function press(
    request: FastifyRequest,
    values: ReportValues,
    button: string,
    files: Parameters<typeof pressButton>[3],
  ): Promise<Outcome & { readonly status?: number }> {
    try {
      const result = await run(request, (ctx) => pressButton(ctx, values, button, files));
      if (result.ok) return result.value;
      const status = result.error.code === 'too-many-requests' ? 429 : 422;
      return { sent: null, values, state: { ...nothing, refused: result.error }, status };
    } catch (error) {
      request.log.error({ err: error }, 'a form could not be worked on');
      return { sent: null, values, state: { ...nothing, refused: { code: 'unavailable' } }, status: 503 };
    }
  }
}

/** Asks the database only where the browser brings an account's cookie; the form is there without it, too. */
async function isSignedIn(host: SiteHost, request: FastifyRequest): Promise<boolean> {
  if (accountTokenOf(request) === null) return false;
  try {
    const found = await host.read(request, async (ctx) => ok(ctx.account !== undefined));
    return found.ok && found.value;
  } catch (error) {
    request.log.error({ err: error }, 'whether somebody is signed in could not be read');
    return false;
  }
}

interface Shown {
  readonly offered: Choices;
  readonly values: ReportValues;
  readonly state: FormState;
  readonly status?: number;
}

function show(host: SiteHost, request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply {
  const { state, values, offered } = shown;
  const refused =
    Object.keys(state.problems).length + state.fileProblems.length > 0 ||
    state.refused !== null ||
    state.raised !== null;
  offerReceipt(host, request, reply);
  workable(reply, state.refused);
  const reader = readerOf(host.localeOf(request), '/lapor');
  return sendPage(reply, <ReportPage {...{ reader, values, state, offered }} />, {
    status: shown.status ?? (refused ? 422 : 200),
    // A browser that may not keep the page forgets what was typed when somebody goes back to it.
    cache: 'private, no-cache',
  });
}

/** To a page of its own that can be loaded again, or at once where the browser takes no cookies. */
function receipt(
  host: SiteHost,
  request: FastifyRequest,
  reply: FastifyReply,
  values: ReportValues,
  sent: SubmissionDone,
): FastifyReply | Promise<FastifyReply> {
  const kept = { code: sent.trackingCode, chosen: values.secrecy };
  return keepReceipt(host, request, reply, kept)
    ? reply.redirect('/tanda-terima', 303)
    : sendReceipt(host, request, reply, kept, 201);
}

const keptFor = 60_000;

/** What the form offers changes rarely; it is read again once a minute, for each language. */
function rememberChoices({
  run,
  clock,
  office,
  config,
  localeOf,
}: SiteHost): (request: FastifyRequest) => Promise<Choices> {
  const remembered = new Map<string, { readonly until: number; readonly choices: Choices }>();
  const sendsMail = config.smtpUrl !== null;
  return async (request) => {
    const read = await readChoices(request);
    return read ?? remembered.get(localeOf(request))?.choices ?? withoutDatabase(office, sendsMail);
  };

  async function readChoices(request: FastifyRequest): Promise<Choices | null> {
    const now = Date.parse(clock());
    const locale = localeOf(request);
    const known = remembered.get(locale);
    if (known !== undefined && known.until > now) return known.choices;
    try {
      const found = await run(request, async (ctx) => ok(await loadChoices(ctx, sendsMail)));
      if (!found.ok) return null;
      remembered.set(locale, { until: now + keptFor, choices: found.value });
      return found.value;
    } catch (error) {
      request.log.error({ err: error }, 'the choices of the form could not be read');
      return null;
    }
  }
}
