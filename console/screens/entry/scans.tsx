import { type ReactNode, useId, useState } from 'react';
import { type Problem, send } from '../../api/client.ts';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { byteSize } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';
import type { Entry, Scan } from './entry.ts';
import type { PartProps } from './part-props.ts';

interface ScansProps extends Pick<PartProps, 'entry' | 'set'> {
  readonly purposes: readonly Scan['purpose'][];
}

/**
 * Papers scanned or photographed. Each goes to the server at once, where it lies sealed until the entry is sent; a reload
 * finds it again.
 */
export function Scans({ purposes, entry, set }: ScansProps): ReactNode {
  const { t, language } = useText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const here = entry.scans.filter(({ purpose }) => purposes.includes(purpose));
  return (
    <div className="scans">
      {problem === null ? null : <ProblemNote problem={problem} kept />}
      {here.length === 0 ? null : (
        <ul className="files">
          {here.map((scan) => (
            <li key={scan.id}>
              <Icon name={scan.purpose === 'evidence' ? 'doc' : 'lock'} />
              <span>
                {t(`console.attachments.${scan.purpose}`)}{' '}
                <span className="dim">{byteSize(scan.bytes, language)}</span>
              </span>
              <button
                type="button"
                className="btn bare link"
                onClick={() => set({ scans: entry.scans.filter(({ id }) => id !== scan.id) })}
              >
                {t('console.entry.scan.remove')}
                <span className="vh"> {t(`console.attachments.${scan.purpose}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="row-acts tight">
        {purposes.map((purpose) => (
          <AddScan key={purpose} purpose={purpose} entry={entry} set={set} onProblem={setProblem} />
        ))}
      </p>
    </div>
  );
}

function AddScan({
  purpose,
  entry,
  set,
  onProblem,
}: Pick<PartProps, 'entry' | 'set'> & {
  readonly purpose: Scan['purpose'];
  readonly onProblem: (problem: Problem | null) => void;
}): ReactNode {
  const { t } = useText();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const upload = async (file: File): Promise<void> => {
    setBusy(true);
    const body = new FormData();
    body.set('file', file);
    const result = await send<Scan>('POST', `/entries/uploads?purpose=${purpose}`, { body });
    setBusy(false);
    onProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    const { id: fileId, name, bytes } = result.value;
    set({ scans: withScan(entry, { id: fileId, name, purpose, bytes }) });
  };
  return (
    <span className="add-file">
      <label className="btn" htmlFor={id}>
        <Icon name="plus" />
        {t(busy ? 'console.sending' : `console.entry.scan.${purpose}`)}
      </label>
      <input
        id={id}
        className="vh"
        type="file"
        accept={purpose === 'evidence' ? undefined : 'image/*,application/pdf'}
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void upload(file);
          event.target.value = '';
        }}
      />
    </span>
  );
}

function withScan({ scans }: Entry, scan: Scan): readonly Scan[] {
  return [...scans.filter(({ id }) => id !== scan.id), scan];
}
