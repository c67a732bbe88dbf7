import { type ReactNode, useId } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** What was found out, by whom and when, and the outcome; nothing of it but the outcome reaches the reporter. */
export function InquirySection({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const heading = useId();
  const { inquiry } = view;
  if (inquiry === null) return null;
  const parts = [
    ['research', inquiry.research],
    ['examination', inquiry.examination],
  ] as const;
  return (
    <section aria-labelledby={heading}>
      <div className="sub">
        <h2 id={heading}>{t('console.sealed.inquiry')}</h2>
      </div>
      {inquiry.outcome === null ? null : (
        <p>
          <b>{t(`console.inquiry-outcome.${inquiry.outcome}`)}</b>
        </p>
      )}
      {parts.map(([part, written]) =>
        written === null ? null : (
          <div key={part}>
            <p className="note">
              {t(`console.sealed.${part}`, {
                author: written.author.name,
                moment: shortMoment(written.at, view.institution.zone, language, now),
              })}
            </p>
            <blockquote className="preview quote">{written.findings}</blockquote>
          </div>
        ),
      )}
      {inquiry.research?.proceed === false ? <p className="note">{t('console.sealed.no-ground')}</p> : null}
    </section>
  );
}
