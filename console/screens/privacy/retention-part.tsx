import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { retentionQuery } from '../../api/privacy-queries.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { longDay } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { Deletions } from './deletions.tsx';
import { PeriodDialog } from './period-dialog.tsx';
import type { RetentionProps } from './retention-props.ts';
import { ProposeButton, Runs } from './runs.tsx';

/** Identities that have been kept long enough: a dry run, a proposal, a second person, and the register of what is gone. */
export function RetentionPart({ institution }: { readonly institution: string }): ReactNode {
  const { data, error, refetch } = useQuery(retentionQuery(institution));
  if (data === undefined) {
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} />;
  }
  return (
    <div className="privacy-sheet">
      <Period institution={institution} page={data} />
      <Runs page={data} />
      <Plan institution={institution} page={data} />
      <Held page={data} />
      <Deletions page={data} />
    </div>
  );
}

function Period({ institution, page }: RetentionProps): ReactNode {
  const { t, language } = useText();
  const [editing, setEditing] = useState(false);
  const { period, setting, law, zone } = page;
  return (
    <section aria-labelledby="h-period">
      <div className="privacy-head">
        <h2 id="h-period">{t('console.retention.period')}</h2>
        {page.acts.includes('set') ? (
          <button type="button" className="btn" onClick={() => setEditing(true)}>
            {t('console.retention.set')}
          </button>
        ) : null}
      </div>
      <p>
        <b>{t(`console.privacy.period.${period.unit}`, { amount: period.amount })}</b>{' '}
        {t('console.retention.after')}{' '}
        {setting === null
          ? t('console.retention.start')
          : t('console.retention.basis', {
              basis: setting.basis,
              name: setting.setBy,
              day: longDay(setting.setAt, zone, language),
            })}
      </p>
      <p className="note">{law}</p>
      {editing ? (
        <PeriodDialog institution={institution} page={page} onClose={() => setEditing(false)} />
      ) : null}
    </section>
  );
}

function Plan({ institution, page }: RetentionProps): ReactNode {
  const { t, language } = useText();
  const { items, zone } = page;
  return (
    <section aria-labelledby="h-plan">
      <div className="privacy-head">
        <h2 id="h-plan">{t('console.retention.plan')}</h2>
        {page.acts.includes('propose') ? <ProposeButton institution={institution} page={page} /> : null}
      </div>
      <p className="note">{t('console.retention.plan.about')}</p>
      {items.length === 0 ? (
        <p className="empty">{t('console.retention.plan.none')}</p>
      ) : (
        <Rows
          caption={t('console.retention.plan')}
          columns={[
            t('console.request.case'),
            t('console.retention.ended'),
            t('console.retention.until'),
            t('console.retention.outcome'),
          ]}
        >
          {items.map((one) => (
            <Row key={one.caseId} className={one.left === null ? undefined : 'off'}>
              <RowHead>
                <Link to="/perkara/$id" params={{ id: one.caseId }} className="link">
                  {one.caseNumber}
                </Link>
              </RowHead>
              <Cell name={t('console.retention.ended')}>{longDay(one.endedAt, zone, language)}</Cell>
              <Cell name={t('console.retention.until')}>{longDay(one.keptUntil, zone, language)}</Cell>
              <Cell name={t('console.retention.outcome')}>
                {one.left === null ? t('console.retention.goes', { files: one.files }) : one.left.words}
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      {page.hasMore ? <p className="note">{t('console.retention.more')}</p> : null}
    </section>
  );
}

function Held({ page }: Pick<RetentionProps, 'page'>): ReactNode {
  const { t } = useText();
  if (page.held.length === 0) return null;
  return (
    <section aria-labelledby="h-held">
      <h2 id="h-held">{t('console.retention.held')}</h2>
      <p className="note">{t('console.retention.held.about')}</p>
      <Rows
        caption={t('console.retention.held')}
        columns={[t('console.request.case'), t('console.retention.reason')]}
      >
        {page.held.map((one) => (
          <Row key={one.caseId}>
            <RowHead>
              <Link to="/perkara/$id" params={{ id: one.caseId }} className="link">
                {one.caseNumber}
              </Link>
            </RowHead>
            <Cell name={t('console.retention.reason')}>{one.reason}</Cell>
          </Row>
        ))}
      </Rows>
    </section>
  );
}
