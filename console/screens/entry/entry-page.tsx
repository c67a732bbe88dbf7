import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { SubmissionDone } from '../../../src/features/submissions/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import { useTitle } from '../../app/use-title.ts';
import { CheckField, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { ArrivalFields } from './arrival-fields.tsx';
import { toSubmission } from './entry.ts';
import { ContactFields, MatterFields } from './entry-fields.tsx';
import { EntryReceipt } from './entry-receipt.tsx';
import { Scans } from './scans.tsx';
import { useEntry } from './use-entry.ts';
import './entry.css';

/**
 * The receipt that has not been read out yet. It is in no storage, and it outlives a click on a link beside
 * it: the code is shown once, and somebody may be waiting for it on the telephone.
 */
let unread: { readonly by: string; readonly done: SubmissionDone } | null = null;

/** Taking down what somebody says at the counter, in a letter or on the telephone, in their own words. */
export function EntryPage(): ReactNode {
  const { t } = useText();
  const { person } = useSession();
  const client = useQueryClient();
  const { entry, set, forget, restart } = useEntry('entry', {});
  const [done, setDone] = useState<SubmissionDone | null>(() =>
    unread?.by === person.id ? unread.done : null,
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  useTitle(t('console.entry.title'));

  const again = (): void => {
    unread = null;
    setDone(null);
    restart();
  };
  const submit = async (): Promise<void> => {
    setEmpty(entry.text.trim() === '');
    if (busy) return;
    if (entry.text.trim() === '') return place.current?.querySelector('textarea')?.focus();
    setBusy(true);
    const result = await send<SubmissionDone>('POST', '/entries', {
      body: toSubmission(entry, readerZone()),
      idempotencyKey: entry.token,
    });
    setBusy(false);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    forget();
    unread = { by: person.id, done: result.value };
    setDone(result.value);
    void client.invalidateQueries({ queryKey: ['cases'] });
  };

  if (done !== null) return <EntryReceipt done={done} onAgain={again} />;
  const errors = problem?.fields ?? {};
  return (
    <div className="page">
      <div className="head">
        <h1>{t('console.entry.title')}</h1>
        <p className="facts">{t('console.entry.intro')}</p>
      </div>
      <form
        ref={place}
        className="form pad narrow"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {problem === null ? null : <ProblemNote problem={problem} kept />}
        <ArrivalFields entry={entry} set={set} errors={errors} />
        <TextField
          label={t('console.entry.text')}
          hint={t('console.entry.text.hint')}
          rows={9}
          maxLength={20_000}
          required
          value={entry.text}
          onChange={(text) => set({ text })}
          error={empty ? t('console.required') : errors.text}
        />
        <CheckField
          label={t('console.entry.urgent')}
          hint={t('console.entry.urgent.hint')}
          value={entry.urgent}
          onChange={(urgent) => set({ urgent })}
        />
        <MatterFields entry={entry} set={set} errors={errors} />
        <Scans purposes={['evidence']} entry={entry} set={set} />
        <ContactFields entry={entry} set={set} errors={errors} />
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={busy}>
            {t(busy ? 'console.sending' : 'console.entry.send')}
          </button>
        </p>
      </form>
    </div>
  );
}
