import { ok } from '../../domain/shared/result.ts';
import { findReceivingInstitution } from '../../features/organizations/index.ts';
import { readerOf } from '../parts/reader.ts';
import { sendPage } from '../send-page.tsx';
import type { SiteHost } from '../site-host.ts';
import { promisesFrom } from './start-dates.ts';
import { type StartInstitution, StartPage } from './start-page.tsx';

/** `/`: the first line, the way back to a report, and what would happen by when. */
export function startRoutes({ app, office, clock, localeOf, run }: SiteHost): void {
  app.get('/', async (request, reply) => {
    const reader = readerOf(localeOf(request), '/');
    const found = await run(request, async ({ tx }) => ok(await findReceivingInstitution(tx, null)));
    const now = clock();
    const institution: StartInstitution | null =
      !found.ok || found.value === undefined
        ? null
        : {
            name: found.value.name,
            zone: found.value.zone,
            procedure: office.procedures.find(found.value.procedureId) ?? null,
            promises: promisesFrom(office, now, found.value.zone),
          };
    return sendPage(reply, <StartPage reader={reader} now={now} institution={institution} />);
  });
}
