import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import type {
  PersonCreated,
  PersonInput,
  PersonInvited,
  PersonView,
} from '../../../src/features/people/contract.ts';
import { waysQuery } from '../../api/queries.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from './edit-dialog.tsx';
import type { FirstPasswordShown } from './first-password.tsx';
import { GrantsField } from './grants-field.tsx';
import type { InvitedShown } from './invitation-link.tsx';

interface PersonDialogProps {
  readonly institution: string;
  readonly person: PersonView | null;
  readonly onClose: () => void;
  readonly onPassword: (shown: FirstPasswordShown) => void;
  readonly onInvited: (invited: InvitedShown) => void;
}

export function PersonDialog({
  institution,
  person,
  onClose,
  onPassword,
  onInvited,
}: PersonDialogProps): ReactNode {
  const { t } = useText();
  const canMail = useQuery(waysQuery()).data?.mail === true;
  const [how, setHow] = useState<'invitation' | 'password'>('invitation');
  const given = (person?.grants ?? []).filter(({ fromGroup }) => fromGroup === null);
  const followed = (person?.grants ?? []).filter(({ fromGroup }) => fromGroup !== null);
  const [draft, setDraft] = useState<PersonInput>({
    name: person?.name ?? '',
    email: person?.email ?? '',
    unitId: person?.unit?.id ?? null,
    active: person?.active ?? true,
    grants: given.map(({ roleId, unitId, areaCode, categoryId }) => ({
      roleId,
      unitId,
      areaCode,
      categoryId,
    })),
  });
  const set = (part: Partial<PersonInput>): void => setDraft({ ...draft, ...part });
  return (
    <EditDialog<Static<typeof PersonCreated> | Static<typeof PersonInvited> | PersonView>
      title={person?.name ?? t('console.people.add')}
      method={person === null ? 'POST' : 'PUT'}
      path={
        person === null
          ? `/institutions/${institution}/${how === 'password' ? 'people' : 'invitations'}`
          : `/people/${person.id}`
      }
      body={() => draft}
      refresh={[['people']]}
      said={t('console.admin.saved', { name: draft.name })}
      onClose={onClose}
      onDone={(answer) => {
        if (!('person' in answer)) return;
        const { name, email } = answer.person;
        if ('link' in answer) onInvited({ name, email, link: answer.link });
        else if (answer.password !== null) onPassword({ name, email, password: answer.password });
      }}
    >
      {(errors) => (
        <>
          <TextField
            label={t('console.admin.name')}
            required
            maxLength={120}
            value={draft.name}
            onChange={(name) => set({ name })}
            error={errors.name}
          />
          <TextField
            label={t('console.sign-in.email')}
            type="email"
            required
            maxLength={254}
            value={draft.email}
            onChange={(email) => set({ email })}
            error={errors.email}
          />
          <PickUnit
            institution={institution}
            label={t('console.account.unit')}
            value={draft.unitId}
            onChange={(unitId) => set({ unitId })}
            error={errors.unitId}
          />
          <GrantsField
            institution={institution}
            value={draft.grants}
            onChange={(grants) => set({ grants })}
            error={errors.grants}
          />
          {person === null ? (
            <SelectField
              label={t('console.invite.how')}
              value={how}
              onChange={(next) => setHow(next === 'password' ? 'password' : 'invitation')}
              options={[
                {
                  id: 'invitation',
                  name: t(canMail ? 'console.invite.by-mail' : 'console.invite.by-link'),
                },
                { id: 'password', name: t('console.invite.by-password') },
              ]}
            />
          ) : null}
          {followed.length === 0 ? null : (
            <p className="note">
              {t('console.people.from-groups')}{' '}
              {followed.map(({ roleName, fromGroup }) => `${roleName} (${fromGroup})`).join('; ')}
            </p>
          )}
          <CheckField
            label={t('console.people.is-active')}
            hint={t('console.people.is-active.hint')}
            value={draft.active}
            onChange={(active) => set({ active })}
          />
        </>
      )}
    </EditDialog>
  );
}
