import type { ReactNode } from 'react';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { longMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import type { RetentionProps } from './retention-props.ts';

/** The register of what is gone: what, when, by whom, by which rule. It holds no personal data, and no line leaves it. */
export function Deletions({ page }: Pick<RetentionProps, 'page'>): ReactNode {
  const { t, language } = useText();
  return (
    <section aria-labelledby="h-deletions">
      <h2 id="h-deletions">{t('console.retention.register')}</h2>
      {page.deletions.length === 0 ? (
        <p className="empty">{t('console.retention.register.none')}</p>
      ) : (
        <Rows
          caption={t('console.retention.register')}
          columns={[
            t('console.request.case'),
            t('console.retention.gone'),
            t('console.retention.rule'),
            t('console.retention.by'),
          ]}
        >
          {page.deletions.map((one) => (
            <Row key={`${one.caseNumber} ${one.at}`}>
              <RowHead>{one.caseNumber}</RowHead>
              <Cell name={t('console.retention.gone')}>
                {longMoment(one.at, page.zone, language)}
                <small>{t('console.retention.files', { files: one.files })}</small>
              </Cell>
              <Cell name={t('console.retention.rule')}>{one.rule}</Cell>
              <Cell name={t('console.retention.by')}>
                {[one.proposedBy, one.confirmedBy].filter((name) => name !== null).join(', ') ||
                  t('console.retention.by.terminal')}
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
}
