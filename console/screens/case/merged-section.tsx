import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useText } from '../../text/text-context.tsx';

/** The case that this one follows, or the cases that follow this one: all are counted, those shown may be opened. */
export function MergedSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useText();
  const heading = useId();
  const count = view.mergedHere.length + view.mergedBeyond;
  if (view.mergedInto === null && count === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('console.merged.title')}</h2>
      {view.mergedInto === null ? null : (
        <p>
          {t('console.merged.into')}{' '}
          <Link to="/perkara/$id" params={{ id: view.mergedInto.id }} className="link">
            {view.mergedInto.number}
          </Link>
        </p>
      )}
      {count === 0 ? null : (
        <>
          <p className="note">{t('console.merged.here', { count })}</p>
          <ul>
            {view.mergedHere.map((one) => (
              <li key={one.id}>
                <Link to="/perkara/$id" params={{ id: one.id }} className="link">
                  {one.number}
                </Link>{' '}
                {one.title}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
