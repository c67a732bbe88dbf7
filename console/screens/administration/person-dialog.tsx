import { type ReactNode, useState } from 'react';
import type { Static } from 'typebox';
import type { PersonCreated, PersonInput, PersonView } from '../../../src/features/people/contract.ts';
import { CheckField, TextField } from '../../parts/fields.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from './edit-dialog.tsx';
import type { FirstPasswordShown } from './first-password.tsx';
import { GrantsField } from './grants-field.tsx';

interface PersonDialogProps {
  readonly institution: string;
  readonly person: PersonView | null;
  readonly onClose: () => void;
  readonly onPassword: (shown: FirstPasswordShown) => void;
}

export function PersonDialog({ institution, person, onClose, onPassword }: PersonDialogProps): ReactNode {
  const { t } = useText();
  const [draft, setDraft] = useState<PersonInput>({
    name: person?.name ?? '',
    email: person?.email ?? '',
    unitId: person?.unit?.id ?? null,
    active: person?.active ?? true,
    grants: (person?.grants ?? []).map(({ roleId, unitId, areaCode, categoryId }) => ({
      roleId,
      unitId,
      areaCode,
      categoryId,
    })),
  });
  const set = (part: Partial<PersonInput>): void => setDraft({ ...draft, ...part });
  return (
    <EditDialog<Static<typeof PersonCreated> | PersonView>
      title={person?.name ?? t('console.people.add')}
      method={person === null ? 'POST' : 'PUT'}
      path={person === null ? `/institutions/${institution}/people` : `/people/${person.id}`}
      body={() => draft}
      refresh={[['people']]}
      said={t('console.admin.saved', { name: draft.name })}
      onClose={onClose}
      onDone={(answer) => {
        if (!('password' in answer) || answer.password === null) return;
        onPassword({ name: answer.person.name, email: answer.person.email, password: answer.password });
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
