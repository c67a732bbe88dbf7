import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { calendarYearQuery } from '../../api/calendar-queries.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { PickArea } from '../../parts/pick-area.tsx';
import { Unsaved } from '../../parts/unsaved.tsx';
import { civilDay } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { type DayEntry, type Entry, isKind, kinds } from './entry.ts';
import { SeasonFields, WeekFields } from './period-fields.tsx';

interface Props {
  readonly first: Entry;
  readonly isNew: boolean;
  readonly year: number;
  readonly onKeep: (entry: Entry) => void;
  readonly onClose: () => void;
}

/** One line of a decree by hand. It is kept on the page; what the calendar says to it comes with saving. */
export function EntryDialog({ first, isNew, year, onKeep, onClose }: Props): ReactNode {
  const { t } = useText();
  const [entry, setEntry] = useState(first);
  const [unitMissing, setUnitMissing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const leave = (): void => (JSON.stringify(entry) === JSON.stringify(first) ? onClose() : setLeaving(true));
  return (
    <Dialog title={t(`console.calendar.change.${entry.change}`)} onClose={leave}>
      <form
        className="form"
        onSubmit={(event) => {
          // A dialog stands in the page's own form as React sees it.
          event.stopPropagation();
          event.preventDefault();
          const isMissing = entry.change === 'week' && entry.unitId === '';
          setUnitMissing(isMissing);
          if (!isMissing) onKeep(entry);
        }}
      >
        {entry.change === 'hours' ? <SeasonFields entry={entry} year={year} set={setEntry} /> : null}
        {entry.change === 'week' ? (
          <WeekFields entry={entry} year={year} set={setEntry} unitMissing={unitMissing} />
        ) : null}
        {entry.change === 'add' ? <AddedDay entry={entry} year={year} set={setEntry} /> : null}
        {entry.change === 'withdraw' || entry.change === 'reclassify' ? (
          <KnownDay entry={entry} year={year} set={setEntry} />
        ) : null}
        {leaving ? <Unsaved onDiscard={onClose} onStay={() => setLeaving(false)} /> : null}
        <p className="row-acts">
          <button type="submit" className="btn primary">
            {t(isNew ? 'console.calendar.entry.add' : 'console.calendar.entry.keep')}
          </button>
          <button type="button" className="btn" onClick={leave}>
            {t('console.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

interface DayProps<T extends DayEntry> {
  readonly entry: T;
  readonly year: number;
  readonly set: (entry: T) => void;
}

function AddedDay({ entry, year, set }: DayProps<Extract<DayEntry, { change: 'add' }>>): ReactNode {
  const { t } = useText();
  const [areaName, setAreaName] = useState<string | null>(null);
  return (
    <>
      <TextField
        label={t('console.calendar.column.date')}
        type="date"
        required
        min={`${year}-01-01`}
        max={`${year}-12-31`}
        value={entry.date}
        onChange={(date) => set({ ...entry, date })}
      />
      <TextField
        label={t('console.calendar.column.name')}
        required
        maxLength={200}
        value={entry.name}
        onChange={(name) => set({ ...entry, name })}
      />
      <KindField value={entry.kind} onChange={(kind) => set({ ...entry, kind })} />
      <PickArea
        label={t('console.calendar.column.area')}
        hint={t('console.calendar.area.hint')}
        value={entry.area}
        name={areaName}
        onChange={(area, name) => {
          setAreaName(name);
          // A holiday of an area is one; chosen the other way round the kind follows.
          set({ ...entry, area, kind: area === null ? entry.kind : 'libur-daerah' });
        }}
      />
    </>
  );
}

/** A day that is in the calendar: chosen from what is, so that no date is mistyped. */
function KnownDay({
  entry,
  year,
  set,
}: DayProps<Extract<DayEntry, { change: 'withdraw' | 'reclassify' }>>): ReactNode {
  const { t, language } = useText();
  const { data } = useQuery(calendarYearQuery(year));
  const known = [...(data?.holidays ?? []), ...(data?.localHolidays ?? [])];
  const keyOf = (date: string, area: string | null): string => `${date} ${area ?? ''}`;
  return (
    <>
      <SelectField
        label={t('console.calendar.day')}
        required
        empty={t('console.calendar.day.choose')}
        value={entry.date === '' ? '' : keyOf(entry.date, entry.area)}
        options={known.map((day) => ({
          id: keyOf(day.date, day.area?.code ?? null),
          name: [civilDay(day.date, language), day.name, day.area?.name].filter(Boolean).join(', '),
        }))}
        onChange={(key) => {
          const [date = '', area = ''] = key.split(' ');
          set({ ...entry, date, area: area === '' ? null : area });
        }}
      />
      {entry.change === 'reclassify' ? (
        <KindField value={entry.kind} onChange={(kind) => set({ ...entry, kind })} />
      ) : null}
    </>
  );
}

function KindField({
  value,
  onChange,
}: {
  readonly value: (typeof kinds)[number];
  readonly onChange: (kind: (typeof kinds)[number]) => void;
}): ReactNode {
  const { t } = useText();
  return (
    <SelectField
      label={t('console.calendar.column.kind')}
      value={value}
      required
      options={kinds.map((id) => ({ id, name: t(`console.calendar.kind.${id}`) }))}
      onChange={(kind) => {
        if (isKind(kind)) onChange(kind);
      }}
    />
  );
}
