import { type ReactNode, useId, useState } from 'react';
import type { ReadingView } from '../../../src/features/calendars/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { byDate, type DecreeForm, type Entry } from './entry.ts';
import { FaultList } from './fault-list.tsx';

/** What the server takes at most is 256 kB; a byte more is enough to hear it say so. */
const enough = 256 * 1024 + 1;

interface Props {
  readonly form: DecreeForm;
  readonly set: (part: Partial<DecreeForm>) => void;
}

interface Read extends ReadingView {
  readonly file: string;
}

/** A decree from its file. The server reads it strictly and saves nothing; either every line is good or none is taken. */
export function FileField({ form, set }: Props): ReactNode {
  const { t } = useText();
  const id = useId();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [waiting, setWaiting] = useState<Read | null>(null);
  const take = (found: Read, entries: readonly Entry[]): void => {
    set({ entries: entries.toSorted(byDate), sourceName: found.file.slice(0, 200) });
    setWaiting(null);
  };
  const upload = async (file: File): Promise<void> => {
    const body = { scope: form.scope, year: form.year, content: await base64Of(file.slice(0, enough)) };
    const result = await send<ReadingView>('POST', '/calendars/readings', { body });
    setProblem(result.ok ? null : result.error);
    setRead(null);
    setWaiting(null);
    if (!result.ok) return;
    const found = { ...result.value, file: file.name };
    setRead(found);
    if (form.entries.length === 0) take(found, found.entries);
    else setWaiting(found);
  };
  return (
    <section className="group narrow" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('console.calendar.file')}</h2>
      <div className="stack">
        <label htmlFor={id}>
          {t('console.calendar.file.label')} <small>{t('console.optional')}</small>
        </label>
        <input
          id={id}
          className="field"
          type="file"
          accept=".csv,.ics,text/csv,text/calendar"
          aria-describedby={`${id}-about`}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file again, once mended, is to be read again.
            event.target.value = '';
            if (file !== undefined) void upload(file);
          }}
        />
        <p className="hint" id={`${id}-about`}>
          {t('console.calendar.file.hint', { year: String(form.year) })}
        </p>
      </div>
      {problem === null ? null : (
        <ProblemNote problem={problem}>
          <FaultList faults={problem.faults} line="console.calendar.fault.line" />
        </ProblemNote>
      )}
      {read === null ? null : <WhatWasRead read={read} />}
      {waiting === null ? null : (
        <p className="row-acts" role="alert">
          <button type="button" className="btn" onClick={() => take(waiting, waiting.entries)}>
            {t('console.calendar.file.replace', { count: form.entries.length })}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => take(waiting, [...form.entries, ...waiting.entries])}
          >
            {t('console.calendar.file.append')}
          </button>
        </p>
      )}
      <Example />
    </section>
  );
}

function WhatWasRead({ read }: { readonly read: Read }): ReactNode {
  const { t } = useText();
  return (
    <div role="status">
      <p>{t('console.calendar.file.read', { name: read.file, count: read.entries.length })}</p>
      {read.notes.length === 0 ? null : <FaultList faults={read.notes} line="console.calendar.fault.line" />}
    </div>
  );
}

function Example(): ReactNode {
  const { t } = useText();
  return (
    <details className="note">
      <summary>{t('console.calendar.file.example')}</summary>
      <p>{t('console.calendar.file.columns')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: lines wider than the screen must be scrollable by keyboard */}
      <pre tabIndex={0}>{example}</pre>
      <p>{t('console.calendar.file.ical')}</p>
    </details>
  );
}

const example = `tanggal,sampai,nama,jenis,wilayah,perubahan
2026-08-18,,Cuti bersama Proklamasi,cuti-bersama,,tambah
2026-12-28,2026-12-30,Cuti bersama akhir tahun,cuti-bersama,,tambah
2026-09-14,,Hari jadi kota,libur-daerah,32.75,tambah
2026-05-15,,,,,cabut`;

async function base64Of(part: Blob): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
