import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InstitutionView } from '../../../src/features/organizations/contract.ts';
import { institutionsQuery } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';

/** The institution that is looked after: the person's own, or one of all for whoever belongs to none of them. */
export function useInstitution(): {
  readonly institution: string;
  readonly all: readonly InstitutionView[];
  readonly choose: (id: string) => void;
} {
  const { person } = useSession();
  const { data } = useQuery(institutionsQuery);
  const [chosen, choose] = useState(person.institution?.id ?? '');
  const all = (data ?? []).filter(({ id }) => person.institution === null || id === person.institution.id);
  return { institution: chosen === '' ? (all[0]?.id ?? '') : chosen, all, choose };
}
