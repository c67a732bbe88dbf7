import { type ReactNode, useEffect, useState } from 'react';
import type { SignInWays } from '../../../src/features/people/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { askInWindow } from '../sign-in/at-provider.ts';

interface ProofAtProviderProps {
  readonly name: string;
  readonly onProved: () => void;
}

/** The proof given at the provider, in a window of its own: the page below is not left, nor what was typed there. */
export function ProofAtProvider({ name, onProved }: ProofAtProviderProps): ReactNode {
  const { t } = useText();
  const [visit, setVisit] = useState<AbortController | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => () => visit?.abort(), [visit]);
  const ask = async (): Promise<void> => {
    const control = new AbortController();
    setVisit(control);
    setProblem(null);
    const result = await askInWindow('proof', control.signal);
    setVisit(null);
    if (!result.ok) return setProblem(result.error);
    if (result.value.problem === null) return onProved();
    setProblem(await wordsFor(result.value.problem));
  };
  return (
    <div className="proof-elsewhere">
      {problem === null ? null : <ProblemNote problem={problem} />}
      <button type="button" className="btn" onClick={() => void ask()}>
        {t('console.proof.by-provider', { name })}
      </button>
      <p className="note" role="status">
        {visit === null ? '' : t('console.proof.at-provider', { name })}
      </p>
    </div>
  );
}

/** The window knows a code alone; its words come from the server, like those of every refusal. */
async function wordsFor(code: string): Promise<Problem> {
  const ways = await send<SignInWays>('GET', `/session/ways?problem=${encodeURIComponent(code)}`);
  const { title = '', detail = '' } = (ways.ok ? ways.value.problem : null) ?? {};
  return { status: 0, code, title, detail, fields: {}, faults: [], more: {} };
}
