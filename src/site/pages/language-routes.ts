import { cookieName } from '../../platform/http/cookie-name.ts';
import type { SiteHost } from '../site-host.ts';

/** `/bahasa/:code?ke=`: keeps the choice of language and goes back to the page. */
export function languageRoutes({ app, config }: SiteHost): void {
  app.get<{ Params: { code: string }; Querystring: { ke?: string } }>(
    '/bahasa/:code',
    async (request, reply) => {
      const code = request.params.code === 'en' ? 'en' : 'id';
      const back = request.query.ke ?? '/';
      // Only our own pages: a path, never another host's address.
      const path = /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : '/';
      reply.setCookie(cookieName(request, 'lang'), code, {
        path: '/',
        sameSite: 'lax',
        httpOnly: true,
        secure: config.secureCookies,
        maxAge: 31_536_000,
      });
      return reply.redirect(path, 303);
    },
  );
}
