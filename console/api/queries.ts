import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type {
  CaseList,
  CaseListQuery,
  CaseView,
  Colleague,
  OpenWork,
  QueueCounts,
  RedactionView,
} from '../../src/features/cases/contract.ts';
import type {
  CasesOfFigure,
  Compliance,
  ComplianceCasesQuery,
  ComplianceQuery,
  RunsQuery,
  StepCasesQuery,
} from '../../src/features/compliance/contract.ts';
import type { CaseDrawing } from '../../src/features/flowcharts/contract.ts';
import type { NotificationList } from '../../src/features/notifications/contract.ts';
import type {
  AreaView,
  CategoryView,
  InstitutionView,
  UnitView,
} from '../../src/features/organizations/contract.ts';
import type {
  Assignee,
  FactorsView,
  GroupRoles,
  OwnSession,
  PersonList,
  RoleView,
  SessionView,
  SignInWays,
} from '../../src/features/people/contract.ts';
import type { ProcedureListItem, ProcedureView } from '../../src/features/procedures/contract.ts';
import type { CaseRights, PersonRights } from '../../src/features/rights/contract.ts';
import type { SealedList } from '../../src/features/sealed-cases/contract.ts';
import type { LeaderPage } from '../../src/features/statistics/contract.ts';
import { keepSession, load, queryString } from './client.ts';

/** Every question the console asks, with how long its answer stays good. Lists refresh by themselves. */

const minute = 60_000;

export type AssigneeView = Static<typeof Assignee>;
export type OwnSessionView = Static<typeof OwnSession>;
export type Role = Static<typeof RoleView>;
export type Notifications = Static<typeof NotificationList>;
export type People = Static<typeof PersonList>;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<SessionView> => {
    const session = await load<SessionView>('/session', signal);
    keepSession(session);
    return session;
  },
  staleTime: 10 * minute,
  retry: false,
});

export const ownSessionsQuery = queryOptions({
  queryKey: ['session', 'all'],
  queryFn: ({ signal }) => load<OwnSessionView[]>('/session/all', signal),
});

export const ownFactorsQuery = queryOptions({
  queryKey: ['session', 'factors'],
  queryFn: ({ signal }) => load<FactorsView>('/session/second-factor', signal),
});

/** How one can sign in here; with `problem`, also what a sign-in at the provider ended with, in words. */
export const waysQuery = (problem?: string) =>
  queryOptions({
    queryKey: ['ways', problem ?? ''],
    queryFn: ({ signal }) => load<SignInWays>(`/session/ways${queryString({ problem })}`, signal),
    staleTime: 60 * minute,
  });

export const groupRolesQuery = (institution: string) =>
  queryOptions({
    queryKey: ['group-roles', institution],
    queryFn: ({ signal }) =>
      load<Static<typeof GroupRoles>>(`/institutions/${institution}/group-roles`, signal),
    enabled: institution !== '',
  });

export const openWorkQuery = queryOptions({
  queryKey: ['open-work'],
  queryFn: ({ signal }) => load<OpenWork>('/open-work', signal),
});

export const countsQuery = queryOptions({
  queryKey: ['cases', 'counts'],
  queryFn: ({ signal }) => load<QueueCounts>('/cases/counts', signal),
  refetchInterval: minute,
});

export const casesQuery = (query: CaseListQuery) =>
  queryOptions({
    queryKey: ['cases', 'list', query],
    queryFn: ({ signal }) => load<CaseList>(`/cases${queryString(query)}`, signal),
    refetchInterval: minute,
    placeholderData: keepPreviousData,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => load<CaseView>(`/cases/${id}`, signal),
    refetchInterval: minute,
  });

/** Asked for anew with the case: what is passed must be what is read. */
export const redactionQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'redaction'],
    queryFn: ({ signal }) => load<RedactionView>(`/cases/${id}/redaction`, signal),
  });

/**
 * What came by the sealed door; asked for by the inspectorate alone. Each time is a reading that the ledger keeps, so
 * it is asked seldom: as often as the round that looks at its deadlines.
 */
export const sealedListQuery = queryOptions({
  queryKey: ['sealed'],
  queryFn: ({ signal }) => load<SealedList>('/sealed-cases', signal),
  refetchInterval: 10 * minute,
});

export const sealedCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => load<CaseView>(`/sealed-cases/${id}`, signal),
    refetchInterval: 10 * minute,
  });

/** `version` and `language`: another state of the case, or the same in other words, is another drawing. */
export const caseDrawingQuery = (id: string, version: number, language: string) =>
  queryOptions({
    queryKey: ['case', id, 'drawing', version, language],
    queryFn: ({ signal }) => load<CaseDrawing>(`/cases/${id}/drawing`, signal),
    placeholderData: keepPreviousData,
  });

