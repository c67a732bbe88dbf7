import type { FastifyRequest } from 'fastify';
import { ok } from '../../domain/shared/result.ts';
import { drawnPages, officialDocument, paintPdf, standaloneSvg } from '../../features/flowcharts/index.ts';
import type { InstitutionView } from '../../features/organizations/contract.ts';
import { listInstitutions } from '../../features/organizations/index.ts';
import { presentProcedure } from '../../features/procedures/index.ts';
import { readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { SopListPage } from './sop-list-page.tsx';
import { SopPage } from './sop-pages.tsx';

interface SopAddress {
  Params: { institution: string; procedure: string };
  /** The version that a case is pinned to; without it the one that new cases take. */
  Querystring: { versi?: string };
}

/** `/sop`, `/sop/:institution/:procedure` its PDF and its SVG: each procedure as the form that its office signed. */
export function sopRoutes({ app, office, localeOf, clock, read }: SiteHost): void {
  /** A procedure's folder names who wrote it; whoever takes in by it may be others, one, or nobody. */
  const usersOf = async (request: FastifyRequest): Promise<readonly InstitutionView[]> => {
    const found = await read(request, async ({ tx }) => ok(await listInstitutions(tx)));
    return found.ok ? found.value : [];
  };

  app.get('/sop', async (request, reply) => {
    const procedures = office.procedures.list().map(presentProcedure);
    return sendPage(
      reply,
      <SopListPage
        reader={readerOf(localeOf(request), '/sop')}
        procedures={procedures}
        institutions={await usersOf(request)}
      />,
    );
  });

  const find = ({ institution, procedure }: SopAddress['Params'], versi: string | undefined) => {
    const version = versi !== undefined && /^[1-9]\d{0,5}$/.test(versi) ? Number(versi) : undefined;
    return office.procedures.find(`${institution}/${procedure}`, version);
  };

  app.get<SopAddress>('/sop/:institution/:procedure', async (request, reply) => {
    const found = find(request.params, request.query.versi);
    if (found === undefined) return reply.callNotFound();
    const reader = readerOf(localeOf(request), `/sop/${found.id}`);
    const versions = office.procedures.versions(found.id).map(({ version }) => version);
    return sendPage(
      reply,
      <SopPage
        reader={reader}
        procedure={presentProcedure(found)}
        pages={drawnPages(found)}
        versions={versions}
        users={(await usersOf(request)).filter(({ procedureId }) => procedureId === found.id)}
      />,
    );
  });

  app.get<SopAddress>('/sop/:institution/:procedure/bagan.pdf', async (request, reply) => {
    const found = find(request.params, request.query.versi);
    if (found === undefined) return reply.callNotFound();
    const pdf = await paintPdf(officialDocument(found), {
      title: `SOP ${found.title}`,
      author: found.institution,
      made: clock(),
    });
    return reply
      .type('application/pdf')
      .header(
        'content-disposition',
        `inline; filename="sop-${request.params.procedure}-v${found.version}.pdf"`,
      )
      .send(pdf);
  });

  app.get<SopAddress>('/sop/:institution/:procedure/bagan.svg', async (request, reply) => {
    const found = find(request.params, request.query.versi);
    if (found === undefined) return reply.callNotFound();
    const name = `sop-${request.params.procedure}-v${found.version}.svg`;
    return reply
      .type('image/svg+xml')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(standaloneSvg(officialDocument(found), `SOP ${found.title}`));
  });
}
