import { createContext, use } from 'react';
import type { Permission } from '../../src/domain/access/permissions.ts';
import type { SessionView } from '../../src/features/people/contract.ts';

export const SessionContext = createContext<SessionView | null>(null);

export function useSession(): SessionView {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs somebody signed in');
  return session;
}

/** Whether there is any work list for the person: cases to read, or tasks to work on. */
export function readsCases(holds: (permission: Permission) => boolean): boolean {
  return holds('case.read') || holds('assignment.work');
}

/** For menus only: whether the person holds the permission anywhere. What may be done with a case, the case says. */
export function useHolds(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
