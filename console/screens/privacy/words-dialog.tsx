import { type ReactNode, useState } from 'react';
import { TextField } from '../../parts/fields.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';

interface WordsDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  /** Takes the words as `text`. */
  readonly path: string;
  readonly said: string;
  readonly onClose: () => void;
}

/** A few words that go with an act. */
export function WordsDialog({ title, label, hint, path, said, onClose }: WordsDialogProps): ReactNode {
  const [text, setText] = useState('');
  return (
    <EditDialog
      title={title}
      method="POST"
      path={path}
      body={() => ({ text })}
      refresh={[['privacy']]}
      said={said}
      onClose={onClose}
    >
      {(errors) => (
        <TextField
          label={label}
          hint={hint}
          required
          rows={4}
          maxLength={8000}
          value={text}
          onChange={setText}
          error={errors.text}
        />
      )}
    </EditDialog>
  );
}
