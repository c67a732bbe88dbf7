import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DeputyshipView } from '../../../src/features/people/contract-deputies.ts';
import { type Problem, send } from '../../api/client.ts';
import { deputiesQuery } from '../../api/deputy-queries.ts';
import { PageProblem } from '../../parts/page-problem.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { civilDay } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { DeputyForm } from './deputy-form.tsx';

interface PersonProps {
  readonly person: { readonly id: string; readonly name: string };
  /** Their own page: said to them, not of them. */
  readonly own: boolean;
}

/** Who stands in for a person, for whom they stand in, and naming somebody. */
export function DeputiesSection({ person, own }: PersonProps): ReactNode {
  const { t } = useText();
  const client = useQueryClient();
  const { announce } = useAnnouncer();
  const { data, error, refetch } = useQuery(deputiesQuery(person.id));
  const [problem, setProblem] = useState<Problem | null>(null);
  const changed = async (words: string): Promise<void> => {
    announce(words, { focus: true });
    await client.invalidateQueries({ queryKey: ['session'] });
    await client.invalidateQueries({ queryKey: ['people', person.id] });
  };
  const end = async ({ id, deputy }: DeputyshipView): Promise<void> => {
    const result = await send('DELETE', `/deputyships/${id}`);
    setProblem(result.ok ? null : result.error);
    if (result.ok) await changed(t('deputy.ended', { name: deputy.name }));
  };
  return (
    <section className="block">
      <h2>{t('deputy.title')}</h2>
      <p className="note">{t(own ? 'deputy.note.own' : 'deputy.note', { name: person.name })}</p>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton lines={2} /> : null}
      {data === undefined ? null : (
        <>
          <List title={t('deputy.deputies')} rows={data.deputies} side="deputy" onEnd={end} />
          <List title={t('deputy.stands-in')} rows={data.standsInFor} side="absent" />
        </>
      )}
      <DeputyForm person={person} onNamed={(name) => void changed(t('deputy.named', { name }))} />
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly rows: readonly DeputyshipView[];
  readonly side: 'deputy' | 'absent';
  readonly onEnd?: (row: DeputyshipView) => Promise<void>;
}

function List({ title, rows, side, onEnd }: ListProps): ReactNode {
  const { t, language } = useText();
  if (rows.length === 0) return null;
  return (
    <Rows caption={title} columns={[title, t('deputy.days'), t('console.admin.state'), t('deputy.end')]}>
      {rows.map((row) => (
        <Row key={row.id} className={row.state === 'over' || row.state === 'ended' ? 'off' : undefined}>
          <RowHead>
            {row[side].name}
            {row[side].unit === null ? null : <small>{row[side].unit}</small>}
          </RowHead>
          <Cell name={t('deputy.days')}>
            {t('deputy.from-until', {
              from: civilDay(row.from, language),
              until: civilDay(row.until, language),
            })}
            <small>{t(`deputy.reason.${row.reason}`)}</small>
          </Cell>
          <Cell name={t('console.admin.state')}>{t(`deputy.state.${row.state}`)}</Cell>
          <Cell>
            {onEnd === undefined || row.state === 'over' || row.state === 'ended' ? null : (
              <button
                type="button"
                className="btn"
                aria-label={t('deputy.end.of', { name: row.deputy.name })}
                onClick={() => void onEnd(row)}
              >
                {t('deputy.end')}
              </button>
            )}
          </Cell>
        </Row>
      ))}
    </Rows>
  );
}
