import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { SubmissionDone } from '../../../src/features/submissions/contract.ts';
import { type Problem, send, serverNow } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import { useTitle } from '../../app/use-title.ts';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { type Language, longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { toInstant } from '../../text/wall-clock.ts';
import { type Entry, emptyEntry, entryChannels, toSubmission } from './entry.ts';
import { ContactFields, MatterFields } from './entry-fields.tsx';
import { EntryReceipt } from './entry-receipt.tsx';
import './entry.css';

/**
 * The receipt that has not been read out yet. It is in no storage, and it outlives a click on a link beside
 * it: the code is shown once, and somebody may be waiting for it on the telephone.
 */
let unread: { readonly by: string; readonly done: SubmissionDone } | null = null;

/** Taking down what somebody says on the telephone, at the counter or in a letter, in their own words. */
export function EntryPage(): ReactNode {
  const { t, language } = useText();
  const { person } = useSession();
  const client = useQueryClient();
  const memory = `tuntas.draft.${person.id}.entry`;
  const fresh = (): Entry => emptyEntry(person.institution?.id ?? '', new Date(serverNow()), readerZone());
  const [entry, setEntry] = useState<Entry>(() => ({ ...fresh(), ...readEntry(memory) }));
  const [done, setDone] = useState<SubmissionDone | null>(() =>
    unread?.by === person.id ? unread.done : null,
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  // One key per taking-down: sent twice over a bad line it is one submission.
  const key = useRef(crypto.randomUUID());
  const place = useRef<HTMLFormElement>(null);
  useTitle(t('console.entry.title'));

  const set = (part: Partial<Entry>): void => {
    const next = { ...entry, ...part };
    setEntry(next);
    sessionStorage.setItem(memory, JSON.stringify(next));
  };
  const again = (): void => {
    key.current = crypto.randomUUID();
    unread = null;
    setDone(null);
    setEntry(fresh());
  };
  const submit = async (): Promise<void> => {
    setEmpty(entry.text.trim() === '');
    if (busy) return;
    if (entry.text.trim() === '') return place.current?.querySelector('textarea')?.focus();
    setBusy(true);
    const result = await send<SubmissionDone>('POST', '/submissions', {
      body: toSubmission(entry, readerZone()),
      idempotencyKey: key.current,
    });
    setBusy(false);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    sessionStorage.removeItem(memory);
    unread = { by: person.id, done: result.value };
    setDone(result.value);
    void client.invalidateQueries({ queryKey: ['cases'] });
  };

  if (done !== null) return <EntryReceipt done={done} onAgain={again} />;
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
        <ChoiceField
          label={t('console.entry.channel')}
          value={entry.channel}
          onChange={(channel) => set({ channel })}
          options={entryChannels.map((id) => ({ id, name: t(`console.channel.${id}`) }))}
        />
        <TextField
          label={t('console.entry.received')}
          hint={`${inWords(entry.receivedAt, language)}${t('console.entry.received.hint')}`}
          type="datetime-local"
          required
          value={entry.receivedAt}
          onChange={(receivedAt) => set({ receivedAt })}
          error={problem?.fields.receivedAt}
        />
        <TextField
          label={t('console.entry.text')}
          hint={t('console.entry.text.hint')}
          rows={9}
          maxLength={20_000}
          required
          value={entry.text}
          onChange={(text) => set({ text })}
          error={empty ? t('console.required') : problem?.fields.text}
        />
        <MatterFields entry={entry} set={set} errors={problem?.fields ?? {}} />
        <ContactFields entry={entry} set={set} errors={problem?.fields ?? {}} />
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={busy}>
            {t(busy ? 'console.sending' : 'console.entry.send')}
          </button>
        </p>
      </form>
    </div>
  );
}

/** The moment that was picked, as it will be read: the field itself shows it in the browser's own way. */
function inWords(wall: string, language: Language): string {
  const instant = toInstant(wall, readerZone());
  return Number.isNaN(Date.parse(instant)) ? '' : `${longMoment(instant, readerZone(), language)}. `;
}

function readEntry(memory: string): Partial<Entry> {
  try {
    return JSON.parse(sessionStorage.getItem(memory) ?? '{}') as Partial<Entry>;
  } catch {
    return {};
  }
}
