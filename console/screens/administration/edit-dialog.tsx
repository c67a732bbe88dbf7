import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Problem, send } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';

interface EditDialogProps<T> {
  readonly title: string;
  /** Where the whole record goes, and how. */
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: () => unknown;
  /** What is shown anew afterwards. */
  readonly refresh: readonly (readonly string[])[];
  readonly said: string;
  readonly onClose: () => void;
  readonly onDone?: (answer: T) => void;
  readonly children: (errors: Readonly<Record<string, string>>) => ReactNode;
}

/** A record in a window; a refusal leaves everything as it was typed. */
export function EditDialog<T>(props: EditDialogProps<T>): ReactNode {
  const { title, method, path, body, refresh, said, onClose, onDone, children } = props;
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await send<T>(method, path, { body: body() });
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    for (const queryKey of refresh) await client.invalidateQueries({ queryKey: [...queryKey] });
    announce(said);
    onClose();
    onDone?.(result.value);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem === null ? null : <ProblemNote problem={problem} kept />}
        {children(problem?.fields ?? {})}
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={busy}>
            {t(busy ? 'console.sending' : 'console.save')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t('console.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
