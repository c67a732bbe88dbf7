import { useQuery } from '@tanstack/react-query';
import type { InstitutionView } from '../../../src/features/organizations/contract.ts';
import type { ProcedureListItem } from '../../../src/features/procedures/contract.ts';
import { institutionsQuery, proceduresQuery } from '../../api/queries.ts';
import type { ComplianceSearch } from '../../app/compliance-search.ts';
import { useSession } from '../../app/session.ts';

export interface ShownSop {
  readonly sop: string;
  readonly institution: string;
  readonly procedures: readonly ProcedureListItem[];
  /** Null where the person belongs to one. */
  readonly institutions: readonly InstitutionView[] | null;
}

/** The SOP that the page is about: the one the address names, else the institution's own. Undefined while it loads. */
export function useShownSop(search: ComplianceSearch): ShownSop | undefined {
  const { person } = useSession();
  const { data: institutions } = useQuery(institutionsQuery);
  const { data: procedures } = useQuery(proceduresQuery);
  if (institutions === undefined || procedures === undefined) return undefined;
  const own = person.institution?.id;
  const institution = own ?? search.institution ?? institutions[0]?.id ?? '';
  const usual = institutions.find(({ id }) => id === institution)?.procedureId;
  const sop = search.sop ?? usual ?? procedures[0]?.id ?? '';
  return { sop, institution, procedures, institutions: own === undefined ? institutions : null };
}