export const assigneesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'assignees'],
    queryFn: ({ signal }) => load<AssigneeView[]>(`/cases/${caseId}/assignees`, signal),
    staleTime: minute,
  });

/** `address`: of the case, ordinary or under seal. */
export const colleaguesQuery = (address: string, q: string) =>
  queryOptions({
    queryKey: ['case', address, 'people', q],
    queryFn: ({ signal }) =>
      load<Static<typeof Colleague>[]>(`${address}/people?q=${encodeURIComponent(q)}`, signal),
    enabled: q.trim().length >= 2,
    placeholderData: keepPreviousData,
  });

export const caseRightsQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'rights'],
    queryFn: ({ signal }) => load<CaseRights>(`/cases/${id}/rights`, signal),
  });

export const personRightsQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', id, 'rights'],
    queryFn: ({ signal }) => load<PersonRights>(`/people/${id}/rights`, signal),
  });

export const institutionsQuery = queryOptions({
  queryKey: ['institutions'],
  queryFn: ({ signal }) => load<InstitutionView[]>('/institutions', signal),
  staleTime: 5 * minute,
});

export const unitsQuery = (institution: string) =>
  queryOptions({
    queryKey: ['institutions', institution, 'units'],
    queryFn: ({ signal }) => load<UnitView[]>(`/institutions/${institution}/units`, signal),
    enabled: institution !== '',
    staleTime: 5 * minute,
  });

export const categoriesQuery = (institution: string) =>
  queryOptions({
    queryKey: ['institutions', institution, 'categories'],
    queryFn: ({ signal }) => load<CategoryView[]>(`/institutions/${institution}/categories`, signal),
    enabled: institution !== '',
    staleTime: 5 * minute,
  });

export const areasQuery = (q: string) =>
  queryOptions({
    queryKey: ['areas', q],
    queryFn: ({ signal }) => load<AreaView[]>(`/areas${queryString({ q, limit: 20 })}`, signal),
    enabled: q.trim().length >= 2,
    staleTime: 60 * minute,
    placeholderData: keepPreviousData,
  });

/** One area by its code, found among those that lie where it does; null where there is none. */
export const areaQuery = (code: string) =>
  queryOptions({
    queryKey: ['areas', 'one', code],
    queryFn: async ({ signal }): Promise<AreaView | null> => {
      const parent = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : '';
      const siblings = await load<AreaView[]>(`/areas?parent=${encodeURIComponent(parent)}`, signal);
      return siblings.find((area) => area.code === code) ?? null;
    },
    staleTime: 60 * minute,
  });

export const peopleQuery = (institution: string, q: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['people', institution, q, cursor],
    queryFn: ({ signal }) =>
      load<People>(`/institutions/${institution}/people${queryString({ q, cursor })}`, signal),
    enabled: institution !== '',
    placeholderData: keepPreviousData,
  });

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => load<Role[]>('/roles', signal),
  staleTime: 60 * minute,
});

export const notificationsQuery = queryOptions({
  queryKey: ['notifications', 'own'],
  queryFn: ({ signal }) => load<Notifications>('/notifications', signal),
  refetchInterval: minute,
});

export const olderNotificationsQuery = (cursor: string) =>
  queryOptions({
    queryKey: ['notifications', 'own', cursor],
    queryFn: ({ signal }) => load<Notifications>(`/notifications${queryString({ cursor })}`, signal),
    placeholderData: keepPreviousData,
  });

export const leaderQuery = (institution: string) =>
  queryOptions({
    queryKey: ['statistics', 'units', institution],
    queryFn: ({ signal }) => load<LeaderPage>(`/statistics/units${queryString({ institution })}`, signal),
    refetchInterval: minute,
  });

export const complianceQuery = (query: ComplianceQuery) =>
  queryOptions({
    queryKey: ['statistics', 'compliance', query],
    queryFn: ({ signal }) => load<Compliance>(`/statistics/compliance${queryString(query)}`, signal),
    enabled: query.procedure !== '',
    placeholderData: keepPreviousData,
  });

/** `part`: `cases`, `runs`, or `steps/<step>/cases`. */
export const casesOfFigureQuery = (
  part: string,
  query: Partial<StepCasesQuery> | ComplianceCasesQuery | RunsQuery,
) =>
  queryOptions({
    queryKey: ['statistics', 'compliance', part, query],
    queryFn: ({ signal }) =>
      load<CasesOfFigure>(`/statistics/compliance/${part}${queryString(query)}`, signal),
    placeholderData: keepPreviousData,
  });

export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: ({ signal }) => load<ProcedureListItem[]>('/procedures', signal),
  staleTime: 60 * minute,
});

export const procedureQuery = (institution: string, name: string) =>
  queryOptions({
    queryKey: ['procedures', institution, name],
    queryFn: ({ signal }) => load<ProcedureView>(`/procedures/${institution}/${name}`, signal),
    staleTime: 60 * minute,
  });
