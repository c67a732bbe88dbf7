import type { ProcedureView } from '../../features/procedures/contract.ts';
import { limitWords } from '../../platform/i18n/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

export function SopListPage(props: { reader: Reader; procedures: readonly ProcedureView[] }) {
  const { reader, procedures } = props;
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
          </li>
        ))}
      </ul>
    </Shell>
  );
}
