import { type ReactNode, useId, useRef, useState } from 'react';
import type { CaseView, OfficerAct } from '../../../../src/features/cases/contract.ts';
import type { Problem } from '../../../api/client.ts';
import { ChoiceField } from '../../../parts/fields.tsx';
import { useAnnouncer } from '../../../parts/status-line.tsx';
import { useText } from '../../../text/text-context.tsx';
import { ChangedNote } from '../changed-note.tsx';
import { KeptNote } from '../kept-note.tsx';
import { useAct } from '../use-act.ts';
import { useDraft, usePutDraft } from '../use-draft.ts';
import { ActFields } from './act-fields.tsx';
import { stillEmpty } from './act-form.tsx';
import { actForms } from './acts.ts';
import { missing, textOf, type Values } from './field.ts';
import { UsualUnit } from './usual-unit.tsx';

interface VerifyAsOursProps {
  readonly view: CaseView;
  readonly onDone: () => void;
  readonly onOpen: (act: OfficerAct) => void;
}

const nexts = ['disposition', 'answer', 'later'] as const;
type Next = (typeof nexts)[number];

/**
 * "Yes, ours": the class of the matter, and in the same stroke where it goes. Two acts in a row, the second
 * only if the server then lists it; if it is refused, the first stands and the second's words are kept.
 */
export function VerifyAsOurs({ view, onDone, onOpen }: VerifyAsOursProps): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const { busy, perform } = useAct(view);
  const forms = {
    verification: actForms.verification,
    disposition: actForms.disposition,
    answer: actForms.answer,
  };
  const putDraft = usePutDraft();
  const draft = useDraft(view.id, 'verify-as-ours', () => ({
    ...forms.verification.start(view),
    next: 'disposition',
    unitId: null,
    copyUnitIds: [],
    text: '',
  }));
  const { values, set, discard } = draft;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState<readonly string[]>([]);
  const [seen] = useState(view.version);
  const place = useRef<HTMLFormElement>(null);
  const group = useId();
  // Another procedure may lead to another desk: the server says what this person goes on to do.
  const offered = nexts.filter((one) => one === 'later' || view.actsOnceVerified.includes(one));
  const mayGoOn = offered.length > 1;
  const next: Next = offered.find((one) => one === textOf(values, 'next')) ?? 'later';
  const nextFields =
    next === 'later' ? [] : forms[next].fields(view).filter((field) => field.name !== 'note');
  const fields = forms.verification.fields(view);
  const errors = {
    ...Object.fromEntries(
      stillEmpty(empty, [...fields, ...nextFields], values).map((name) => [name, t('console.required')]),
    ),
    ...problem?.fields,
  };

  const submit = async (): Promise<void> => {
    if (busy) return;
    const left = missing([...fields, ...nextFields], values);
    setEmpty(left);
    if (left.length > 0) {
      requestAnimationFrame(() =>
        place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    setProblem(null);
    const verified = await perform('verification', forms.verification.body(values), view.version);
    if (!verified.ok) return setProblem(verified.error);
    discard();
    if (next === 'later' || !verified.value.acts.includes(next)) {
      announce(t('console.act.verification.done', { number: view.number }), { focus: true });
      return onDone();
    }
    const further = dispositionOrAnswer(next, values);
    const sent =
      next === 'disposition'
        ? await perform('disposition', forms.disposition.body(further), verified.value.version)
        : await perform('answer', forms.answer.body(further), verified.value.version);
    if (sent.ok) {
      announce(t(`console.act.${next}.done`, { number: view.number }), { focus: true });
      return onDone();
    }
    putDraft(view.id, next, further);
    announce(t('console.verify.half', { problem: sent.error.title }), { focus: true });
    onOpen(next);
  };

  return (
    <form
      ref={place}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      <fieldset className="ask" aria-describedby={group}>
        <legend>
          <b>2</b>
          <span>{t('console.verify.class')}</span>
        </legend>
        <div className="form">
          <p className="vh" id={group}>
            {t('console.verify.class.hint')}
          </p>
          <KeptNote draft={draft} />
          <ChangedNote view={view} since={seen} problem={problem} kept />
          <ActFields view={view} fields={fields} values={values} set={set} errors={errors} />
        </div>
      </fieldset>
      {mayGoOn ? (
        <fieldset className="ask">
          <legend>
            <b>3</b>
            <span>{t('console.verify.next')}</span>
          </legend>
          <div className="form">
            <ChoiceField
              label={t('console.verify.follow-up')}
              value={next}
              onChange={(value) => set({ next: value })}
              hint={t(`console.verify.next.${next}.hint`)}
              options={offered.map((id) => ({ id, name: t(`console.verify.next.${id}`) }))}
            />
            {next === 'disposition' ? <UsualUnit view={view} values={values} set={set} /> : null}
            <ActFields view={view} fields={nextFields} values={values} set={set} errors={errors} />
          </div>
        </fieldset>
      ) : null}
      <p className="verify-foot">
        <button type="submit" className="btn primary" disabled={busy}>
          {t(busy ? 'console.sending' : `console.verify.send.${next}`)} <kbd>Ctrl Enter</kbd>
        </button>
      </p>
    </form>
  );
}

/** The second act's own values; its note to the unit is the note written at verification. */
function dispositionOrAnswer(next: 'disposition' | 'answer', values: Values): Values {
  if (next === 'answer') return { text: textOf(values, 'text') };
  return {
    unitId: values.unitId ?? null,
    copyUnitIds: values.copyUnitIds ?? [],
    note: textOf(values, 'note'),
  };
}
