import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DraftListItem, ProcedureListItem } from '../../../src/features/procedures/contract.ts';
import { draftsQuery } from '../../api/draft-queries.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { StartDialog } from './start-dialog.tsx';

/** The open drafts, and how to begin one; only for who keeps procedures. */
export function DraftListSection({
  procedures,
}: {
  readonly procedures: readonly ProcedureListItem[];
}): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(draftsQuery);
  const [starting, setStarting] = useState(false);
  return (
    <section className="pad" aria-labelledby="h-drafts">
      <h2 id="h-drafts">{t('console.drafts.title')}</h2>
      {error === null ? null : <PageProblem error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton lines={3} /> : null}
      {data?.items.length === 0 ? <p className="empty">{t('console.drafts.empty')}</p> : null}
      {data === undefined || data.items.length === 0 ? null : <Drafts items={data.items} />}
      <p className="row-acts">
        <button type="button" className="btn primary" onClick={() => setStarting(true)}>
          <Icon name="plus" />
          {t('console.drafts.start')}
        </button>
      </p>
      {starting ? <StartDialog procedures={procedures} onClose={() => setStarting(false)} /> : null}
    </section>
  );
}

function Drafts({ items }: { readonly items: readonly DraftListItem[] }): ReactNode {
  const { t, language } = useText();
  const columns = ['title', 'reason', 'authors', 'changed'].map((name) => t(`console.drafts.column.${name}`));
  return (
    <Rows caption={t('console.drafts.title')} columns={columns}>
      {items.map(({ id, title, procedureId, reason, authors, updatedAt, basedOn }) => (
        <Row key={id}>
          <RowHead>
            <Link to="/sop/naskah/$id" params={{ id }} className="link">
              {title === '' ? procedureId : title}
            </Link>
            <small>
              {basedOn === null
                ? t('console.drafts.from-file')
                : t('console.drafts.from-version', { version: basedOn.version })}
            </small>
          </RowHead>
          <Cell name={columns[1] ?? ''}>{reason}</Cell>
          <Cell name={columns[2] ?? ''}>{authors.map(({ name }) => name).join(', ')}</Cell>
          <Cell name={columns[3] ?? ''}>{longMoment(updatedAt, readerZone(), language)}</Cell>
        </Row>
      ))}
    </Rows>
  );
}
