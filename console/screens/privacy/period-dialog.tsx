import { type ReactNode, useState } from 'react';
import type { SettingInput } from '../../../src/features/retention/contract.ts';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { EditDialog } from '../administration/edit-dialog.tsx';
import type { RetentionProps } from './retention-props.ts';

const units = ['day', 'month', 'year'] as const;

/** How long identities are kept, and what that rests on. */
export function PeriodDialog({
  institution,
  page,
  onClose,
}: RetentionProps & { readonly onClose: () => void }): ReactNode {
  const { t } = useText();
  const [draft, setDraft] = useState<SettingInput>({
    amount: page.period.amount,
    unit: page.period.unit,
    basis: page.setting?.basis ?? '',
  });
  const set = (part: Partial<SettingInput>): void => setDraft({ ...draft, ...part });
  return (
    <EditDialog
      title={t('console.retention.period')}
      method="PUT"
      path={`/privacy/retention/period?institution=${encodeURIComponent(institution)}`}
      body={() => draft}
      refresh={[['privacy', institution]]}
      said={t('console.retention.saved')}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <TextField
            label={t('console.retention.amount')}
            type="number"
            min={1}
            max={1200}
            required
            value={String(draft.amount)}
            onChange={(value) => set({ amount: Math.max(1, Math.trunc(Number(value)) || 1) })}
            error={errors.amount}
          />
          <SelectField
            label={t('console.retention.unit')}
            value={draft.unit}
            onChange={(value) => set({ unit: units.find((one) => one === value) ?? 'year' })}
            options={units.map((id) => ({ id, name: t(`console.retention.unit.${id}`) }))}
          />
          <TextField
            label={t('console.retention.rests')}
            hint={t('console.retention.rests.hint')}
            rows={2}
            required
            maxLength={500}
            value={draft.basis}
            onChange={(basis) => set({ basis })}
            error={errors.basis}
          />
        </>
      )}
    </EditDialog>
  );
}
