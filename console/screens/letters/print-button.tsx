import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Problem, send } from '../../api/client.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';

interface PrintButtonProps {
  readonly letter: { readonly id: string; readonly number: string; readonly printedAt: string | null };
}

/** The letter as a file to be printed; from then on it counts as sent. Asks for a fresh proof, since it bears the name. */
export function PrintButton({ letter }: PrintButtonProps): ReactNode {
  const { t } = useText();
  const { announce } = useAnnouncer();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, number, printedAt } = letter;
  const print = async (): Promise<void> => {
    setBusy(true);
    const result = await send<Blob>('POST', `/letters/${id}/printing`, { file: true });
    setBusy(false);
    setProblem(result.ok ? null : result.error);
    if (!result.ok) return;
    saveFile(result.value, `${t('console.letters.file')}-${number}.pdf`);
    announce(t('console.letters.done', { number }));
    await Promise.all(['letters', 'case'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
  return (
    <>
      {problem === null ? null : <ProblemNote problem={problem} />}
      <button
        type="button"
        className={printedAt === null ? 'btn primary' : 'btn'}
        disabled={busy}
        onClick={() => void print()}
      >
        {t(busy ? 'console.sending' : printedAt === null ? 'console.letters.print' : 'console.letters.again')}
        <span className="vh"> {number}</span>
      </button>
    </>
  );
}
