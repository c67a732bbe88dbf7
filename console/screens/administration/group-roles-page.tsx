import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { groupRolesQuery, waysQuery } from '../../api/queries.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from './admin-page.tsx';
import { GroupRoleDialog } from './group-role-dialog.tsx';
import { GroupRoleRow } from './group-role-row.tsx';
import { useInstitution } from './use-institution.ts';

/** What groups at the provider give in an institution. */
export function GroupRolesPage(): ReactNode {
  const { t } = useText();
  const of = useInstitution();
  const { data, error, refetch } = useQuery(groupRolesQuery(of.institution));
  const provider = useQuery(waysQuery()).data?.provider?.name ?? '';
  const [adding, setAdding] = useState(false);
  return (
    <AdminPage
      title={t('console.groups.title')}
      of={of}
      addLabel={t('console.groups.add')}
      onAdd={() => setAdding(true)}
      search={
        <Link to="/petugas" className="btn">
          {t('console.groups.back')}
        </Link>
      }
    >
      <p className="note">{t('console.groups.note', { name: provider })}</p>
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data?.used === false ? <p className="note">{t('console.groups.unused')}</p> : null}
      {data?.items.length === 0 ? <p className="empty">{t('console.groups.none')}</p> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <Rows
          caption={t('console.groups.title')}
          columns={[
            t('console.groups.group'),
            t('console.people.role'),
            t('console.groups.reach'),
            t('console.groups.remove'),
          ]}
        >
          {data.items.map((item) => (
            <GroupRoleRow key={item.id} item={item} />
          ))}
        </Rows>
      )}
      {adding ? <GroupRoleDialog institution={of.institution} onClose={() => setAdding(false)} /> : null}
    </AdminPage>
  );
}
