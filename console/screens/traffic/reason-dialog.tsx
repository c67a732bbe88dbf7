import { type ReactNode, useState } from 'react';
import { ChoiceField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';

interface Props {
  readonly title: string;
  readonly note: string;
  /** Takes the reason as `reason`. */
  readonly path: string;
  readonly act: string;
  readonly said: string;
  readonly reasons: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** An act that needs one of a few reasons. */
export function ReasonDialog({ title, note, path, act, said, reasons, onClose }: Props): ReactNode {
  const { t } = useText();
  const [reason, setReason] = useState(reasons[0]?.id ?? '');
  return (
    <EditDialog
      title={title}
      method="POST"
      path={path}
      body={() => ({ reason })}
      refresh={[['traffic']]}
      said={said}
      act={act}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <p className="note">{note}</p>
          <ChoiceField
            label={t('console.traffic.reason')}
            value={reason}
            options={reasons}
            onChange={setReason}
            error={errors.reason}
            stacked
          />
        </>
      )}
    </EditDialog>
  );
}
