import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DraftView, ProcedureListItem } from '../../../src/features/procedures/contract.ts';
import { draftsQuery } from '../../api/draft-queries.ts';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';

/** The open drafts, and how to begin one; only for who keeps procedures. */
export function DraftListSection({
  procedures,
}: {
  readonly procedures: readonly ProcedureListItem[];
}): ReactNode {
  const { t, language } = useText();
  const { data, error, refetch } = useQuery(draftsQuery);
  const [starting, setStarting] = useState(false);
  return (
    <section className="pad" aria-labelledby="h-drafts">
      <h2 id="h-drafts">{t('console.drafts.title')}</h2>
      {error === null ? null : <PageProblem error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 ? <p className="empty">{t('console.drafts.empty')}</p> : null}
      <ul className="plain-list">
        {data?.items.map((one) => (
          <li key={one.id}>
            <Link to="/sop/naskah/$id" params={{ id: one.id }} className="link">
              {one.title === '' ? one.procedureId : one.title}
            </Link>{' '}
            <span className="dim">
              {t('console.drafts.since', {
                names: one.authors.map(({ name }) => name).join(', '),
                date: longMoment(one.createdAt, readerZone(), language),
              })}{' '}
              {one.reason}
            </span>
          </li>
        ))}
      </ul>
      <p className="row-acts">
        <button type="button" className="btn" onClick={() => setStarting(true)}>
          {t('console.drafts.start')}
        </button>
      </p>
      {starting ? <StartDialog procedures={procedures} onClose={() => setStarting(false)} /> : null}
    </section>
  );
}

function StartDialog({
  procedures,
  onClose,
}: {
  readonly procedures: readonly ProcedureListItem[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const [id, setId] = useState(procedures[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [yaml, setYaml] = useState<string | null>(null);
  const version = procedures.find((one) => one.id === id)?.version ?? 1;
  return (
    <EditDialog<DraftView>
      title={t('console.drafts.start')}
      method="POST"
      path="/procedures/drafts"
      body={() => ({
        procedureId: id,
        reason,
        ...(yaml === null ? { basedOn: { procedureId: id, version } } : { yaml }),
      })}
      refresh={[['drafts', 'open']]}
      said={t('console.drafts.started')}
      onClose={onClose}
      onDone={(draft) => void navigate({ to: '/sop/naskah/$id', params: { id: draft.id } })}
    >
      {(errors) => (
        <>
          <SelectField
            label={t('console.drafts.procedure')}
            value={id}
            options={procedures.map((one) => ({ id: one.id, name: one.title }))}
            onChange={setId}
            error={errors.procedureId}
          />
          <TextField
            label={t('console.drafts.reason')}
            value={reason}
            onChange={setReason}
            maxLength={500}
            rows={2}
            required
            error={errors.reason}
          />
          <label className="stack">
            <span>
              {t('console.drafts.yaml')} <small>{t('console.optional')}</small>
            </span>
            <input
              className="field"
              type="file"
              accept=".yaml,.yml"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file === undefined) setYaml(null);
                else void file.text().then(setYaml);
              }}
            />
          </label>
        </>
      )}
    </EditDialog>
  );
}
