import type { ReactNode } from 'react';
import { limitUnits, stepActs, stepStatuses } from '../../../src/domain/procedures/procedure.ts';
import type { ProcedureDocument } from '../../../src/features/procedures/contract.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';

export type StepDocument = ProcedureDocument['steps'][number];

interface RowProps {
  readonly step: StepDocument;
  readonly place: number;
  readonly count: number;
  readonly onChange: (step: StepDocument) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One row of the form; closed it reads as a line, open each of its cells can be written. */
export function DraftRow({ step, place, count, onChange, onMove, onRemove }: RowProps): ReactNode {
  const { t } = useText();
  const label = (name: string): string => t(`console.draft.row.${name}`);
  const set = (change: Partial<StepDocument>): void => onChange({ ...step, ...change });
  /** A key that does not apply is left out. */
  const setText = (key: 'question' | 'returnsTo' | 'note', value: string): void => {
    const { [key]: _, ...rest } = step;
    onChange(value === '' ? rest : { ...rest, [key]: value });
  };
  const lines = (name: 'actors' | 'requires' | 'output' | 'copies' | 'delegates' | 'notifies'): ReactNode => (
    <TextField
      label={label(name)}
      rows={2}
      unmarked
      value={(step[name] ?? []).join('\n')}
      onChange={(value) => set({ [name]: value === '' ? [] : value.split('\n') })}
    />
  );
  return (
    <details className="draft-row" id={`baris-${place}`}>
      <summary>
        <b>{step.id}</b> {step.activity}
      </summary>
      <div className="draft-cells">
        <TextField label={label('no')} unmarked value={step.id} onChange={(id) => set({ id })} />
        <TextField
          label={label('activity')}
          rows={2}
          unmarked
          value={step.activity}
          onChange={(activity) => set({ activity })}
        />
        {lines('actors')}
        <SelectField
          label={label('act')}
          value={step.act}
          options={named(stepActs, step.act)}
          onChange={(act) => set({ act })}
        />
        <SelectField
          label={label('status')}
          value={step.status}
          options={named(stepStatuses, step.status)}
          onChange={(status) => set({ status })}
        />
        {lines('requires')}
        <TextField
          label={label('amount')}
          type="number"
          min={1}
          unmarked
          value={step.limit === null ? '' : String(step.limit.amount)}
          onChange={(value) => set({ limit: value === '' ? null : { ...step.limit, amount: Number(value) } })}
        />
        {step.limit === null ? null : (
          <SelectField
            label={label('unit')}
            value={step.limit.unit ?? ''}
            empty="–"
            options={named(limitUnits, step.limit.unit ?? '')}
            onChange={(unit) =>
              set({ limit: { amount: step.limit?.amount ?? 1, ...(unit === '' ? {} : { unit }) } })
            }
          />
        )}
        {lines('output')}
        <TextField
          label={label('question')}
          unmarked
          value={step.question ?? ''}
          onChange={(value) => setText('question', value)}
        />
        <TextField
          label={label('yes')}
          unmarked
          value={step.exits?.ya ?? ''}
          onChange={(ya) => onChange(withExits(step, { ...step.exits, ya }))}
        />
        <TextField
          label={label('no-exit')}
          unmarked
          value={step.exits?.tidak ?? ''}
          onChange={(tidak) => onChange(withExits(step, { ...step.exits, tidak }))}
        />
        <TextField
          label={label('next')}
          unmarked
          value={step.next ?? ''}
          onChange={(next) => set({ next: next === '' ? null : next })}
        />
        <TextField
          label={label('returns')}
          unmarked
          value={step.returnsTo ?? ''}
          onChange={(value) => setText('returnsTo', value)}
        />
        {lines('copies')}
        {lines('delegates')}
        {lines('notifies')}
        <TextField
          label={label('note')}
          rows={2}
          unmarked
          value={step.note ?? ''}
          onChange={(value) => setText('note', value)}
        />
        <CheckField
          label={label('optional')}
          value={step.optional ?? false}
          onChange={(optional) => set({ optional })}
        />
      </div>
      <p className="row-acts">
        <button type="button" className="btn" disabled={place === 0} onClick={() => onMove(-1)}>
          {t('console.draft.row.up')}
        </button>
        <button type="button" className="btn" disabled={place === count - 1} onClick={() => onMove(1)}>
          {t('console.draft.row.down')}
        </button>
        <button type="button" className="btn" onClick={onRemove}>
          {t('console.draft.row.remove')}
        </button>
      </p>
    </details>
  );
}

/** What stands there is offered too, even where it is no word of the list. */
function named(known: readonly string[], current: string): readonly { id: string; name: string }[] {
  const all = current === '' || known.includes(current) ? known : [...known, current];
  return all.map((id) => ({ id, name: id }));
}

function withExits(step: StepDocument, exits: NonNullable<StepDocument['exits']>): StepDocument {
  const { exits: _, ...rest } = step;
  const set = Object.fromEntries(Object.entries(exits).filter(([, target]) => target !== ''));
  return Object.keys(set).length === 0 ? rest : { ...rest, exits: set };
}
