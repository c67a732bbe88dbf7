import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import type { PersonCreated, PersonView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { useNow } from '../../app/use-now.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead } from '../../parts/rows.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import type { FirstPasswordShown } from './first-password.tsx';

interface PersonRowProps {
  readonly person: PersonView;
  readonly onEdit: () => void;
  readonly onPassword: (shown: FirstPasswordShown) => void;
}

export function PersonRow({ person, onEdit, onPassword }: PersonRowProps): ReactNode {
  const { t, language } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const now = useNow();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sure, setSure] = useState<'password' | 'factor' | null>(null);
  const locked = person.lockedUntil !== null && Date.parse(person.lockedUntil) > now;

  const unlock = async (): Promise<void> => {
    const result = await send('DELETE', `/people/${person.id}/lock`);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['people'] });
    announce(t('console.people.unlocked', { name: person.name }), { focus: true });
  };
  const reset = async (): Promise<void> => {
    setSure(null);
    const result = await send<Static<typeof PersonCreated>>('POST', `/people/${person.id}/password`);
    if (!result.ok) return setProblem(result.error);
    const { password } = result.value;
    if (password !== null) onPassword({ name: person.name, email: person.email, password });
  };
  const takeFactor = async (): Promise<void> => {
    setSure(null);
    const result = await send('DELETE', `/people/${person.id}/second-factor`);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['people'] });
    announce(t('console.people.factor.taken', { name: person.name }), { focus: true });
  };

  return (
    <Row className={person.active ? undefined : 'off'}>
      <RowHead>
        <button type="button" className="name" onClick={onEdit}>
          {person.name}
        </button>
        <small>{[person.email, person.unit?.name].filter((part) => part !== undefined).join(', ')}</small>
        {problem === null ? null : <ProblemNote problem={problem} />}
      </RowHead>
      <Cell name={t('console.account.roles')}>
        {person.grants.length === 0
          ? t('console.people.no-roles')
          : person.grants
              .map((grant) =>
                grant.unitName === null ? grant.roleName : `${grant.roleName} (${grant.unitName})`,
              )
              .join('; ')}
      </Cell>
      <Cell name={t('console.admin.state')}>
        {t(person.active ? 'console.admin.active' : 'console.admin.inactive')}
        {locked && person.lockedUntil !== null ? (
          <small>
            {t('console.people.locked', {
              moment: shortMoment(person.lockedUntil, readerZone(), language, now),
            })}
          </small>
        ) : null}
      </Cell>
      <Cell>
        <span className="row-acts tight">
          {locked ? (
            <button type="button" className="btn" onClick={() => void unlock()}>
              {t('console.people.unlock')}
            </button>
          ) : null}
          {sure === null ? (
            <>
              <button type="button" className="btn" onClick={() => setSure('password')}>
                {t('console.people.reset')}
              </button>
              {person.secondFactor ? (
                <button type="button" className="btn" onClick={() => setSure('factor')}>
                  {t('console.people.factor')}
                </button>
              ) : null}
            </>
          ) : (
            <>
              <button
                type="button"
                className="btn"
                onClick={() => void (sure === 'password' ? reset() : takeFactor())}
              >
                {t(sure === 'password' ? 'console.people.reset.sure' : 'console.people.factor.sure')}
              </button>
              <button type="button" className="btn bare" onClick={() => setSure(null)}>
                {t('console.cancel')}
              </button>
            </>
          )}
        </span>
      </Cell>
    </Row>
  );
}
