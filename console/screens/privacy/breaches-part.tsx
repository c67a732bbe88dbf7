import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { breachesQuery } from '../../api/privacy-queries.ts';
import { useHolds } from '../../app/session.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { BreachClock } from './breach-clock.tsx';
import { BreachDialog } from './breach-dialog.tsx';

/** The register of breaches; one that is not closed shows how long is left to tell people of it. */
export function BreachesPart({ institution }: { readonly institution: string }): ReactNode {
  const { t, language } = useText();
  const holds = useHolds();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(breachesQuery(institution));
  const [adding, setAdding] = useState(false);
  if (data === undefined) {
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} />;
  }
  return (
    <section aria-labelledby="h-breaches">
      <div className="privacy-head">
        <h2 id="h-breaches">{t('console.privacy.part.kejadian')}</h2>
        {holds('privacy.manage') ? (
          <button type="button" className="btn primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t('console.breach.add')}
          </button>
        ) : null}
      </div>
      <p className="note">{t('console.breach.about')}</p>
      {data.length === 0 ? (
        <p className="empty">{t('console.breach.none')}</p>
      ) : (
        <Rows
          caption={t('console.privacy.part.kejadian')}
          columns={[
            t('console.breach.what'),
            t('console.breach.noticed'),
            t('console.breach.due'),
            t('console.breach.state'),
          ]}
        >
          {data.map((one) => (
            <Row key={one.id}>
              <RowHead>
                <Link to="/data-pribadi/kejadian/$id" params={{ id: one.id }} className="link">
                  {one.title}
                </Link>
              </RowHead>
              <Cell name={t('console.breach.noticed')}>
                {longMoment(one.noticedAt, readerZone(), language)}
              </Cell>
              <Cell name={t('console.breach.due')}>
                <BreachClock clock={one.clock} />
              </Cell>
              <Cell name={t('console.breach.state')}>
                {t(one.closedAt === null ? 'console.breach.open' : 'console.breach.closed')}
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      {adding ? (
        <BreachDialog
          institution={institution}
          breach={null}
          onClose={() => setAdding(false)}
          onDone={({ id }) => void navigate({ to: '/data-pribadi/kejadian/$id', params: { id } })}
        />
      ) : null}
    </section>
  );
}
