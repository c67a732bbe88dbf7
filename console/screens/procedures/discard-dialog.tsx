import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DraftView } from '../../../src/features/procedures/contract.ts';
import { type Problem, send } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAnnouncer } from '../../parts/status-line.tsx';
import { useText } from '../../text/text-context.tsx';

/** Ends a draft without a release, after a question. */
export function DiscardDialog({
  view,
  onClose,
  onDone,
}: {
  readonly view: DraftView;
  readonly onClose: () => void;
  readonly onDone: (view: DraftView) => void;
}): ReactNode {
  const { t } = useText();
  const client = useQueryClient();
  const { announce } = useAnnouncer();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const discard = async (): Promise<void> => {
    setBusy(true);
    const path = `/procedures/drafts/${view.id}?revision=${view.revision}`;
    const result = await send<DraftView>('DELETE', path);
    setBusy(false);
    if (!result.ok) return setProblem(result.error);
    await client.invalidateQueries({ queryKey: ['drafts', 'open'] });
    announce(t('console.draft.discarded'), { focus: true });
    onDone(result.value);
  };
  return (
    <Dialog title={t('console.draft.discard.title')} onClose={onClose}>
      <div className="form">
        {problem === null ? null : <ProblemNote problem={problem} />}
        <p>{t('console.draft.discard.detail', { count: view.authors.length })}</p>
        <p className="row-acts">
          <button type="button" className="btn primary" disabled={busy} onClick={() => void discard()}>
            {t('console.draft.discard.act')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t('console.draft.discard.keep')}
          </button>
        </p>
      </div>
    </Dialog>
  );
}
