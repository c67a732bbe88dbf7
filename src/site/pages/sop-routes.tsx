import { presentProcedure } from '../../features/procedures/index.ts';
import { readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { SopListPage, SopPage } from './sop-pages.tsx';

/** `/sop` and `/sop/:institution/:procedure`: each procedure as the table that its office signed. */
export function sopRoutes({ app, office, localeOf }: SiteHost): void {
  app.get('/sop', async (request, reply) => {
    const procedures = office.procedures.list().map(presentProcedure);
    return sendPage(
      reply,
      <SopListPage reader={readerOf(localeOf(request), '/sop')} procedures={procedures} />,
    );
  });

  app.get<{ Params: { institution: string; procedure: string } }>(
    '/sop/:institution/:procedure',
    async (request, reply) => {
      const { institution, procedure: name } = request.params;
      const found = office.procedures.find(`${institution}/${name}`);
      if (found === undefined) return reply.callNotFound();
      const reader = readerOf(localeOf(request), `/sop/${found.id}`);
      return sendPage(reply, <SopPage reader={reader} procedure={presentProcedure(found)} />);
    },
  );
}
