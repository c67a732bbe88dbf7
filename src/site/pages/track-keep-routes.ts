import { claimCase, unclaimCase } from '../../features/submissions/index.ts';
import type { SiteHost } from '../site-host.ts';
import { isUuid } from './report-values.ts';

const limited = { config: { limited: 'track', account: true } } as const;

type CodePath = { Params: { code: string } };

/** `/lacak/:code/simpan` and `/lacak/:code/lepas`: into the account of whoever is signed in, and out of it. */
export function keepRoutes({ app, run }: SiteHost): void {
  app.post<CodePath>('/lacak/:code/simpan', limited, async (request, reply) => {
    const { code } = request.params;
    const kept = await run(request, (ctx) => claimCase(ctx, code));
    if (kept.ok) return reply.redirect(`/lacak/${encodeURIComponent(code)}?catatan=kept`, 303);
    // The page of the report, or that of the account, says what is the matter.
    const isSignedOut = kept.error.code === 'not-signed-in';
    return reply.redirect(isSignedOut ? '/akun' : `/lacak/${encodeURIComponent(code)}`, 303);
  });

  app.post<CodePath>('/lacak/:code/lepas', limited, async (request, reply) => {
    const { code } = request.params;
    const released = await run(request, (ctx) => unclaimCase(ctx, code));
    if (isUuid(code)) return reply.redirect(`/akun/perkara${released.ok ? '?catatan=released' : ''}`, 303);
    const note = released.ok ? '?catatan=released' : '';
    return reply.redirect(`/lacak/${encodeURIComponent(code)}${note}`, 303);
  });
}
