import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { doors } from '../../../src/domain/access/doors.ts';
import type { PersonRights } from '../../../src/features/rights/contract.ts';
import { personRightsQuery } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from '../administration/admin-page.tsx';
import { DeputiesSection } from '../deputies/deputies-section.tsx';
import { Held } from './held.tsx';
import { usePermissionName } from './permission-name.ts';
import './rights.css';

/** One person: what they may see and do, each role with what follows from it. */
export function PersonRightsPage(): ReactNode {
  const { t } = useText();
  const { id } = useParams({ from: '/petugas/$id/hak' });
  const { person: self } = useSession();
  const { data, error, refetch } = useQuery(personRightsQuery(id));
  if (data === undefined) {
    return error === null ? (
      <Skeleton lines={10} />
    ) : (
      <PageProblem error={error} retry={() => void refetch()} whole />
    );
  }
  const { person, grants } = data;
  return (
    <AdminPage title={t('rights.of', { name: person.name })} note={person.unit ?? ''}>
      {person.active ? null : <p className="note">{t('rights.inactive')}</p>}
      {grants.length === 0 ? <p className="empty">{t('rights.person.none')}</p> : null}
      {grants.map((grant) => (
        <Grant
          key={[grant.role, grant.unit, grant.area, grant.category, grant.onBehalfOf?.name].join()}
          grant={grant}
        />
      ))}
      <p className="note">{t('rights.person.always')}</p>
      {person.active ? <DeputiesSection person={person} own={person.id === self.id} /> : null}
    </AdminPage>
  );
}

function Grant({ grant }: { readonly grant: PersonRights['grants'][number] }): ReactNode {
  const { t } = useText();
  const nameOf = usePermissionName();
  const ways = Object.entries(doors).filter(
    ([, door]) => typeof door !== 'string' && door.some((one) => grant.permissions.includes(one)),
  );
  return (
    <section className="held">
      <h2>
        <Held grant={grant} />
      </h2>
      <ul>
        {grant.permissions.map((permission) => (
          <li key={permission}>{nameOf(permission)}</li>
        ))}
      </ul>
      {grant.steps.length === 0 ? null : (
        <>
          <h3>{t('rights.steps')}</h3>
          <ul>
            {grant.steps.map(({ procedure, no, activity }) => (
              <li key={`${procedure} ${no}`}>{t('rights.step', { no, activity })}</li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{t('rights.ways', { count: ways.length })}</summary>
        <ul>
          {ways.map(([way]) => (
            <li key={way}>
              <code>{way}</code>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
