import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import type { Result } from '../../../src/domain/shared/result.ts';
import type { RevisionView } from '../../../src/features/calendars/contract.ts';
import type { Problem } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { useText } from '../../text/text-context.tsx';
import { DecreeFields } from './decree-fields.tsx';
import { EntriesEditor } from './entries-editor.tsx';
import type { DecreeForm } from './entry.ts';
import { FaultList } from './fault-list.tsx';
import { FileField } from './file-field.tsx';

interface Props {
  readonly first: DecreeForm;
  readonly save: (form: DecreeForm) => Promise<Result<RevisionView, Problem>>;
  readonly onSaved: (view: RevisionView) => void | Promise<void>;
  readonly onCancel: () => void;
}

/** The decree and its lines. A refusal leaves all of it as typed, and says which line is at fault and why. */
export function RevisionForm({ first, save, onSaved, onCancel }: Props): ReactNode {
  const { t } = useText();
  const [form, setForm] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const saved = useRef(false);
  const isChanged = (): boolean => !saved.current && JSON.stringify(form) !== JSON.stringify(first);
  const away = useBlocker({ shouldBlockFn: isChanged, enableBeforeUnload: isChanged, withResolver: true });
  const set = (part: Partial<DecreeForm>): void => setForm({ ...form, ...part });

  const discard = (): void => {
    saved.current = true;
    if (away.status === 'blocked') away.proceed();
    else onCancel();
  };
  const stay = (): void => {
    setLeaving(false);
    if (away.status === 'blocked') away.reset();
  };
  const submit = async (): Promise<void> => {
    setBusy(true);
    const result = await save(form);
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    saved.current = true;
    await onSaved(result.value);
  };

  return (
    <form
      className="form pad decree"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {problem === null ? null : (
        <ProblemNote problem={problem} kept={problem.faults.length === 0}>
          <FaultList faults={problem.faults} line="console.calendar.fault.entry" />
        </ProblemNote>
      )}
      <DecreeFields form={form} set={set} errors={problem?.fields ?? {}} />
      <FileField form={form} set={set} />
      <EntriesEditor
        form={form}
        set={set}
        atFault={(problem?.faults ?? []).flatMap(({ line }) => line ?? [])}
      />
      {leaving || away.status === 'blocked' ? <Unsaved onDiscard={discard} onStay={stay} /> : null}
      <p className="row-acts">
        <button type="submit" className="btn primary" disabled={busy || form.entries.length === 0}>
          {t(busy ? 'console.sending' : 'console.calendar.save')}
        </button>
        <button type="button" className="btn" onClick={() => (isChanged() ? setLeaving(true) : onCancel())}>
          {t('console.cancel')}
        </button>
      </p>
    </form>
  );
}
