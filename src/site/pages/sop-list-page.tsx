import { Fragment } from 'react';
import type { InstitutionView } from '../../features/organizations/contract.ts';
import type { ProcedureView } from '../../features/procedures/contract.ts';
import { limitWords } from '../../platform/i18n/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

interface SopListPageProps {
  readonly reader: Reader;
  readonly procedures: readonly ProcedureView[];
  readonly institutions: readonly InstitutionView[];
}

/** Every procedure that is in force, and who takes in reports by it. */
export function SopListPage({ reader, procedures, institutions }: SopListPageProps) {
  const { t } = reader;
  return (
    <Shell reader={reader} title={t('sop.list.title')} current="sop" styles={['sop.css']}>
      <div className="heading">
        <h1>{t('sop.list.title')}</h1>
        <p className="lead">{t('sop.list.lead')}</p>
      </div>
      <ul className="sop-list gap" role="list">
        {procedures.map((procedure) => (
          <li key={procedure.id}>
            <a href={`/sop/${procedure.id}`} lang="id">
              {procedure.title}
            </a>
            <p lang="id">{procedure.institution}</p>
            <p className="small">
              {t('sop.list.steps', { count: procedure.stepCount })}
              {procedure.time.overall !== null &&
                `, ${t('sop.list.overall', { limit: limitWords(reader, procedure.time.overall) })}`}
            </p>
            <Users reader={reader} users={institutions.filter((one) => one.procedureId === procedure.id)} />
          </li>
        ))}
      </ul>
    </Shell>
  );
}

function Users({ reader, users }: { reader: Reader; users: readonly InstitutionView[] }) {
  const { t } = reader;
  if (users.length === 0) return <p className="small">{t('sop.list.unused')}</p>;
  return (
    <p className="small">
      {t('sop.list.used-by')}{' '}
      {users.map(({ id, name }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <a href={`/instansi/${id}`}>{name}</a>
        </Fragment>
      ))}
    </p>
  );
}
