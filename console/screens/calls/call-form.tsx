import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { CallView } from '../../../src/features/calls/contract.ts';
import type { SubmissionDone } from '../../../src/features/submissions/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { categoriesQuery } from '../../api/queries.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { reaches, toSubmission } from '../entry/entry.ts';
import type { KeptEntry } from '../entry/use-entry.ts';
import { ReadBack } from './read-back.tsx';

/** What the agent says at each place of the form. */
const steps = ['matter', 'place', 'contact', 'end'] as const;
type Step = (typeof steps)[number];

interface CallFormProps {
  readonly call: CallView;
  readonly kept: KeptEntry;
  readonly sendsSms: boolean;
  readonly onDone: (done: SubmissionDone) => void;
}

/**
 * The shortest way from a voice to a case, by keyboard: the words first, then place, number and answer, Ctrl+Enter from
 * anywhere. Everything else the verifier asks for.
 */
export function CallForm({ call, kept, sendsSms, onDone }: CallFormProps): ReactNode {
  const { t } = useText();
  const client = useQueryClient();
  const { entry, set } = kept;
  const [step, setStep] = useState<Step>('matter');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toText = (): void => form.current?.querySelector('textarea')?.focus();
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const submit = async (): Promise<void> => {
    setEmpty(entry.text.trim() === '');
    if (busy) return;
    if (entry.text.trim() === '') return toText();
    setBusy(true);
    // To the second, where the form of the counter knows the minute.
    const body = { ...toSubmission(entry, readerZone()), receivedAt: call.beganAt, call: call.id };
    const result = await send<SubmissionDone>('POST', '/entries', { body, idempotencyKey: entry.token });
    setBusy(false);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    onDone(result.value);
    void client.invalidateQueries({ queryKey: ['cases'] });
  };
  const byKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  };
  const errors = problem?.fields ?? {};
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onKeyDown={byKey}
      onFocus={({ target }) => setStep(stepAt(target))}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="script">
        <span className="dim">{t('console.calls.say')}</span> {t(`console.calls.say.${step}`)}
      </p>
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      <div data-step="matter">
        <TextField
          label={t('console.entry.text')}
          rows={5}
          maxLength={20_000}
          required
          value={entry.text}
          onChange={(text) => set({ text })}
          error={empty ? t('console.required') : errors.text}
        />
      </div>
      <div className="pair" data-step="place">
        <PickArea
          label={t('console.field.area')}
          value={entry.areaCode}
          name={entry.areaName}
          onChange={(areaCode, areaName) => set({ areaCode, areaName })}
          error={errors.areaCode}
        />
        <Category kept={kept} error={errors.category} />
      </div>
      <div data-step="contact">
        <Contact kept={kept} errors={errors} />
      </div>
      <div data-step="end">
        <CheckField
          label={t('console.entry.urgent')}
          hint={t('console.entry.urgent.hint')}
          value={entry.urgent}
          onChange={(urgent) => set({ urgent })}
        />
        <ReadBack entry={entry} sendsSms={sendsSms} />
        <p className="row-acts">
          <button type="submit" className="btn primary" disabled={busy}>
            {t(busy ? 'console.sending' : 'console.calls.send')} <kbd>Ctrl Enter</kbd>
          </button>
        </p>
      </div>
    </form>
  );
}

function stepAt(target: Element): Step {
  const at = target.closest<HTMLElement>('[data-step]')?.dataset.step;
  return steps.find((one) => one === at) ?? 'matter';
}

function Category({
  kept: { entry, set },
  error,
}: {
  readonly kept: KeptEntry;
  readonly error: string | undefined;
}): ReactNode {
  const { t } = useText();
  const { data = [] } = useQuery(categoriesQuery(entry.institution));
  return data.length === 0 ? null : (
    <SelectField
      label={t('console.field.category')}
      value={entry.category}
      onChange={(category) => set({ category })}
      error={error}
      empty={t('console.entry.category.none')}
      options={data.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))}
    />
  );
}

function Contact({
  kept: { entry, set },
  errors,
}: {
  readonly kept: KeptEntry;
  readonly errors: Readonly<Record<string, string>>;
}): ReactNode {
  const { t } = useText();
  return (
    <div className="form">
      <div className="pair">
        <TextField
          label={t('console.identity.phone')}
          type="tel"
          maxLength={30}
          value={entry.phone}
          onChange={(phone) => set({ phone })}
          error={errors['contact.phone'] ?? errors.phone}
        />
        <SelectField
          label={t('console.entry.reach')}
          value={entry.reach}
          onChange={(reach) => set({ reach: reaches.find((one) => one === reach) ?? '' })}
          error={errors.reach}
          empty={t('console.entry.reach.any')}
          options={byPhone.map((id) => ({ id, name: t(`console.entry.reach.${id}`) }))}
        />
      </div>
      <TextField
        label={t('console.identity.name')}
        maxLength={120}
        value={entry.name}
        onChange={(name) => set({ name })}
        error={errors['contact.name'] ?? errors.name}
      />
    </div>
  );
}

/** Whoever calls takes no paper along. */
const byPhone = ['sms', 'whatsapp', 'none'] as const;
