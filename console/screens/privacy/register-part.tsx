import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ActivityView, RetentionView } from '../../../src/features/privacy/contract.ts';
import { registerQuery } from '../../api/privacy-queries.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { ContactSection } from './contact-section.tsx';

/** The processing register with the contact above it and the retention classes below; prints as a paper. */
export function RegisterPart({ institution }: { readonly institution: string }): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(registerQuery(institution));
  if (data === undefined) {
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} />;
  }
  const nameOf = (id: string): string => data.retention.find((one) => one.id === id)?.name ?? id;
  return (
    <div className="privacy-sheet">
      <ContactSection institution={institution} contact={data.contact} />
      <section aria-labelledby="h-register">
        <div className="privacy-head">
          <h2 id="h-register">{t('console.privacy.register')}</h2>
          <button type="button" className="btn noprint" onClick={() => window.print()}>
            {t('console.privacy.print')}
          </button>
        </div>
        <p className="note">{t('console.privacy.register.about')}</p>
        {data.activities.map((activity) => (
          <Activity key={activity.id} activity={activity} nameOf={nameOf} />
        ))}
      </section>
      <section aria-labelledby="h-retention">
        <h2 id="h-retention">{t('console.privacy.kept')}</h2>
        <Classes retention={data.retention} />
      </section>
    </div>
  );
}

const facts = ['purpose', 'basis', 'subjects', 'data', 'recipients', 'protection'] as const;

function Activity({
  activity,
  nameOf,
}: {
  readonly activity: ActivityView;
  readonly nameOf: (id: string) => string;
}): ReactNode {
  const { t } = useText();
  return (
    <article className="privacy-activity" aria-labelledby={`h-${activity.id}`}>
      <h3 id={`h-${activity.id}`}>{activity.name}</h3>
      <dl className="kv">
        {facts.map((fact) => (
          <div key={fact}>
            <dt>{t(`console.privacy.activity.${fact}`)}</dt>
            <dd>{activity[fact]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('console.privacy.activity.retention')}</dt>
          <dd>{activity.retention.map(nameOf).join('; ')}</dd>
        </div>
      </dl>
    </article>
  );
}

function Classes({ retention }: { readonly retention: readonly RetentionView[] }): ReactNode {
  const { t } = useText();
  return (
    <Rows
      caption={t('console.privacy.kept')}
      className="privacy-classes"
      columns={[t('console.privacy.class'), t('console.privacy.period'), t('console.privacy.law')]}
    >
      {retention.map((one) => (
        <Row key={one.id}>
          <RowHead>
            {one.name}
            <small>{one.covers}</small>
          </RowHead>
          <Cell name={t('console.privacy.period')}>
            {one.keep === null
              ? t('console.privacy.period.institution')
              : t(`console.privacy.period.${one.keep.unit}`, { amount: one.keep.amount })}
            <small>{t(`console.privacy.ends.${one.ends}`)}</small>
          </Cell>
          <Cell name={t('console.privacy.law')}>
            {one.law}
            <small>{one.source}</small>
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
