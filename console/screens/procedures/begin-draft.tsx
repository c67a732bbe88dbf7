import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DraftView } from '../../../src/features/procedures/contract.ts';
import { TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';

interface BeginDraftProps {
  readonly id: string;
  readonly version: number;
  readonly onClose: () => void;
}

/** The next version begins as this one; asked is only why. */
export function BeginDraft({ id, version, onClose }: BeginDraftProps): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  return (
    <EditDialog<DraftView>
      title={t('console.version.begin.title', { version })}
      method="POST"
      path="/procedures/drafts"
      body={() => ({ procedureId: id, basedOn: { procedureId: id, version }, reason })}
      refresh={[['drafts', 'open']]}
      said={t('console.version.begun')}
      onClose={onClose}
      onDone={(draft) => void navigate({ to: '/sop/naskah/$id', params: { id: draft.id } })}
    >
      {(errors) => (
        <TextField
          label={t('console.version.reason')}
          value={reason}
          onChange={setReason}
          hint={t('console.version.reason.hint')}
          maxLength={500}
          rows={2}
          required
          error={errors.reason}
        />
      )}
    </EditDialog>
  );
}
