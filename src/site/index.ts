import type { FastifyInstance } from 'fastify';
import { assetRoutes } from './assets.ts';
import { accountRoutes } from './pages/account-routes.tsx';
import { infoRoutes } from './pages/info-routes.tsx';
import { languageRoutes } from './pages/language-routes.ts';
import { muteRoutes } from './pages/mute-routes.tsx';
import { publishedRoutes } from './pages/published-routes.tsx';
import { receiptRoutes } from './pages/receipt-routes.tsx';
import { reportRoutes } from './pages/report-routes.tsx';
import { securityRoute } from './pages/security-route.ts';
import { sopRoutes } from './pages/sop-routes.tsx';
import { startRoutes } from './pages/start-routes.tsx';
import { trackRoutes } from './pages/track-routes.tsx';
import { wbsRoutes } from './pages/wbs-routes.tsx';
import type { SiteHost } from './site-host.ts';

export { sendErrorPage } from './pages/error-page.tsx';
export type { SiteHost } from './site-host.ts';

/** The citizen's site: static HTML, complete without JavaScript. */
export function siteRoutes(app: FastifyInstance, parts: Omit<SiteHost, 'app'>): void {
  const host: SiteHost = { app, ...parts };
  assetRoutes(app);
  languageRoutes(host);
  startRoutes(host);
  trackRoutes(host);
  accountRoutes(host);
  muteRoutes(host);
  reportRoutes(host);
  receiptRoutes(host);
  sopRoutes(host);
  publishedRoutes(host);
  wbsRoutes(host);
  infoRoutes(host);
  securityRoute(host);
}
