import { type ReactNode, useRef, useState } from 'react';
import type { FindingView, ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { ActorChoice } from './actor-choice.tsx';
import { type ActorList, withActors } from './edit-actors.ts';
import { renumberStep, type StepDocument } from './edit-steps.ts';
import { FindingList } from './findings.tsx';
import { LimitField } from './limit-field.tsx';
import { LinesField } from './lines-field.tsx';
import { OnwardFields } from './onward-fields.tsx';
import { Field } from './places.tsx';
import { useSopWords } from './sop-words.ts';

interface StepFormProps {
  readonly document: ProcedureDocument;
  readonly step: StepDocument;
  readonly place: number;
  readonly findings: readonly FindingView[];
  readonly change: (document: ProcedureDocument) => void;
}

/** Every cell of one row, open for writing. */
export function StepForm({ document, step, place, findings, change }: StepFormProps): ReactNode {
  const words = useSopWords();
  const put = (next: StepDocument): void => change({ ...document, steps: document.steps.with(place, next) });
  const set = (part: Partial<StepDocument>): void => put({ ...step, ...part });
  const lines = (name: 'requires' | 'output'): ReactNode => (
    <Field path={['steps', place, name]}>
      <LinesField label={words.field(name)} value={step[name]} onChange={(value) => set({ [name]: value })} />
    </Field>
  );
  return (
    <>
      {findings.length === 0 ? null : <FindingList findings={findings} />}
      <div className="step-cells">
        <div className="whole number-and-activity">
          <NumberField document={document} place={place} change={change} />
          <Field path={['steps', place, 'activity']}>
            <TextField
              label={words.field('activity')}
              rows={2}
              maxLength={4000}
              unmarked
              value={step.activity}
              onChange={(activity) => set({ activity })}
            />
          </Field>
        </div>
        <Field path={['steps', place, 'actors']} className="whole">
          <ActorChoice
            label={words.field('actors')}
            document={document}
            value={step.actors}
            onChange={(ids) => put(withActors(step, 'actors', ids))}
          />
        </Field>
        <ActAndStatus step={step} place={place} set={set} />
        {lines('requires')}
        {lines('output')}
        <Field path={['steps', place, 'limit']}>
          <LimitField label={words.field('limit')} value={step.limit} onChange={(limit) => set({ limit })} />
        </Field>
        <OnwardFields step={step} steps={document.steps} place={place} onChange={put} />
        <Field path={['steps', place, 'note']} className="whole">
          <TextField
            label={words.field('note')}
            rows={2}
            maxLength={4000}
            unmarked
            value={step.note ?? ''}
            onChange={(note) => put(withText(step, 'note', note))}
          />
        </Field>
        <MoreCells document={document} step={step} place={place} put={put} />
      </div>
    </>
  );
}

/** The number may be typed in passing over another row's; what names the row follows from where the typing began. */
function NumberField({
  document,
  place,
  change,
}: Pick<StepFormProps, 'document' | 'place' | 'change'>): ReactNode {
  const words = useSopWords();
  const typing = useRef<{ readonly from: ProcedureDocument; readonly made: ProcedureDocument } | null>(null);
  const step = document.steps[place];
  if (step === undefined) return null;
  const renumber = (id: string): void => {
    const from = typing.current?.made === document ? typing.current.from : document;
    const made = renumberStep(from, place, id);
    typing.current = { from, made };
    change(made);
  };
  return (
    <Field path={['steps', place, 'id']}>
      <TextField label={words.field('id')} unmarked maxLength={20} value={step.id} onChange={renumber} />
    </Field>
  );
}

function ActAndStatus({
  step,
  place,
  set,
}: {
  readonly step: StepDocument;
  readonly place: number;
  readonly set: (part: Partial<StepDocument>) => void;
}): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  return (
    <>
      <Field path={['steps', place, 'act']}>
        <SelectField
          label={words.field('act')}
          hint={t('console.draft.act.hint')}
          value={step.act}
          {...(step.act === '' ? { empty: t('console.draft.not-chosen') } : {})}
          options={words.acts(step.act)}
          onChange={(act) => set({ act })}
        />
      </Field>
      <Field path={['steps', place, 'status']}>
        <SelectField
          label={words.field('status')}
          hint={t('console.draft.status.hint')}
          value={step.status}
          {...(step.status === '' ? { empty: t('console.draft.not-chosen') } : {})}
          options={words.statuses(step.status)}
          onChange={(status) => set({ status })}
        />
      </Field>
    </>
  );
}

