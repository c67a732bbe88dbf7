import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { PersonView } from '../../../src/features/people/contract.ts';
import { peopleQuery, waysQuery } from '../../api/queries.ts';
import { TextField } from '../../parts/fields.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { PageTurn } from '../../parts/page-turn.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useText } from '../../text/text-context.tsx';
import { AdminPage } from './admin-page.tsx';
import { FirstPassword, type FirstPasswordShown } from './first-password.tsx';
import { InvitationLink } from './invitation-link.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PersonRow } from './person-row.tsx';
import { useInstitution } from './use-institution.ts';
import { useInvitations } from './use-invitations.ts';

/** The people of an institution and what they may do; nobody is deleted, an account is closed. */
export function PeoplePage(): ReactNode {
  const { t } = useText();
  const of = useInstitution();
  const [q, setQ] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery(peopleQuery(of.institution, q.trim(), trail.at(-1)));
  const [editing, setEditing] = useState<PersonView | 'new' | null>(null);
  const provider = useQuery(waysQuery()).data?.provider?.name ?? null;
  const [linking, setLinking] = useState<PersonView | null>(null);
  const { invited, setInvited, showInvited, act } = useInvitations();
  const [shown, setShown] = useState<FirstPasswordShown | null>(null);
  return (
    <AdminPage
      title={t('console.people.title')}
      of={of}
      addLabel={t('console.people.add')}
      onAdd={() => setEditing('new')}
      search={
        <>
          <search>
            <TextField
              label={t('console.people.search')}
              value={q}
              maxLength={120}
              unmarked
              onChange={(text) => {
                setQ(text);
                setTrail([]);
              }}
            />
          </search>
          <GroupsLink isShown={provider !== null} />
        </>
      }
    >
      {error !== null && data === undefined ? (
        <PageProblem error={error} retry={() => void refetch()} />
      ) : null}
      {data === undefined && error === null ? <Skeleton /> : null}
      {data?.items.length === 0 ? <p className="empty">{t('console.people.empty')}</p> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <Rows
          caption={t('console.people.title')}
          columns={[
            t('console.admin.name'),
            t('console.account.roles'),
            t('console.admin.state'),
            t('console.people.acts'),
          ]}
        >
          {data.items.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              provider={provider}
              onEdit={() => setEditing(person)}
              onMore={(what) => (what === 'link' ? setLinking(person) : act(what, person))}
              onPassword={setShown}
            />
          ))}
        </Rows>
      )}
      <PageTurn trail={trail} next={data?.next ?? null} onTurn={setTrail} />
      {editing === null ? null : (
        <PersonDialog
          institution={of.institution}
          person={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onPassword={setShown}
          onInvited={showInvited}
        />
      )}
      <Linking person={linking} provider={provider} onClose={() => setLinking(null)} />
      {invited === null ? null : <InvitationLink shown={invited} onClose={() => setInvited(null)} />}
      {shown === null ? null : <FirstPassword shown={shown} onClose={() => setShown(null)} />}
    </AdminPage>
  );
}

function GroupsLink({ isShown }: { readonly isShown: boolean }): ReactNode {
  const { t } = useText();
  if (!isShown) return null;
  return (
    <Link to="/petugas/grup" className="btn">
      {t('console.groups.title')}
    </Link>
  );
}

function Linking({
  person,
  provider,
  onClose,
}: {
  readonly person: PersonView | null;
  readonly provider: string | null;
  readonly onClose: () => void;
}): ReactNode {
  if (person === null || provider === null) return null;
  return <LinkDialog person={person} provider={provider} onClose={onClose} />;
}
