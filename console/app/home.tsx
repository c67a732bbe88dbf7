import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { WorkList } from '../screens/work-list/work-list.tsx';
import { readsCases, useHolds } from './session.ts';

/** The first page: the work list, or for whoever has none the page that their role is there for. */
export function Home(): ReactNode {
  const holds = useHolds();
  if (readsCases(holds)) return <WorkList />;
  if (holds('case.read-sealed')) return <Navigate to="/wbs" replace />;
  if (holds('submission.enter')) return <Navigate to="/catat" replace />;
  if (holds('statistics.read')) return <Navigate to="/pusat-kendali" replace />;
  return <Navigate to={holds('people.manage') ? '/petugas' : '/sop'} replace />;
}
