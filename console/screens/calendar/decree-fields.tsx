import type { ReactNode } from 'react';
import { ChoiceField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import type { DecreeForm } from './entry.ts';

/** What the decree is: whether it sets a year or changes one, its number, date, signatories, and why it comes. */
export function DecreeFields({
  form,
  set,
  errors,
}: {
  readonly form: DecreeForm;
  readonly set: (part: Partial<DecreeForm>) => void;
  readonly errors: Readonly<Record<string, string>>;
}): ReactNode {
  const { t } = useText();
  return (
    <section className="group narrow" aria-labelledby="h-decree">
      <h2 id="h-decree">{t('console.calendar.decree')}</h2>
      <ChoiceField
        label={t('console.calendar.scope')}
        value={form.scope}
        stacked
        options={(['amendment', 'year'] as const).map((id) => ({
          id,
          name: t(`console.calendar.scope.${id}`),
          hint: t(`console.calendar.scope.${id}.hint`),
        }))}
        onChange={(scope) => set({ scope })}
      />
      <div className="pair">
        <TextField
          label={t('console.calendar.year')}
          type="number"
          min={1990}
          max={2999}
          required
          value={form.year === 0 ? '' : String(form.year)}
          onChange={(year) => set({ year: Number(year) })}
          error={errors.year}
        />
        <TextField
          label={t('console.calendar.decree-date')}
          type="date"
          required
          value={form.decreeDate}
          onChange={(decreeDate) => set({ decreeDate })}
          error={errors.decreeDate}
        />
      </div>
      <TextField
        label={t('console.calendar.decree-number')}
        required
        maxLength={200}
        value={form.decreeNumber}
        onChange={(decreeNumber) => set({ decreeNumber })}
        error={errors.decreeNumber}
      />
      <TextField
        label={t('console.calendar.signatories')}
        hint={t('console.calendar.signatories.hint')}
        rows={2}
        required
        maxLength={1600}
        value={form.signatories}
        onChange={(signatories) => set({ signatories })}
        error={errors.signatories}
      />
      <TextField
        label={t('console.calendar.reason')}
        hint={t('console.calendar.reason.hint')}
        rows={2}
        required
        maxLength={1000}
        value={form.reason}
        onChange={(reason) => set({ reason })}
        error={errors.reason}
      />
    </section>
  );
}
