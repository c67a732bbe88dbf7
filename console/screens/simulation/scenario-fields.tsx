import type { ReactNode } from 'react';
import { scenarioDefaults } from '../../../src/domain/simulation/scenario-defaults.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { useText } from '../../text/text-context.tsx';
import { loadChoices, type SimulationForm } from './simulation-form.ts';

interface FieldsProps {
  readonly form: SimulationForm;
  readonly actors: readonly { readonly id: string; readonly title: string }[];
  /** What the server could not take, by field. */
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (form: SimulationForm) => void;
}

export function ScenarioFields(props: FieldsProps): ReactNode {
  const { form, errors, onChange } = props;
  const { t } = useText();
  const set = (change: Partial<SimulationForm>): void => onChange({ ...form, ...change });
  return (
    <>
      <fieldset className="group">
        <legend>{t('console.simulation.past')}</legend>
        <p className="hint">{t('console.simulation.past.hint')}</p>
        <div className="scenario-fields">
          <TextField
            label={t('console.simulation.from')}
            type="date"
            value={form.from}
            onChange={(from) => set({ from })}
            error={errors['past.from'] ?? errors['replay.from'] ?? errors.past ?? errors.replay}
            unmarked
          />
          <TextField
            label={t('console.simulation.to')}
            type="date"
            value={form.to}
            onChange={(to) => set({ to })}
            error={errors['past.to'] ?? errors['replay.to']}
            unmarked
          />
          <CheckField
            label={t('console.simulation.learns')}
            value={form.learns}
            onChange={(learns) => set({ learns })}
          />
          <CheckField
            label={t('console.simulation.replays')}
            value={form.replays}
            onChange={(replays) => set({ replays })}
          />
        </div>
      </fieldset>
      <fieldset className="group">
        <legend>{t('console.simulation.work')}</legend>
        <div className="scenario-fields">
          <TextField
            label={t('console.simulation.per-day')}
            type="number"
            min={0}
            value={form.perDay}
            hint={t('console.simulation.per-day.hint', { count: scenarioDefaults.perDay })}
            onChange={(perDay) => set({ perDay })}
            error={errors.arrivals ?? errors['arrivals.perDay']}
            unmarked
          />
          <SelectField
            label={t('console.simulation.hours')}
            value={form.calendar}
            options={(['office', 'off'] as const).map((id) => ({
              id,
              name: t(`console.simulation.hours.${id}`),
            }))}
            onChange={(calendar) => set({ calendar: calendar === 'off' ? 'off' : 'office' })}
            error={errors.calendar}
          />
          <SelectField
            label={t('console.simulation.order')}
            value={form.order}
            options={(['deadline', 'first-come'] as const).map((id) => ({
              id,
              name: t(`console.simulation.order.${id}`),
            }))}
            onChange={(order) => set({ order: order === 'first-come' ? 'first-come' : 'deadline' })}
            error={errors.order}
          />
        </div>
      </fieldset>
      <Staff {...props} />
      <Loads {...props} />
      <details open={errors.start !== undefined || errors.days !== undefined || errors.seed !== undefined}>
        <summary>{t('console.simulation.more')}</summary>
        <div className="scenario-fields">
          <TextField
            label={t('console.simulation.start')}
            type="date"
            value={form.start}
            hint={t('console.simulation.start.hint')}
            onChange={(start) => set({ start })}
            error={errors.start}
            unmarked
          />
          <TextField
            label={t('console.simulation.days')}
            type="number"
            min={1}
            max={250}
            value={form.days}
            hint={t('console.simulation.days.hint', { count: scenarioDefaults.days })}
            onChange={(days) => set({ days })}
            error={errors.days}
            unmarked
          />
          <TextField
            label={t('console.simulation.seed')}
            type="number"
            min={0}
            value={form.seed}
            hint={t('console.simulation.seed.hint')}
            onChange={(seed) => set({ seed })}
            error={errors.seed}
            unmarked
          />
        </div>
      </details>
    </>
  );
}

function Staff({ form, actors, errors, onChange }: FieldsProps): ReactNode {
  const { t } = useText();
  if (actors.length === 0) return null;
  return (
    <fieldset className="group">
      <legend>{t('console.simulation.staff')}</legend>
      <p className="hint">{t('console.simulation.staff.hint')}</p>
      <div className="scenario-fields staff">
        {actors.map(({ id, title }) => (
          <div key={id} className="stack">
            <TextField
              label={title}
              type="number"
              min={1}
              value={form.people[id] ?? ''}
              onChange={(people) => onChange({ ...form, people: { ...form.people, [id]: people } })}
              error={errors[`staff.${id}`] ?? errors[`staff.${id}.people`]}
              unmarked
            />
            {(form.people[id] ?? '') === '' ? null : (
              <CheckField
                label={t('console.simulation.shifts')}
                value={form.shifts[id] ?? false}
                onChange={(isOn) => onChange({ ...form, shifts: { ...form.shifts, [id]: isOn } })}
              />
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Loads({ form, errors, onChange }: FieldsProps): ReactNode {
  const { t } = useText();
  const put = (load: number, isOn: boolean): void =>
    onChange({
      ...form,
      loads: loadChoices.filter((one) => (one === load ? isOn : form.loads.includes(one))),
    });
  return (
    <fieldset className="group">
      <legend>{t('console.simulation.loads')}</legend>
      <div className="opts">
        {loadChoices.map((load) => (
          <CheckField
            key={load}
            label={t('console.simulation.load', { load })}
            value={form.loads.includes(load)}
            onChange={(isOn) => put(load, isOn)}
          />
        ))}
      </div>
      {errors.loads === undefined ? null : <p className="field-error">{errors.loads}</p>}
    </fieldset>
  );
}
