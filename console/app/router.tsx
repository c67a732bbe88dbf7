import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { PageProblem } from '../parts/page-problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { readCaseSearch } from './case-search.ts';
import { readComplianceSearch, readFigureSearch } from './compliance-search.ts';
import { calls, entry, findReporter, letters, urgent } from './desk-routes.ts';
import { readDraftSearch } from './draft-search.ts';
import { readListSearch } from './list-search.ts';
import { readPrivacySearch } from './privacy-search.ts';
import { readProcedureSearch } from './procedure-search.ts';
import { root } from './root-route.ts';
import { readTrafficSearch } from './traffic-search.ts';
import { withTexts } from './with-texts.ts';

const workList = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
});

const casePage = createRoute({
  getParentRoute: () => root,
  path: '/perkara/$id',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('../screens/case/case-page.tsx'), 'CasePage'),
});

const sealedList = createRoute({
  getParentRoute: () => root,
  path: '/wbs',
  component: lazyRouteComponent(() => import('../screens/sealed/sealed-list-page.tsx'), 'SealedListPage'),
});

const sealedCase = createRoute({
  getParentRoute: () => root,
  path: '/wbs/$id',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('../screens/sealed/sealed-case-page.tsx'), 'SealedCasePage'),
});

const leader = createRoute({
  getParentRoute: () => root,
  path: '/pusat-kendali',
  component: withTexts(() => import('../screens/leader/leader-page.tsx'), 'LeaderPage'),
});

const compliance = createRoute({
  getParentRoute: () => root,
  path: '/kepatuhan',
  validateSearch: readComplianceSearch,
  component: withTexts(() => import('../screens/compliance/compliance-page.tsx'), 'CompliancePage'),
});

const figureCases = createRoute({
  getParentRoute: () => root,
  path: '/kepatuhan/perkara',
  validateSearch: readFigureSearch,
  component: withTexts(() => import('../screens/compliance/figure-page.tsx'), 'FigurePage'),
});

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/pemberitahuan',
  component: lazyRouteComponent(
    () => import('../screens/notifications/notifications-page.tsx'),
    'NotificationsPage',
  ),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/akun',
  component: withTexts(() => import('../screens/account/account-page.tsx'), 'AccountPage'),
});

const institutions = createRoute({
  getParentRoute: () => root,
  path: '/instansi',
  component: withTexts(() => import('../screens/administration/institutions-page.tsx'), 'InstitutionsPage'),
});

const units = createRoute({
  getParentRoute: () => root,
  path: '/unit',
  component: withTexts(() => import('../screens/administration/units-page.tsx'), 'UnitsPage'),
});

const categories = createRoute({
  getParentRoute: () => root,
  path: '/kategori',
  component: withTexts(() => import('../screens/administration/categories-page.tsx'), 'CategoriesPage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/petugas',
  component: withTexts(() => import('../screens/administration/people-page.tsx'), 'PeoplePage'),
});

const openWork = createRoute({
  getParentRoute: () => root,
  path: '/serah-terima',
  component: lazyRouteComponent(() => import('../screens/open-work/open-work-page.tsx'), 'OpenWorkPage'),
});

const deputies = createRoute({
  getParentRoute: () => root,
  path: '/pengganti',
  component: withTexts(() => import('../screens/deputies/deputies-page.tsx'), 'DeputiesPage'),
});

const groupRoles = createRoute({
  getParentRoute: () => root,
  path: '/petugas/grup',
  component: withTexts(() => import('../screens/administration/group-roles-page.tsx'), 'GroupRolesPage'),
});

const personRights = createRoute({
  getParentRoute: () => root,
  path: '/petugas/$id/hak',
  component: withTexts(() => import('../screens/rights/person-rights-page.tsx'), 'PersonRightsPage'),
});

const rights = createRoute({
  getParentRoute: () => root,
  path: '/hak-akses',
  component: withTexts(() => import('../screens/rights/matrix-page.tsx'), 'MatrixPage'),
});

const caseRights = createRoute({
  getParentRoute: () => root,
  path: '/perkara/$id/hak',
  component: withTexts(() => import('../screens/rights/case-rights-page.tsx'), 'CaseRightsPage'),
});

const traffic = createRoute({
  getParentRoute: () => root,
  path: '/lalu-lintas',
  validateSearch: readTrafficSearch,
  component: withTexts(() => import('../screens/traffic/traffic-page.tsx'), 'TrafficPage'),
});

const procedures = createRoute({
  getParentRoute: () => root,
  path: '/sop',
  component: withTexts(() => import('../screens/procedures/procedures-page.tsx'), 'ProceduresPage'),
});

const procedure = createRoute({
  getParentRoute: () => root,
  path: '/sop/$institution/$name',
  validateSearch: readProcedureSearch,
  component: withTexts(() => import('../screens/procedures/procedure-page.tsx'), 'ProcedurePage'),
});

const draft = createRoute({
  getParentRoute: () => root,
  path: '/sop/naskah/$id',
  validateSearch: readDraftSearch,
  component: withTexts(() => import('../screens/procedures/draft-page.tsx'), 'DraftPage'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/kalender',
  validateSearch: (search: Readonly<Record<string, unknown>>): { readonly tahun?: number } =>
    Number.isInteger(search.tahun) ? { tahun: Number(search.tahun) } : {},
  component: withTexts(() => import('../screens/calendar/calendar-page.tsx'), 'CalendarPage'),
});

const newRevision = createRoute({
  getParentRoute: () => root,
  path: '/kalender/baru',
  component: withTexts(() => import('../screens/calendar/new-revision-page.tsx'), 'NewRevisionPage'),
});

const revision = createRoute({
  getParentRoute: () => root,
  path: '/kalender/$id',
  component: withTexts(() => import('../screens/calendar/revision-page.tsx'), 'RevisionPage'),
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: '/data-pribadi',
  validateSearch: readPrivacySearch,
  component: withTexts(() => import('../screens/privacy/privacy-page.tsx'), 'PrivacyPage'),
});

const breach = createRoute({
  getParentRoute: () => root,
  path: '/data-pribadi/kejadian/$id',
  component: withTexts(() => import('../screens/privacy/breach-page.tsx'), 'BreachPage'),
});

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/webhook',
  component: withTexts(() => import('../screens/webhooks/webhooks-page.tsx'), 'WebhooksPage'),
});

const webhook = createRoute({
  getParentRoute: () => root,
  path: '/webhook/$id',
  component: withTexts(() => import('../screens/webhooks/webhook-page.tsx'), 'WebhookPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    workList,
    casePage,
    sealedList,
    sealedCase,
    leader,
    compliance,
    figureCases,
    entry,
    calls,
    letters,
    urgent,
    findReporter,
    notifications,
    account,
    institutions,
    units,
    categories,
    people,
    groupRoles,
    openWork,
    deputies,
    personRights,
    rights,
    caseRights,
    traffic,
    procedures,
    procedure,
    draft,
    calendar,
    newRevision,
    revision,
    privacy,
    breach,
    webhooks,
    webhook,
  ]),
  basepath: '/konsol',
  trailingSlash: 'preserve',
  defaultPreload: 'intent',
  defaultPendingComponent: Skeleton,
  defaultErrorComponent: ({ error, reset }) => <PageProblem error={error} retry={reset} whole />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