const moreLists = ['standIns', 'delegates', 'copies', 'notifies'] as const satisfies readonly ActorList[];

/** What few rows have; open where this one has any of it. */
function MoreCells({
  document,
  step,
  place,
  put,
}: {
  readonly document: ProcedureDocument;
  readonly step: StepDocument;
  readonly place: number;
  readonly put: (step: StepDocument) => void;
}): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const { returnsTo, returnsAtMost, optional = false, writesBackTo = [] } = step;
  const hasMore =
    optional ||
    returnsTo !== undefined ||
    writesBackTo.length > 0 ||
    moreLists.some((list) => (step[list] ?? []).length > 0);
  const [startsOpen] = useState(hasMore);
  return (
    <details className="whole more-cells" open={startsOpen}>
      <summary>{t('console.draft.more')}</summary>
      <div className="step-cells">
        <Field path={['steps', place, 'returnsTo']}>
          <SelectField
            label={words.field('returnsTo')}
            value={returnsTo ?? ''}
            empty={t('console.draft.no-return')}
            options={words.targets(document.steps.slice(0, place), returnsTo ?? '')}
            onChange={(target) => put(withText(step, 'returnsTo', target))}
          />
        </Field>
        <Field path={['steps', place, 'returnsAtMost']}>
          <TextField
            label={words.field('returnsAtMost')}
            hint={t('console.draft.returnsAtMost.hint')}
            type="number"
            min={1}
            unmarked
            value={returnsAtMost === undefined ? '' : String(returnsAtMost)}
            onChange={(text) => put(withCount(step, text))}
          />
        </Field>
        <Field path={['steps', place, 'optional']} className="whole">
          <CheckField
            label={words.field('optional')}
            hint={t('console.draft.optional.hint')}
            value={optional}
            onChange={(value) => put(withOptional(step, value))}
          />
        </Field>
        {moreLists.map((list) => (
          <Field key={list} path={['steps', place, list]}>
            <ActorChoice
              label={words.field(list)}
              hint={t(`console.draft.${list}.hint`)}
              document={document}
              value={step[list] ?? []}
              onChange={(ids) => put(withActors(step, list, ids))}
            />
          </Field>
        ))}
        <Field path={['steps', place, 'writesBackTo']} className="whole">
          <LinesField
            label={words.field('writesBackTo')}
            hint={t('console.draft.writesBackTo.hint')}
            value={writesBackTo}
            onChange={(names) => put(withSystems(step, names))}
          />
        </Field>
      </div>
    </details>
  );
}

/** A key that does not apply is left out. */
function withText(step: StepDocument, key: 'note' | 'returnsTo', value: string): StepDocument {
  const { [key]: _, ...rest } = step;
  return value === '' ? rest : { ...rest, [key]: value };
}

function withCount({ returnsAtMost: _, ...rest }: StepDocument, text: string): StepDocument {
  const count = Math.min(1000, Math.max(1, Math.round(Number(text))));
  return text === '' || Number.isNaN(count) ? rest : { ...rest, returnsAtMost: count };
}

function withOptional({ optional: _, ...rest }: StepDocument, value: boolean): StepDocument {
  return value ? { ...rest, optional: true } : rest;
}

function withSystems({ writesBackTo: _, ...rest }: StepDocument, names: string[]): StepDocument {
  return names.length === 0 ? rest : { ...rest, writesBackTo: names };
}
