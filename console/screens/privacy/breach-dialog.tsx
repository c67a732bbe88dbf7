import { type ReactNode, useState } from 'react';
import { type BreachedData, breachedData } from '../../../src/domain/privacy/breach.ts';
import type { BreachView } from '../../../src/features/breaches/contract.ts';
import { serverNow } from '../../api/client.ts';
import { CheckField, TextField } from '../../parts/fields.tsx';
import { readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { toInstant, wallOf } from '../../text/wall-clock.ts';
import { EditDialog } from '../administration/edit-dialog.tsx';

interface BreachDialogProps {
  readonly institution: string;
  /** Null: a new one. */
  readonly breach: BreachView | null;
  readonly onClose: () => void;
  readonly onDone?: (breach: BreachView) => void;
}

/** What is known of a breach; most of it may follow later. */
export function BreachDialog({ institution, breach, onClose, onDone }: BreachDialogProps): ReactNode {
  const { t } = useText();
  const [noticed, setNoticed] = useState(() => wallOf(new Date(serverNow()), readerZone()));
  const [draft, setDraft] = useState(() => ({
    title: breach?.title ?? '',
    course: breach?.course ?? '',
    data: (breach?.data ?? []) as readonly BreachedData[],
    people: breach?.people == null ? '' : String(breach.people),
    measures: breach?.measures ?? '',
    cases: (breach?.caseNumbers ?? []).join('\n'),
  }));
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const facts = {
    title: draft.title,
    course: draft.course,
    data: draft.data,
    people: draft.people.trim() === '' ? null : Math.max(0, Math.trunc(Number(draft.people)) || 0),
    measures: draft.measures,
    caseNumbers: draft.cases.split(/\s+/).filter((one) => one !== ''),
  };
  return (
    <EditDialog<BreachView>
      title={t(breach === null ? 'console.breach.add' : 'console.breach.change')}
      method={breach === null ? 'POST' : 'PUT'}
      path={breach === null ? '/privacy/breaches' : `/privacy/breaches/${breach.id}`}
      body={() =>
        breach === null
          ? { institution, noticedAt: toInstant(noticed, readerZone()), ...facts }
          : { version: breach.version, ...facts }
      }
      refresh={[['privacy']]}
      said={t('console.breach.saved')}
      onClose={onClose}
      {...(onDone === undefined ? {} : { onDone })}
    >
      {(errors) => (
        <>
          <TextField
            label={t('console.breach.title')}
            hint={t('console.breach.title.hint')}
            required
            maxLength={200}
            value={draft.title}
            onChange={(title) => set({ title })}
            error={errors.title}
          />
          {breach === null ? (
            <TextField
              label={t('console.breach.noticed')}
              hint={t('console.breach.noticed.hint')}
              type="datetime-local"
              required
              value={noticed}
              onChange={setNoticed}
              error={errors.noticedAt}
            />
          ) : null}
          <TextField
            label={t('console.breach.course')}
            rows={4}
            required
            maxLength={8000}
            value={draft.course}
            onChange={(course) => set({ course })}
            error={errors.course}
          />
          <DataField chosen={draft.data} onChange={(data) => set({ data })} error={errors.data} />
          <TextField
            label={t('console.breach.people')}
            hint={t('console.breach.people.hint')}
            type="number"
            min={0}
            value={draft.people}
            onChange={(people) => set({ people })}
            error={errors.people}
          />
          <TextField
            label={t('console.breach.measures')}
            rows={3}
            maxLength={8000}
            value={draft.measures}
            onChange={(measures) => set({ measures })}
            error={errors.measures}
          />
          <TextField
            label={t('console.breach.cases')}
            hint={t('console.breach.cases.hint')}
            rows={2}
            maxLength={10_000}
            value={draft.cases}
            onChange={(cases) => set({ cases })}
            error={errors.caseNumbers}
          />
        </>
      )}
    </EditDialog>
  );
}

function DataField({
  chosen,
  onChange,
  error,
}: {
  readonly chosen: readonly BreachedData[];
  readonly onChange: (chosen: readonly BreachedData[]) => void;
  readonly error: string | undefined;
}): ReactNode {
  const { t } = useText();
  return (
    <fieldset className="choice">
      <legend>{t('console.breach.data')}</legend>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      <div className="privacy-kinds">
        {breachedData.map((kind) => (
          <CheckField
            key={kind}
            label={t(`console.breach.data.${kind}`)}
            value={chosen.includes(kind)}
            onChange={(on) =>
              onChange(breachedData.filter((one) => (one === kind ? on : chosen.includes(one))))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
