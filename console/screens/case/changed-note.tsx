import type { ReactNode } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useText } from '../../text/text-context.tsx';
import { TimelineList } from './timeline-list.tsx';

/** What happened to the case since the form was opened; the words typed are untouched. */
export function ChangedNote({ view, since }: { readonly view: CaseView; readonly since: number }): ReactNode {
  const { t } = useText();
  const fresh = view.timeline.filter((entry) => entry.seq > since);
  if (fresh.length === 0) return null;
  return (
    <section className="changed" aria-label={t('console.changed.title')}>
      <p role="status">
        <b>{t('console.changed.title')}</b> {t('console.changed.detail')}
      </p>
      <TimelineList entries={fresh} zone={view.institution.zone} />
    </section>
  );
}
