import { type ReactNode, useId, useState } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import type { Problem } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { type Translate, useText } from '../../text/text-context.tsx';
import { flagOf, textOf } from './acts/field.ts';
import { useAct } from './use-act.ts';
import { useDraft } from './use-draft.ts';

/** One box for writing to the reporter or to colleagues; what is written says plainly who will read it. */
export function ReplyForm({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const mayWrite = view.acts.includes('message');
  const mayNote = view.acts.includes('note');
  const { values, set, discard } = useDraft(view.id, 'reply', () => ({
    text: '',
    substantive: false,
    inside: !mayWrite,
  }));
  const { busy, perform } = useAct(view);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!mayWrite && !mayNote) return null;
  const inside = !mayWrite || (mayNote && flagOf(values, 'inside'));
  const text = textOf(values, 'text').trim();

  const submit = async (): Promise<void> => {
    if (busy || text === '') return;
    setProblem(null);
    const result = inside
      ? await perform('note', { text }, view.version)
      : await perform('message', { text, substantive: flagOf(values, 'substantive') }, view.version);
    if (!result.ok) return setProblem(result.error);
    discard();
    set({ text: '', substantive: false });
    announce(t(inside ? 'console.act.note.done' : 'console.act.message.done', { number: view.number }));
  };

  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
      }}
    >
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      <label className="vh" htmlFor="reply">
        {t(inside ? 'console.field.internal-note' : 'console.field.message')}
      </label>
      <textarea
        id="reply"
        className={inside ? 'inside' : undefined}
        rows={2}
        maxLength={20_000}
        value={textOf(values, 'text')}
        onChange={(event) => set({ text: event.target.value })}
        placeholder={inside ? t('console.reply.inside.hint') : howReached(view, t)}
      />
      {inside || text === '' ? null : (
        <Substantive value={flagOf(values, 'substantive')} onChange={(substantive) => set({ substantive })} />
      )}
      <p>
        <button type="submit" className="btn" disabled={busy || text === ''}>
          {t(inside ? 'console.reply.note' : 'console.reply.send')} <kbd>Ctrl Enter</kbd>
        </button>
        {mayWrite && mayNote ? (
          <button
            type="button"
            className="btn bare"
            aria-pressed={inside}
            onClick={() => set({ inside: !inside })}
          >
            {t('console.reply.inside')}
          </button>
        ) : null}
      </p>
    </form>
  );
}

function howReached({ reach }: CaseView, t: Translate): string {
  if (reach === 'none') return t('console.reply.hint.code');
  return t('console.reply.hint', { reach: t(`console.reach.${reach}`) });
}

/** Asked once something stands in the box: whether it is an answer, which ends a deadline, or a word between. */
function Substantive({
  value,
  onChange,
}: {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}): ReactNode {
  const { t } = useText();
  const id = useId();
  return (
    <label className="check" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={value}
        aria-describedby={`${id}-about`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {t('console.field.substantive')}{' '}
        <small id={`${id}-about`}>{t('console.field.substantive.hint')}</small>
      </span>
    </label>
  );
}
