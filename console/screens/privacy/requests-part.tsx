import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DataRequestItem } from '../../../src/features/privacy/contract.ts';
import { requestsQuery } from '../../api/privacy-queries.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { longMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { AnswerDialog } from './answer-dialog.tsx';

/** What reporters ask about their own data: what waits, with its 3 × 24 hours, then what was answered. */
export function RequestsPart({ institution }: { readonly institution: string }): ReactNode {
  const { t } = useText();
  const { data, error, refetch } = useQuery(requestsQuery(institution));
  const [answering, setAnswering] = useState<DataRequestItem | null>(null);
  if (data === undefined) {
    return error === null ? <Skeleton /> : <PageProblem error={error} retry={() => void refetch()} />;
  }
  return (
    <section aria-labelledby="h-requests">
      <h2 id="h-requests">{t('console.privacy.part.permintaan')}</h2>
      <p className="note">{t('console.request.about')}</p>
      {data.length === 0 ? (
        <p className="empty">{t('console.request.none')}</p>
      ) : (
        <Rows
          caption={t('console.privacy.part.permintaan')}
          columns={[
            t('console.request.what'),
            t('console.request.case'),
            t('console.request.due'),
            t('console.request.answer'),
          ]}
        >
          {data.map((one) => (
            <Request key={`${one.caseId} ${one.number}`} request={one} onAnswer={() => setAnswering(one)} />
          ))}
        </Rows>
      )}
      {answering === null ? null : <AnswerDialog request={answering} onClose={() => setAnswering(null)} />}
    </section>
  );
}

function Request({
  request,
  onAnswer,
}: {
  readonly request: DataRequestItem;
  readonly onAnswer: () => void;
}): ReactNode {
  const { t, language } = useText();
  const { caseId, caseNumber, kind, reason, due, zone, answer, isLate } = request;
  return (
    <Row>
      <RowHead>
        {t(`console.request.kind.${kind}`)}
        <small className="privacy-words">{reason}</small>
      </RowHead>
      <Cell name={t('console.request.case')}>
        <Link to="/perkara/$id" params={{ id: caseId }} className="link">
          {caseNumber}
        </Link>
      </Cell>
      <Cell name={t('console.request.due')}>
        <time dateTime={due} className={isLate ? 'late' : undefined}>
          {longMoment(due, zone, language)}
        </time>
        {isLate ? <small className="late">{t('console.request.late')}</small> : null}
      </Cell>
      <Cell name={t('console.request.answer')}>
        {answer === null ? (
          <button type="button" className="btn primary" onClick={onAnswer}>
            {t('console.request.do')}
            <span className="vh"> {caseNumber}</span>
          </button>
        ) : (
          <>
            {t(`console.request.outcome.${answer.outcome}`)}
            <small>{longMoment(answer.at, zone, language)}</small>
            <small className="privacy-words">{answer.words}</small>
          </>
        )}
      </Cell>
    </Row>
  );
}
