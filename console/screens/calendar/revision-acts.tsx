import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RevisionView } from '../../../src/features/calendars/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';
import { FaultList } from './fault-list.tsx';

type Act = Exclude<RevisionView['acts'][number], 'change'>;

/** Where each act goes, and what its words are called there; null: it takes none. */
const calls: Readonly<Record<Act, { readonly noun: string; readonly words: 'words' | 'reason' | null }>> = {
  'hand-over': { noun: 'handing-over', words: 'words' },
  apply: { noun: 'application', words: null },
  return: { noun: 'return', words: 'reason' },
  discard: { noun: 'discard', words: null },
};

/** Exactly what the reader may do with the draft now; the one that brings it further is the primary. */
export function RevisionActs({
  view,
  onChange,
}: {
  readonly view: RevisionView;
  readonly onChange: () => void;
}): ReactNode {
  const { t } = useText();
  const [open, setOpen] = useState<Act | null>(null);
  if (view.acts.length === 0) return null;
  const order = ['hand-over', 'apply', 'return', 'change', 'discard'] as const;
  const offered = order.filter((act) => view.acts.includes(act));
  const onward = offered.find((act) => act === 'hand-over' || act === 'apply');
  return (
    <div className="pad">
      {onward === undefined ? <p className="note">{t(waitingFor(view))}</p> : null}
      <p className="row-acts tight">
        {offered.map((act) => (
          <button
            key={act}
            type="button"
            className={act === onward ? 'btn primary' : 'btn'}
            onClick={() => (act === 'change' ? onChange() : setOpen(act))}
          >
            {t(`console.calendar.act.${act}`)}
          </button>
        ))}
      </p>
      {open === null ? null : <ActDialog key={open} act={open} view={view} onClose={() => setOpen(null)} />}
    </div>
  );
}

function waitingFor(view: RevisionView): string {
  return view.isHandedOver ? 'console.calendar.waits.second' : 'console.calendar.waits.author';
}

function ActDialog({
  act,
  view,
  onClose,
}: {
  readonly act: Act;
  readonly view: RevisionView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const call = calls[act];
  const submit = async (): Promise<void> => {
    setBusy(true);
    const body = { version: view.version, ...(call.words === null ? {} : { [call.words]: words }) };
    const result = await send<RevisionView>('POST', `/calendars/revisions/${view.id}/${call.noun}`, { body });
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['calendar'] });
    onClose();
    announce(t(`console.calendar.act.${act}.said`), { focus: true });
  };
  return (
    <Dialog title={t(`console.calendar.act.${act}`)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem === null ? null : (
          <ProblemNote problem={problem} kept={words !== ''}>
            <FaultList faults={problem.faults} line="console.calendar.fault.entry" />
          </ProblemNote>
        )}
        <p>{t(`console.calendar.act.${act}.about`)}</p>
        {call.words === null ? null : (
          <TextField
            label={t(`console.calendar.act.${act}.words`)}
            rows={3}
            maxLength={1000}
            required={call.words === 'reason'}
            value={words}
            onChange={setWords}
            error={problem?.fields[call.words]}
          />
        )}
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={busy}>
            {t(busy ? 'console.sending' : `console.calendar.act.${act}.go`)}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t('console.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
