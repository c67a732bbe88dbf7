import { type ReactNode, useState } from 'react';
import type { Result } from '../../../src/domain/shared/result.ts';
import type { Problem } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { knowsPasskeys } from './passkey.ts';

interface PasskeyButtonProps<T> {
  readonly label: string;
  readonly className: string;
  readonly use: () => Promise<Result<T, Problem>>;
  readonly onDone: (value: T) => void;
}

/** One press, and the device asks for its owner. Not there where the browser knows no passkeys. */
export function PasskeyButton<T>({ label, className, use, onDone }: PasskeyButtonProps<T>): ReactNode {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!knowsPasskeys) return null;
  const press = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const result = await use();
    setBusy(false);
    if (result.ok) onDone(result.value);
    else setProblem(result.error);
  };
  return (
    <div className="passkey-way">
      {problem === null ? null : <ProblemNote problem={problem} />}
      <button type="button" className={className} disabled={busy} onClick={() => void press()}>
        {label}
      </button>
    </div>
  );
}
