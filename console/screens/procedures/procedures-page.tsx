import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProcedureListItem } from '../../../src/features/procedures/contract.ts';
import { proceduresQuery } from '../../api/queries.ts';
import { useHolds } from '../../app/session.ts';
import { useTitle } from '../../app/use-title.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { DraftListSection } from './draft-list.tsx';

export function ProceduresPage(): ReactNode {
  const { t } = useText();
  const holds = useHolds();
  const { data, error, refetch } = useQuery(proceduresQuery);
  useTitle(t('console.procedures.title'));
  if (data === undefined) {
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} whole />;
  }
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.procedures.title')}</h1>
        <p className="facts">{t('console.procedures.note')}</p>
      </div>
      <div className="pad">
        {data.length === 0 ? <p className="empty">{t('console.procedures.empty')}</p> : null}
        {data.length === 0 ? null : <Procedures procedures={data} />}
      </div>
      {holds('procedure.manage') ? <DraftListSection procedures={data} /> : null}
    </div>
  );
}

function Procedures({ procedures }: { readonly procedures: readonly ProcedureListItem[] }): ReactNode {
  const { t } = useText();
  const columns = ['title', 'code', 'version', 'steps'].map((name) => t(`console.drafts.column.${name}`));
  return (
    <Rows caption={t('console.procedures.title')} columns={columns}>
      {procedures.map(({ id, title, institution: body, version, stepCount }) => {
        const [institution = '', name = ''] = id.split('/');
        return (
          <Row key={id}>
            <RowHead>
              <Link to="/sop/$institution/$name" params={{ institution, name }} className="link">
                {title}
              </Link>
              <small>{body}</small>
            </RowHead>
            <Cell name={columns[1] ?? ''} className="wrap">
              {id}
            </Cell>
            <Cell name={columns[2] ?? ''}>{version}</Cell>
            <Cell name={columns[3] ?? ''}>{stepCount}</Cell>
          </Row>
        );
      })}
    </Rows>
  );
}
