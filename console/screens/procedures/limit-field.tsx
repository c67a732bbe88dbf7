import type { ReactNode } from 'react';
import type { LimitDraft } from '../../../src/domain/procedures/draft.ts';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { useSopWords } from './sop-words.ts';

/** An amount with its unit; without an amount there is no limit. */
export function LimitField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: LimitDraft | null;
  readonly onChange: (limit: LimitDraft | null) => void;
}): ReactNode {
  const { t } = useText();
  const words = useSopWords();
  const unit = value?.unit ?? '';
  return (
    <div className="limit-field">
      <TextField
        label={label}
        type="number"
        min={1}
        unmarked
        value={value === null ? '' : String(value.amount)}
        onChange={(text) =>
          onChange(text === '' ? null : { unit: 'workingDay', ...value, amount: Number(text) })
        }
      />
      <SelectField
        label={t('console.draft.field.unit')}
        value={unit}
        {...(unit === '' ? { empty: value === null ? '–' : t('console.draft.not-chosen') } : {})}
        options={words.units(unit)}
        onChange={(next) => onChange({ amount: value?.amount ?? 1, ...(next === '' ? {} : { unit: next }) })}
      />
    </div>
  );
}
