import { useCallback, useState } from 'react';
import type { Values } from './acts/field.ts';

const prefix = 'tuntas.draft.';

/** What was typed into one form of one case, kept for this browser tab until the act is done. */
export function useDraft(
  caseId: string,
  form: string,
  start: () => Values,
): {
  readonly values: Values;
  readonly set: (part: Values) => void;
  readonly discard: () => void;
  readonly kept: boolean;
} {
  const key = `${prefix}${caseId}.${form}`;
  const [stored] = useState(() => readDraft(key));
  const [values, setValues] = useState<Values>(() => ({ ...start(), ...stored }));
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
  return { values, set, discard, kept: stored !== null };
}

/** Puts values aside for a form that will be opened later. */
export function putDraft(caseId: string, form: string, values: Values): void {
  writeDraft(`${prefix}${caseId}.${form}`, values);
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
