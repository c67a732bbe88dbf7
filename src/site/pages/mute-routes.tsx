import { muteByToken } from '../../features/letters/index.ts';
import { problemOf } from '../../platform/http/problem.ts';
import { readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { sendErrorPage } from './error-page.tsx';
import { MutePage, type MuteState } from './mute-page.tsx';
import { readForm } from './report-read.ts';

const limited = { config: { limited: 'track' } } as const;

type TokenPath = { Params: { token: string } };

/**
 * `/surel/berhenti/:token`: no more news by mail, from the link in a mail. Looking at it changes nothing, since programs
 * follow links; a press does, and so does a mail program by itself (RFC 8058, one click).
 */
export function muteRoutes(host: SiteHost): void {
  const { app, run, localeOf } = host;

  app.get<TokenPath>('/surel/berhenti/:token', limited, async (request, reply) => {
    const { token } = request.params;
    const reader = readerOf(localeOf(request), `/surel/berhenti/${encodeURIComponent(token)}`);
    return sendPage(reply, <MutePage {...{ reader, token }} state="asked" />);
  });

  app.post<TokenPath>('/surel/berhenti/:token', limited, async (request, reply) => {
    const { token } = request.params;
    const { fields } = await readForm(request);
    const wanted = fields.get('do') === 'again' ? 'unmute' : 'mute';
    const reader = readerOf(localeOf(request), `/surel/berhenti/${encodeURIComponent(token)}`);
    const done = await run(request, (ctx) => muteByToken(ctx, token, wanted));
    if (!done.ok) return sendErrorPage(request, reply, problemOf(done.error, reader.t, request.id));
    const state: MuteState = wanted === 'mute' ? 'stopped' : 'resumed';
    return sendPage(reply, <MutePage {...{ reader, token, state }} />);
  });
}
