import { type ReactNode, useState } from 'react';
import type { RunDone, RunView } from '../../../src/features/retention/contract.ts';
import { longMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';
import type { RetentionProps } from './retention-props.ts';

/** Proposes what the dry run lists; it says once more that nothing happens before a second person confirms. */
export function ProposeButton({ institution, page }: RetentionProps): ReactNode {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  const count = page.items.filter(({ left }) => left === null).length;
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setAsking(true)}>
        {t('console.retention.propose')}
      </button>
      {asking ? (
        <EditDialog
          title={t('console.retention.propose')}
          method="POST"
          path={`/privacy/retention/runs?institution=${encodeURIComponent(institution)}`}
          body={() => undefined}
          refresh={[['privacy', institution]]}
          said={t('console.retention.proposed')}
          act={t('console.retention.propose')}
          onClose={() => setAsking(false)}
        >
          {() => <p>{t('console.retention.propose.sure', { count })}</p>}
        </EditDialog>
      ) : null}
    </>
  );
}

/** What was proposed: open ones wait for a second person. */
export function Runs({ page }: Pick<RetentionProps, 'page'>): ReactNode {
  const { t } = useText();
  const [left, setLeft] = useState<RunDone['left']>([]);
  const open = page.runs.filter(({ state }) => state === 'proposed');
  if (open.length === 0 && left.length === 0) return null;
  return (
    <section aria-labelledby="h-runs">
      <h2 id="h-runs">{t('console.retention.waiting')}</h2>
      {open.map((run) => (
        <Run key={run.id} run={run} zone={page.zone} onLeft={setLeft} />
      ))}
      {left.length === 0 ? null : (
        <div role="status">
          <p>{t('console.retention.left')}</p>
          <ul>
            {left.map((one) => (
              <li key={one.caseNumber}>
                {one.caseNumber}: {one.words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface RunProps {
  readonly run: RunView;
  readonly zone: string;
  /** What stayed after all, each with its reason. */
  readonly onLeft: (left: RunDone['left']) => void;
}

function Run({ run, zone, onLeft }: RunProps): ReactNode {
  const { t, language } = useText();
  const [asking, setAsking] = useState<'confirm' | 'withdraw' | null>(null);
  const when = longMoment(run.proposedAt, zone, language);
  return (
    <div className="privacy-run">
      <p>
        <b>{t('console.retention.run', { count: run.cases })}</b>
      </p>
      <p>{run.rule}</p>
      <p className="hint">{t('console.retention.run.by', { name: run.proposedBy, when })}</p>
      {run.acts.includes('confirm') ? null : <p className="note">{t('console.retention.second')}</p>}
      <p className="row-acts">
        {run.acts.map((act) => (
          <button
            key={act}
            type="button"
            className={act === 'confirm' ? 'btn primary' : 'btn'}
            onClick={() => setAsking(act)}
          >
            {t(`console.retention.act.${act}`)}
          </button>
        ))}
      </p>
      {asking === null ? null : (
        <EditDialog<RunDone>
          title={t(`console.retention.act.${asking}`)}
          method="POST"
          path={`/privacy/retention/runs/${run.id}/${asking === 'confirm' ? 'confirmation' : 'withdrawal'}`}
          body={() => undefined}
          refresh={[['privacy']]}
          said={t(`console.retention.done.${asking}`)}
          act={t(`console.retention.act.${asking}`)}
          onClose={() => setAsking(null)}
          onDone={(done) => onLeft(asking === 'confirm' ? done.left : [])}
        >
          {() => <p>{t(`console.retention.sure.${asking}`, { count: run.cases })}</p>}
        </EditDialog>
      )}
    </div>
  );
}
