import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Absentees } from '../../../src/features/people/contract-deputies.ts';
import { type Problem, send } from '../../api/client.ts';
import { absenteesQuery } from '../../api/deputy-queries.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { civilDay } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from '../administration/admin-page.tsx';
import { DeputyForm } from './deputy-form.tsx';

type Absentee = Absentees['people'][number];

/** For a head of unit: the people of the unit, who stands in for each now or next, and naming somebody. */
export function DeputiesPage(): ReactNode {
  const { t } = useText();
  const client = useQueryClient();
  const { announce } = useAnnouncer();
  const [q, setQ] = useState('');
  const [naming, setNaming] = useState<Absentee | null>(null);
  const { data, error, refetch } = useQuery(absenteesQuery(q.trim()));
  const changed = async (words: string): Promise<void> => {
    setNaming(null);
    announce(words, { focus: true });
    await client.invalidateQueries({ queryKey: ['people'] });
  };
  return (
    <AdminPage
      title={t('console.deputies.title')}
      search={
        <search>
          <TextField label={t('deputy.search')} value={q} maxLength={80} unmarked onChange={setQ} />
        </search>
      }
    >
      <p className="note">{t('deputy.page.note')}</p>
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data?.people.length === 0 ? <p className="empty">{t('deputy.page.empty')}</p> : null}
      {data === undefined || data.people.length === 0 ? null : (
        <Rows
          caption={t('console.deputies.title')}
          columns={[t('console.admin.name'), t('deputy.deputies'), t('deputy.acts')]}
        >
          {data.people.map((person) => (
            <AbsenteeRow
              key={person.id}
              person={person}
              onName={() => setNaming(person)}
              onEnded={(name) => void changed(t('deputy.ended', { name }))}
            />
          ))}
        </Rows>
      )}
      {data?.more === true ? <p className="note">{t('deputy.page.more')}</p> : null}
      {naming === null ? null : (
        <Dialog title={t('deputy.for', { name: naming.name })} onClose={() => setNaming(null)}>
          <DeputyForm person={naming} onNamed={(name) => void changed(t('deputy.named', { name }))} />
        </Dialog>
      )}
    </AdminPage>
  );
}

interface AbsenteeRowProps {
  readonly person: Absentee;
  readonly onName: () => void;
  readonly onEnded: (deputy: string) => void;
}

function AbsenteeRow({ person, onName, onEnded }: AbsenteeRowProps): ReactNode {
  const { t, language } = useText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { next } = person;
  const end = async (): Promise<void> => {
    if (next === null) return;
    const result = await send('DELETE', `/deputyships/${next.id}`);
    if (result.ok) onEnded(next.deputy);
    else setProblem(result.error);
  };
  return (
    <Row>
      <RowHead>
        {person.name}
        {person.unit === null ? null : <small>{person.unit}</small>}
        {problem === null ? null : <ProblemNote problem={problem} />}
      </RowHead>
      <Cell name={t('deputy.deputies')}>
        {next === null ? (
          '–'
        ) : (
          <>
            <span className={next.isRunning ? 'strong' : undefined}>{next.deputy}</span>
            <small>
              {t(next.isRunning ? 'deputy.state.running' : 'deputy.state.coming')},{' '}
              {t('deputy.from-until', {
                from: civilDay(next.from, language),
                until: civilDay(next.until, language),
              })}
            </small>
          </>
        )}
      </Cell>
      <Cell>
        <span className="row-acts tight">
          <button
            type="button"
            className="btn"
            aria-label={t('deputy.name.of', { name: person.name })}
            onClick={onName}
          >
            {t('deputy.send')}
          </button>
          {next === null ? null : (
            <button
              type="button"
              className="btn bare"
              aria-label={t('deputy.end.of', { name: next.deputy })}
              onClick={() => void end()}
            >
              {t('deputy.end')}
            </button>
          )}
        </span>
      </Cell>
    </Row>
  );
}
