import { type ReactNode, useId } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** Whether everybody reads a text of this case, or one waits for a second person. */
export function PublicationSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const heading = useId();
  const { redaction, publication } = view;
  if (redaction === null) return null;
  const moment = (at: string) => shortMoment(at, view.institution.zone, language, now);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('console.publication.title')}</h2>
      {publication === null ? (
        <p className="note">
          {t(redaction.returned === null ? 'console.publication.waits' : 'console.publication.returned', {
            who: redaction.by.name,
            moment: moment(redaction.at),
            reason: redaction.returned ?? '',
          })}
        </p>
      ) : (
        <p>
          {t('console.publication.since', { moment: moment(publication.at) })}{' '}
          <a className="link" href={`/terbuka/${publication.id}`}>
            {t('console.publication.open')}
          </a>
        </p>
      )}
    </section>
  );
}
