import type { ReactNode } from 'react';
import type { Reader } from './reader.ts';

interface CodeFieldProps {
  readonly reader: Reader;
  readonly label: string;
  readonly hint: ReactNode;
  /** What was typed and led nowhere; null before anything was. */
  readonly missed: string | null;
  /** Why it led nowhere, where that is not that no such code is known. */
  readonly problem: string | null;
}

/** The field for a tracking code, with the button that opens what it stands for. */
export function CodeField({ reader, label, hint, missed, problem }: CodeFieldProps) {
  const { t } = reader;
  return (
    <div className={missed === null ? undefined : 'bad'}>
      <label htmlFor="kode">{label}</label>
      <p className="hint" id="kode-h">
        {hint}
      </p>
      {missed !== null && (
        <p className="err" id="kode-e" role="alert">
          {problem ?? t('track.not-found.detail')}
        </p>
      )}
      <div className="row">
        <input
          className="in grow"
          id="kode"
          name="code"
          defaultValue={missed ?? ''}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={missed === null ? 'kode-h' : 'kode-e kode-h'}
          aria-invalid={missed !== null || undefined}
        />
        <button className="btn" type="submit">
          {t('track.open')}
        </button>
      </div>
    </div>
  );
}
