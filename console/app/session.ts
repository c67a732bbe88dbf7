import { createContext, use } from 'react';
import type { Permission } from '../../src/domain/access/permissions.ts';
import type { SessionView } from '../../src/features/people/contract.ts';

export const SessionContext = createContext<SessionView | null>(null);

export function useSession(): SessionView {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs somebody signed in');
  return session;
}

/** For menus only: whether the person holds the permission anywhere. What may be done with a case, the case says. */
export function useHolds(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
