import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useHolds } from '../../app/session.ts';

/** The case that a message belongs to, as a link for whoever reads cases. */
export function CaseNumber({
  id,
  number,
}: {
  readonly id: string | null;
  readonly number: string | null;
}): ReactNode {
  const holds = useHolds();
  if (number === null) return null;
  return (
    <small>
      {id !== null && holds('case.read') ? (
        <Link to="/perkara/$id" params={{ id }} className="link">
          {number}
        </Link>
      ) : (
        number
      )}
    </small>
  );
}
