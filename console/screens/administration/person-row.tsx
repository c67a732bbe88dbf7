import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import type { Static } from 'typebox';
import type { PersonCreated, PersonView } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { useNow } from '../../app/use-now.ts';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Cell, Row, RowHead } from '../../parts/rows.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { readerZone, shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import type { FirstPasswordShown } from './first-password.tsx';

/** What opens a window of its own. */
export type MoreAct = 'link' | 'invite' | 'withdraw';

interface PersonRowProps {
  readonly person: PersonView;
  /** What the provider is called; null where there is none. */
  readonly provider: string | null;
  readonly onEdit: () => void;
  readonly onMore: (what: MoreAct) => void;
  readonly onPassword: (shown: FirstPasswordShown) => void;
}

export function PersonRow({ person, provider, onEdit, onMore, onPassword }: PersonRowProps): ReactNode {
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
        {/* On the line of the name, which is short: behind a long unit it would wrap. */}
        <Link to="/petugas/$id/hak" params={{ id: person.id }} className="link rights-of">
          {t('console.people.rights')}
        </Link>
        <small>{[person.email, person.unit?.name].filter((part) => part !== undefined).join(', ')}</small>
        {problem === null ? null : <ProblemNote problem={problem} />}
      </RowHead>
      <Cell name={t('console.account.roles')}>
        {person.grants.length === 0
          ? t('console.people.no-roles')
          : person.grants.map((grant) => roleText(grant, t)).join('; ')}
      </Cell>
      <Cell name={t('console.admin.state')}>
        {t(person.active ? 'console.admin.active' : 'console.admin.inactive')}
        <Facts person={person} provider={provider} now={now} />
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
              <MoreMenu person={person} provider={provider} onMore={onMore} />
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

/** What is done seldom, or opens a window of its own. */
function MoreMenu({
  person,
  provider,
  onMore,
}: Pick<PersonRowProps, 'person' | 'provider' | 'onMore'>): ReactNode {
  const { t } = useText();
  return (
    <MenuTrigger>
      <Button className="btn bare" aria-label={t('console.people.more', { name: person.name })}>
        <Icon name="more" />
      </Button>
      <Popover className="menu" placement="bottom end">
        <Menu onAction={(key) => onMore(key as MoreAct)}>
          {provider === null ? null : (
            <MenuItem id="link" className="menu-item">
              {t('console.people.link', { name: provider })}
            </MenuItem>
          )}
          {person.active ? (
            <MenuItem id="invite" className="menu-item">
              {t('console.invite.again')}
            </MenuItem>
          ) : null}
          {person.invitation === null ? null : (
            <MenuItem id="withdraw" className="menu-item">
              {t('console.invite.withdraw')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What else an administrator ought to see at a glance. */
function Facts({
  person,
  provider,
  now,
}: {
  readonly person: PersonView;
  readonly provider: string | null;
  readonly now: number;
}): ReactNode {
  const { t } = useText();
  return (
    <>
      {person.providerSince === null || provider === null ? null : (
        <small>{t('console.people.linked', { name: provider })}</small>
      )}
      {person.active || person.openAssignments === 0 ? null : (
        <small>{t('console.people.open-work', { count: person.openAssignments })}</small>
      )}
      <InvitationState invitation={person.invitation} now={now} />
    </>
  );
}

/** How an open invitation stands. */
function InvitationState({
  invitation,
  now,
}: {
  readonly invitation: PersonView['invitation'];
  readonly now: number;
}): ReactNode {
  const { t, language } = useText();
  if (invitation === null) return null;
  const isOver = Date.parse(invitation.expiresAt) <= now;
  const moment = shortMoment(invitation.expiresAt, readerZone(), language, now);
  return <small>{t(`console.invite.state.${isOver ? 'over' : invitation.delivery}`, { moment })}</small>;
}

/** A role, and in brackets where it holds and which group gave it. */
function roleText(
  { roleName, unitName, fromGroup }: PersonView['grants'][number],
  t: ReturnType<typeof useText>['t'],
): string {
  const group = fromGroup === null ? null : t('console.people.from-group', { group: fromGroup });
  const where = [unitName, group].filter((part) => part !== null).join(', ');
  return where === '' ? roleName : `${roleName} (${where})`;
}
