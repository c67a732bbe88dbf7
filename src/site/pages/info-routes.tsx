import type { FastifyRequest } from 'fastify';
import { localDate } from '../../domain/clocks/calendar.ts';
import { ok } from '../../domain/shared/result.ts';
import { viewYear } from '../../features/calendars/index.ts';
import { listCategories, listInstitutions } from '../../features/organizations/index.ts';
import { listContacts, presentRules } from '../../features/privacy/index.ts';
import { asset } from '../assets.ts';
import { type Reader, readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { AccessibilityPage } from './info-pages.tsx';
import { InstitutionPage } from './institution-page.tsx';
import { PrivacyPage } from './privacy-page.tsx';
import { WorkingDaysPage } from './working-days-page.tsx';

const daily = { cache: 'public, max-age=300' };

/** Pages about the service itself, and the two files that browsers and search engines ask for. */
export function infoRoutes(host: SiteHost): void {
  const { app, office, clock, localeOf } = host;
  const reader = (request: FastifyRequest, path: string): Reader => readerOf(localeOf(request), path);

  app.get('/privasi', async (request, reply) => {
    const found = await host.read(request, async ({ tx }) => ok(await listContacts(tx)));
    if (!found.ok) return reply.callNotFound();
    const rules = presentRules(office.privacy, localeOf(request));
    const page = { reader: reader(request, '/privasi'), rules, contacts: found.value };
    return sendPage(reply, <PrivacyPage {...page} />);
  });
  app.get('/aksesibilitas', async (request, reply) =>
    sendPage(reply, <AccessibilityPage reader={reader(request, '/aksesibilitas')} />),
  );
  app.get<{ Querystring: { tahun?: unknown } }>('/hari-kerja', async (request, reply) => {
    const thisYear = Number(localDate(clock(), 'Asia/Jakarta').slice(0, 4));
    const asked = Number(request.query.tahun ?? thisYear);
    const year = office.calendar.years.has(asked) ? asked : thisYear;
    const path = year === thisYear ? '/hari-kerja' : `/hari-kerja?tahun=${year}`;
    const found = await host.read(request, async (ctx) => ok(await viewYear(ctx, year)));
    if (!found.ok) return reply.callNotFound();
    return sendPage(reply, <WorkingDaysPage reader={reader(request, path)} view={found.value} />);
  });
  institutionRoute(host);
  app.get('/robots.txt', async (_request, reply) =>
    reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', daily.cache)
      .send('User-agent: *\nDisallow: /api/\nDisallow: /konsol\nDisallow: /lacak\nDisallow: /tanda-terima\n'),
  );
  app.get('/manifest.webmanifest', async (request, reply) => {
    const { t, locale } = reader(request, '/');
    return reply
      .header('content-type', 'application/manifest+json; charset=utf-8')
      .header('cache-control', daily.cache)
      .header('vary', 'Accept-Language, Cookie')
      .send(
        JSON.stringify({
          name: t('site.manifest.name'),
          short_name: 'Tuntas',
          description: t('site.start.lead'),
          lang: locale,
          start_url: '/',
          scope: '/',
          display: 'minimal-ui',
          background_color: '#fbfaf6',
          theme_color: '#fbfaf6',
          icons: [{ src: asset('icon.svg'), sizes: 'any', type: 'image/svg+xml' }],
          shortcuts: [
            { name: t('site.nav.report'), url: '/lapor' },
            { name: t('site.nav.track'), url: '/lacak' },
          ],
        }),
      );
  });
}

function institutionRoute({ app, office, localeOf, run }: SiteHost): void {
  app.get<{ Params: { slug: string } }>('/instansi/:slug', async (request, reply) => {
    const { slug } = request.params;
    const locale = localeOf(request);
    const found = await run(request, async ({ tx }) => {
      const institution = (await listInstitutions(tx)).find((one) => one.id === slug);
      if (institution === undefined) return ok(null);
      return ok({ institution, categories: await listCategories(tx, institution.id, locale) });
    });
    if (!found.ok || found.value === null) return reply.callNotFound();
    const { institution, categories } = found.value;
    const reader = readerOf(locale, `/instansi/${institution.id}`);
    const procedure = office.procedures.find(institution.procedureId) ?? null;
    return sendPage(reply, <InstitutionPage {...{ reader, institution, categories, procedure }} />);
  });
}
