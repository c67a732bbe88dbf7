import { useCallback, useRef, useState } from 'react';
import { useSession } from '../../app/session.ts';
import type { Values } from './acts/field.ts';

const prefix = 'tuntas.draft.';

export interface Draft {
  readonly values: Values;
  readonly set: (part: Values) => void;
  /** Forgets what was kept; the act is done. */
  readonly discard: () => void;
  /** Forgets what was kept and begins with the empty form. */
  readonly restart: () => void;
  /** Whether the form began with words kept from before. */
  readonly kept: boolean;
}

/**
 * What was typed into one form of one case, kept for this browser tab until the act is done. Kept by person:
 * on a shared computer nobody finds the words of whoever sat there before.
 */
export function useDraft(caseId: string, form: string, start: () => Values): Draft {
  const { person } = useSession();
  const key = keyOf(person.id, caseId, form);
  const [stored] = useState(() => readDraft(key));
  const [kept, setKept] = useState(stored !== null);
  const [values, setValues] = useState<Values>(() => ({ ...start(), ...stored }));
  const beginning = useRef(start);
  const set = useCallback(
    (part: Values) =>
      setValues((before) => {
        const after = { ...before, ...part };
        writeDraft(key, after);
        return after;
      }),
    [key],
  );
  const discard = useCallback(() => sessionStorage.removeItem(key), [key]);
  const restart = useCallback(() => {
    sessionStorage.removeItem(key);
    setValues(beginning.current());
    setKept(false);
  }, [key]);
  return { values, set, discard, restart, kept };
}

/** Puts values aside for a form that will be opened later. */
export function usePutDraft(): (caseId: string, form: string, values: Values) => void {
  const { person } = useSession();
  return (caseId, form, values) => writeDraft(keyOf(person.id, caseId, form), values);
}

function keyOf(personId: string, caseId: string, form: string): string {
  return `${prefix}${personId}.${caseId}.${form}`;
}

function readDraft(key: string): Values | null {
  const text = sessionStorage.getItem(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Values;
  } catch {
    return null;
  }
}

function writeDraft(key: string, values: Values): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(values));
  } catch {
    // Storage is full: the form itself still holds the text.
  }
}
