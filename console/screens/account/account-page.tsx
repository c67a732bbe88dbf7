import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Problem, send } from '../../api/client.ts';
import { ownSessionsQuery } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { useNow } from '../../app/use-now.ts';
import { useTitle } from '../../app/use-title.ts';
import { TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead, Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { DeputiesSection } from '../deputies/deputies-section.tsx';
import { browserName } from './browser-name.ts';
import { SecondFactor } from './second-factor.tsx';

/** The person's own page: who they are here, their password, where they are signed in. */
export function AccountPage(): ReactNode {
  const { t } = useText();
  const { person } = useSession();
  useTitle(t('console.account.title'));
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.account.title')}</h1>
      </div>
      <div className="pad narrow">
        <dl className="kv">
          <div>
            <dt>{t('console.account.name')}</dt>
            <dd>{person.name}</dd>
          </div>
          <div>
            <dt>{t('console.sign-in.email')}</dt>
            <dd>{person.email}</dd>
          </div>
          <div>
            <dt>{t('console.account.unit')}</dt>
            <dd>
              {[person.unit?.name, person.institution?.name]
                .filter((part) => part !== undefined)
                .join(', ') || '–'}
            </dd>
          </div>
          <div>
            <dt>{t('console.account.roles')}</dt>
            <dd>
              {person.roles
                .map((role) => (role.unit === null ? role.name : `${role.name} (${role.unit})`))
                .join('; ')}
            </dd>
          </div>
        </dl>
        {person.institution === null ? null : <DeputiesSection person={person} own />}
        <SecondFactor />
        <PasswordForm />
        <Sessions />
      </div>
    </div>
  );
}

function PasswordForm(): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [differs, setDiffers] = useState(false);
  const submit = async (): Promise<void> => {
    setDiffers(next !== again);
    if (next !== again) return;
    const result = await send('POST', '/session/password', { body: { current, next } });
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    setCurrent('');
    setNext('');
    setAgain('');
    announce(t('console.account.password.done'), { focus: true });
  };
  return (
    <section className="block">
      <h2>{t('console.account.password')}</h2>
      <p className="note">{t('console.account.password.note')}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem === null ? null : <ProblemNote problem={problem} />}
        <TextField
          label={t('console.account.password.current')}
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={setCurrent}
          error={problem?.fields.current}
        />
        <TextField
          label={t('console.account.password.next')}
          type="password"
          autoComplete="new-password"
          required
          value={next}
          onChange={setNext}
          error={problem?.fields.next}
        />
        <TextField
          label={t('console.account.password.again')}
          type="password"
          autoComplete="new-password"
          required
          value={again}
          onChange={setAgain}
          error={differs ? t('console.account.password.differs') : undefined}
        />
        <p className="row-acts">
          <button type="submit" className="btn primary">
            {t('console.account.password.send')}
          </button>
        </p>
      </form>
    </section>
  );
}

function Sessions(): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const { announce } = useAnnouncer();
  const { data, error, refetch } = useQuery(ownSessionsQuery);
  const [problem, setProblem] = useState<Problem | null>(null);
  const zone = readerZone();
  const nameOf = ({ userAgent }: { readonly userAgent: string }): string =>
    userAgent === '' ? t('console.account.sessions.unknown') : browserName(userAgent);
  const endOne = async (id: string): Promise<void> => {
    const result = await send('DELETE', `/session/all/${id}`);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    announce(t('console.account.sessions.ended'), { focus: true });
    await refetch();
  };
  const endAll = async (): Promise<void> => {
    const result = await send('DELETE', '/session/all');
    if (result.ok) window.location.assign('/konsol/');
    else setProblem(result.error);
  };
  return (
    <section className="block">
      <h2>{t('console.account.sessions')}</h2>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton lines={3} /> : null}
      {data === undefined ? null : (
        <Rows
          caption={t('console.account.sessions')}
          columns={[
            t('console.account.sessions.device'),
            t('console.account.sessions.since'),
            t('console.account.sessions.seen'),
            t('console.account.sessions.end-one'),
          ]}
        >
          {data.map((one) => (
            <Row key={one.id}>
              <RowHead className="wrap">
                {nameOf(one)}
                {one.current ? <small>{t('console.account.sessions.current')}</small> : null}
              </RowHead>
              <Cell name={t('console.account.sessions.since')}>
                {shortMoment(one.createdAt, zone, language, now)}
              </Cell>
              <Cell name={t('console.account.sessions.seen')}>
                {shortMoment(one.lastSeenAt, zone, language, now)}
              </Cell>
              <Cell>
                {one.current ? null : (
                  <button
                    type="button"
                    className="btn"
                    aria-label={t('console.account.sessions.end-one.of', { device: nameOf(one) })}
                    onClick={() => void endOne(one.id)}
                  >
                    {t('console.account.sessions.end-one')}
                  </button>
                )}
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      <p className="row-acts">
        <button type="button" className="btn" onClick={() => void endAll()}>
          {t('console.account.sessions.end')}
        </button>
      </p>
      <p className="note">{t('console.account.sessions.end.note')}</p>
    </section>
  );
}
