import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { caseKinds, secrecyLevels } from '../../../src/domain/cases/words.ts';
import type { SubmissionDone } from '../../../src/features/submissions/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { categoriesQuery, institutionsQuery } from '../../api/queries.ts';
import { useSession } from '../../app/session.ts';
import { useTitle } from '../../app/use-title.ts';
import { ChoiceField, SelectField, TextField } from '../../parts/fields.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { type Entry, emptyEntry, entryChannels, reaches, toSubmission } from './entry.ts';
import { EntryReceipt } from './entry-receipt.tsx';
import './entry.css';

const memory = 'tuntas.draft.entry';

/** Taking down what somebody says on the telephone, at the counter or in a letter, in their own words. */
export function EntryPage(): ReactNode {
  const { t } = useText();
  const { person } = useSession();
  const client = useQueryClient();
  const [entry, setEntry] = useState<Entry>(() => ({
    ...emptyEntry(person.institution?.id ?? '', new Date(), readerZone()),
    ...(JSON.parse(sessionStorage.getItem(memory) ?? '{}') as Partial<Entry>),
  }));
  const [done, setDone] = useState<SubmissionDone | null>(null);
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
    setDone(null);
    setEntry(emptyEntry(person.institution?.id ?? '', new Date(), readerZone()));
  };
  const submit = async (): Promise<void> => {
    setEmpty(entry.text.trim() === '');
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
          hint={t('console.entry.received.hint')}
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
        <MatterFields entry={entry} set={set} />
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

interface PartProps {
  readonly entry: Entry;
  readonly set: (part: Partial<Entry>) => void;
}

function MatterFields({ entry, set }: PartProps): ReactNode {
  const { t } = useText();
  const institutions = useQuery(institutionsQuery);
  const categories = useQuery(categoriesQuery(entry.institution));
  return (
    <>
      <ChoiceField
        label={t('console.field.kind')}
        hint={t('console.entry.kind.hint')}
        value={entry.kind}
        onChange={(kind) => set({ kind })}
        options={['', ...caseKinds].map((id) => ({
          id: id as Entry['kind'],
          name: t(id === '' ? 'console.entry.kind.unsure' : `console.kind.${id}`),
        }))}
      />
      <SelectField
        label={t('console.institution')}
        value={entry.institution}
        onChange={(institution) => set({ institution, category: '' })}
        empty={t('console.entry.institution.unsure')}
        options={(institutions.data ?? []).filter((one) => one.active).map(({ id, name }) => ({ id, name }))}
      />
      {categories.data === undefined || categories.data.length === 0 ? null : (
        <SelectField
          label={t('console.field.category')}
          value={entry.category}
          onChange={(category) => set({ category })}
          empty={t('console.entry.category.none')}
          options={categories.data.filter((one) => one.active).map(({ id, name }) => ({ id, name }))}
        />
      )}
      <PickArea
        label={t('console.field.area')}
        value={entry.areaCode}
        name={entry.areaName}
        onChange={(areaCode, areaName) => set({ areaCode, areaName })}
      />
      <TextField
        label={t('console.entry.place')}
        hint={t('console.entry.place.hint')}
        maxLength={200}
        value={entry.place}
        onChange={(place) => set({ place })}
      />
      <TextField
        label={t('console.entry.occurred')}
        hint={t('console.entry.occurred.hint')}
        maxLength={10}
        value={entry.occurredOn}
        onChange={(occurredOn) => set({ occurredOn })}
      />
    </>
  );
}

function ContactFields({
  entry,
  set,
  errors,
}: PartProps & { readonly errors: Readonly<Record<string, string>> }): ReactNode {
  const { t } = useText();
  return (
    <>
      <fieldset className="group">
        <legend>{t('console.entry.contact')}</legend>
        <p className="hint">{t('console.entry.contact.hint')}</p>
        <TextField
          label={t('console.identity.name')}
          maxLength={120}
          value={entry.name}
          onChange={(name) => set({ name })}
        />
        <TextField
          label={t('console.identity.phone')}
          type="tel"
          maxLength={30}
          value={entry.phone}
          onChange={(phone) => set({ phone })}
          error={errors['contact.phone'] ?? errors.phone}
        />
        <TextField
          label={t('console.identity.email')}
          type="email"
          maxLength={254}
          value={entry.email}
          onChange={(email) => set({ email })}
          error={errors['contact.email'] ?? errors.email}
        />
        <SelectField
          label={t('console.entry.reach')}
          value={entry.reach}
          onChange={(reach) => set({ reach: reaches.find((one) => one === reach) ?? '' })}
          empty={t('console.entry.reach.any')}
          options={reaches.filter((id) => id !== '').map((id) => ({ id, name: t(`console.reach.${id}`) }))}
        />
      </fieldset>
      <ChoiceField
        label={t('console.field.secrecy')}
        hint={t('console.entry.secrecy.hint')}
        stacked
        value={entry.secrecy}
        onChange={(secrecy) => set({ secrecy })}
        options={secrecyLevels.map((id) => ({
          id,
          name: t(`console.secrecy.${id}`),
          hint: t(`console.secrecy.${id}.hint`),
        }))}
      />
    </>
  );
}
