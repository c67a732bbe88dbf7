import { type ReactNode, useState } from 'react';
import type { Problem } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useText } from '../../text/text-context.tsx';
import { goToProvider } from './at-provider.ts';

/** The way in by the institution's own provider, before the one with a password. */
export function ProviderWay({ name }: { readonly name: string }): ReactNode {
  const { t } = useText();
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const go = async (): Promise<void> => {
    setGoing(true);
    const refused = await goToProvider();
    setProblem(refused);
    if (refused !== null) setGoing(false);
  };
  return (
    <div className="provider-way">
      {problem === null ? null : <ProblemNote problem={problem} />}
      <button type="button" className="btn primary wide" disabled={going} onClick={() => void go()}>
        {t(going ? 'console.sign-in.going' : 'console.sign-in.by-provider', { name })}
      </button>
      <p className="or">{t('console.sign-in.or')}</p>
    </div>
  );
}
