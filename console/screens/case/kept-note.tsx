import type { ReactNode } from 'react';
import { useText } from '../../text/text-context.tsx';
import type { Draft } from './use-draft.ts';

/** Says that the form holds words from before, and offers to begin anew. */
export function KeptNote({ draft }: { readonly draft: Draft }): ReactNode {
  const { t } = useText();
  if (!draft.kept) return null;
  return (
    <p className="note kept">
      {t('console.draft.kept')}{' '}
      <button type="button" className="btn bare link" onClick={draft.restart}>
        {t('console.draft.restart')}
      </button>
    </p>
  );
}
