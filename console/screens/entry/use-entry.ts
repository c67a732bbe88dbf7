import { useState } from 'react';
import { serverNow } from '../../api/client.ts';
import { useSession } from '../../app/session.ts';
import { readerZone } from '../../text/dates.ts';
import { type Entry, emptyEntry } from './entry.ts';

export interface KeptEntry {
  readonly entry: Entry;
  readonly set: (part: Partial<Entry>) => void;
  /** Forgets what was kept in this tab; the form itself stays as it is. */
  readonly forget: () => void;
  /** An empty form. */
  readonly restart: () => void;
}

/**
 * What is being taken down, kept for this tab until it is sent: a reload or a broken line loses no word, and sends it
 * once. Kept by person, since counters are shared. `form`: one memory for each screen.
 */
export function useEntry(form: string, start: Partial<Entry>): KeptEntry {
  const { person } = useSession();
  const memory = `tuntas.draft.${person.id}.${form}`;
  const fresh = (): Entry => ({
    ...emptyEntry(person.institution?.id ?? '', new Date(serverNow()), readerZone()),
    ...start,
    token: crypto.randomUUID(),
  });
  const [entry, setEntry] = useState<Entry>(() => ({ ...fresh(), ...readEntry(memory) }));
  return {
    entry,
    set: (part) =>
      setEntry((before) => {
        const next = { ...before, ...part };
        keep(memory, next);
        return next;
      }),
    forget: () => sessionStorage.removeItem(memory),
    restart: () => {
      sessionStorage.removeItem(memory);
      setEntry(fresh());
    },
  };
}

function keep(memory: string, entry: Entry): void {
  try {
    sessionStorage.setItem(memory, JSON.stringify(entry));
  } catch {
    // Storage is full: the form itself still holds the text.
  }
}

function readEntry(memory: string): Partial<Entry> {
  try {
    return JSON.parse(sessionStorage.getItem(memory) ?? '{}') as Partial<Entry>;
  } catch {
    return {};
  }
}
