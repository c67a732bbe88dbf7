import { type ReactNode, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/text-context.tsx';
import { EntriesTable } from './entries-table.tsx';
import { byDate, type Change, type DecreeForm, type Entry, emptyEntry } from './entry.ts';
import { EntryDialog } from './entry-dialog.tsx';

interface Props {
  readonly form: DecreeForm;
  readonly set: (part: Partial<DecreeForm>) => void;
  /** Places in the list that were refused, from 1. */
  readonly atFault: readonly number[];
}

const changes: readonly Change[] = ['add', 'withdraw', 'reclassify', 'hours', 'week'];

/** The lines of the decree, each to be changed or taken out, and single ones added by hand. */
export function EntriesEditor({ form, set, atFault }: Props): ReactNode {
  const { t } = useText();
  const [open, setOpen] = useState<{ readonly entry: Entry; readonly place: number | null } | null>(null);
  const { entries, scope, year } = form;
  // A decree of a whole year lists its days and nothing else.
  const offered = scope === 'year' ? changes.slice(0, 1) : changes;
  const keep = (entry: Entry): void => {
    const others = entries.filter((_, place) => place !== open?.place);
    set({ entries: [...others, entry].toSorted(byDate) });
    setOpen(null);
  };
  return (
    <section className="group" aria-labelledby="h-entries">
      <h2 id="h-entries">{t('console.calendar.entries', { count: entries.length })}</h2>
      {entries.length === 0 ? <p className="empty">{t('console.calendar.entries.empty')}</p> : null}
      {entries.length === 0 ? null : (
        <EntriesTable
          entries={entries}
          atFault={atFault}
          edit={{
            open: (place) => {
              const entry = entries[place];
              if (entry !== undefined) setOpen({ entry, place });
            },
            remove: (place) => set({ entries: entries.filter((_, index) => index !== place) }),
          }}
        />
      )}
      <div className="row-acts">
        {offered.map((change) => (
          <button
            key={change}
            type="button"
            className="btn"
            onClick={() => setOpen({ entry: emptyEntry(change, year), place: null })}
          >
            <Icon name="plus" />
            {t(`console.calendar.change.${change}`)}
          </button>
        ))}
      </div>
      {open === null ? null : (
        <EntryDialog
          first={open.entry}
          isNew={open.place === null}
          year={year}
          onKeep={keep}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
