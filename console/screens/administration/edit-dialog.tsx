import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { type Problem, send } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
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
  /** What the button says; else that it saves. */
  readonly act?: string;
  readonly onClose: () => void;
  readonly onDone?: (answer: T) => void;
  /** What was refused goes to its fields; the whole refusal where it says more. */
  readonly children: (errors: Readonly<Record<string, string>>, problem: Problem | null) => ReactNode;
}

/** A record in a window. A refusal leaves everything as it was typed, and nothing typed is left by mistake. */
export function EditDialog<T>(props: EditDialogProps<T>): ReactNode {
  const { title, method, path, body, refresh, said, act, onClose, onDone, children } = props;
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const saved = useRef(false);
  const [before] = useState(() => JSON.stringify(body()));
  const isChanged = (): boolean => !saved.current && JSON.stringify(body()) !== before;
  const away = useBlocker({ shouldBlockFn: isChanged, enableBeforeUnload: isChanged, withResolver: true });

  const leave = (): void => (isChanged() ? setLeaving(true) : onClose());
  const discard = (): void => {
    saved.current = true;
    onClose();
    if (away.status === 'blocked') away.proceed();
  };
  const stay = (): void => {
    setLeaving(false);
    if (away.status === 'blocked') away.reset();
  };
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await send<T>(method, path, { body: body() });
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    saved.current = true;
    for (const queryKey of refresh) await client.invalidateQueries({ queryKey: [...queryKey] });
    announce(said);
    onClose();
    onDone?.(result.value);
  };

  return (
    <Dialog title={title} onClose={leave}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem === null ? null : <ProblemNote problem={problem} kept />}
        {children(problem?.fields ?? {}, problem)}
        {leaving || away.status === 'blocked' ? <Unsaved onDiscard={discard} onStay={stay} /> : null}
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={busy}>
            {busy ? t('console.sending') : (act ?? t('console.save'))}
          </button>
          <button type="button" className="btn" onClick={leave}>
            {t('console.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
