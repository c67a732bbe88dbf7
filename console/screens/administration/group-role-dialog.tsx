import { type ReactNode, useState } from 'react';
import type { GroupRoleInput } from '../../../src/features/people/contract.ts';
import { TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { OneGrant } from './one-grant.tsx';

interface GroupRoleDialogProps {
  readonly institution: string;
  readonly onClose: () => void;
}

export function GroupRoleDialog({ institution, onClose }: GroupRoleDialogProps): ReactNode {
  const { t } = useText();
  const [draft, setDraft] = useState<GroupRoleInput>({
    group: '',
    roleId: '',
    unitId: null,
    areaCode: null,
    categoryId: null,
  });
  return (
    <EditDialog
      title={t('console.groups.add')}
      method="POST"
      path={`/institutions/${institution}/group-roles`}
      body={() => draft}
      refresh={[['group-roles']]}
      said={t('console.admin.saved', { name: draft.group })}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <TextField
            label={t('console.groups.group')}
            hint={t('console.groups.group.hint')}
            required
            maxLength={200}
            value={draft.group}
            onChange={(group) => setDraft({ ...draft, group })}
            error={errors.group}
          />
          <OneGrant
            legend={t('console.people.role')}
            institution={institution}
            grant={draft}
            onChange={(grant) => setDraft({ ...draft, ...grant })}
          />
          {errors.grants === undefined ? null : <p className="field-error">{errors.grants}</p>}
        </>
      )}
    </EditDialog>
  );
}
