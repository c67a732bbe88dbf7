import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { unitsQuery } from '../../api/queries.ts';
import { CheckField, SelectField, TextField } from '../../parts/fields.tsx';
import { PickUnit } from '../../parts/pick-unit.tsx';
import { useText } from '../../text/text-context.tsx';
import { useInstitution } from '../administration/use-institution.ts';
import type { SeasonEntry, WeekEntry } from './entry.ts';
import { mondayFirst } from './weekdays.ts';

interface SeasonProps {
  readonly entry: SeasonEntry;
  readonly year: number;
  readonly set: (entry: SeasonEntry) => void;
}

/** Office hours of a part of the year, and when deadlines fall due in it. */
export function SeasonFields({ entry, year, set }: SeasonProps): ReactNode {
  const { t } = useText();
  return (
    <>
      <TextField
        label={t('console.calendar.season.name')}
        required
        maxLength={200}
        value={entry.name}
        onChange={(name) => set({ ...entry, name })}
      />
      <div className="pair">
        <FirstDay value={entry.from} year={year} onChange={(from) => set({ ...entry, from })} />
        <TextField
          label={t('console.calendar.to')}
          type="date"
          required
          min={entry.from}
          value={entry.to}
          onChange={(to) => set({ ...entry, to })}
        />
      </div>
      {(['mondayToThursday', 'friday'] as const).map((days) => (
        <fieldset className="choice" key={days}>
          <legend>{t(`console.calendar.${days === 'friday' ? 'friday' : 'monday-to-thursday'}`)}</legend>
          <div className="pair">
            {(['opens', 'closes'] as const).map((edge) => (
              <TextField
                key={edge}
                label={t(`console.calendar.${edge}`)}
                type="time"
                required
                value={entry[days][edge]}
                onChange={(time) => set({ ...entry, [days]: { ...entry[days], [edge]: time } })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <TextField
        label={t('console.calendar.deadlines')}
        hint={t('console.calendar.deadlines.hint')}
        type="time"
        required
        value={entry.deadlinesFallAt}
        onChange={(deadlinesFallAt) => set({ ...entry, deadlinesFallAt })}
      />
    </>
  );
}

interface WeekProps {
  readonly entry: WeekEntry;
  readonly year: number;
  readonly set: (entry: WeekEntry) => void;
  readonly unitMissing: boolean;
}

/** The days of a unit that is exempt from the five-day week; those below it keep the same. */
export function WeekFields({ entry, year, set, unitMissing }: WeekProps): ReactNode {
  const { t } = useText();
  const of = useInstitution();
  const units = useQuery(unitsQuery(of.institution));
  return (
    <>
      {of.all.length > 1 ? (
        <SelectField
          label={t('console.institution')}
          value={of.institution}
          options={of.all.map(({ id, name }) => ({ id, name }))}
          onChange={of.choose}
        />
      ) : null}
      <PickUnit
        institution={of.institution}
        label={t('console.calendar.unit')}
        required
        value={entry.unitId === '' ? null : entry.unitId}
        error={unitMissing ? t('console.calendar.unit.missing') : undefined}
        onChange={(id) =>
          set({
            ...entry,
            unitId: id ?? '',
            unitName: units.data?.find((unit) => unit.id === id)?.name ?? '',
          })
        }
      />
      <fieldset className="choice">
        <legend>{t('console.calendar.weekdays')}</legend>
        <div className="opts">
          {mondayFirst.map((day) => (
            <label className="opt" key={day}>
              <input
                type="checkbox"
                checked={entry.weekdays.includes(day)}
                onChange={(event) =>
                  set({
                    ...entry,
                    weekdays: event.target.checked
                      ? [...entry.weekdays, day].toSorted((a, b) => a - b)
                      : entry.weekdays.filter((one) => one !== day),
                  })
                }
              />
              <span>{t(`console.calendar.weekday.${day}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <CheckField
        label={t('console.calendar.works-on-holidays')}
        value={entry.worksOnHolidays}
        onChange={(worksOnHolidays) => set({ ...entry, worksOnHolidays })}
      />
      <div className="pair">
        <FirstDay value={entry.from} year={year} onChange={(from) => set({ ...entry, from })} />
        <TextField
          label={t('console.calendar.to')}
          hint={t('console.calendar.to.hint')}
          type="date"
          min={entry.from}
          value={entry.to ?? ''}
          onChange={(to) => set({ ...entry, to: to === '' ? null : to })}
        />
      </div>
    </>
  );
}

interface FirstDayProps {
  readonly value: string;
  readonly year: number;
  readonly onChange: (date: string) => void;
}

/** A decree begins in the year that it is for; it may end in the next. */
function FirstDay({ value, year, onChange }: FirstDayProps): ReactNode {
  const { t } = useText();
  return (
    <TextField
      label={t('console.calendar.from')}
      type="date"
      required
      min={`${year}-01-01`}
      max={`${year}-12-31`}
      value={value}
      onChange={onChange}
    />
  );
}
