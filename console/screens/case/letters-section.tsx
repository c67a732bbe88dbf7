import { type ReactNode, useId } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { PrintButton } from '../letters/print-button.tsx';

/** What goes to the reporter on paper, and how far it has come: waiting, or printed on a day. */
export function LettersSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const heading = useId();
  if (view.letters.length === 0) return null;
  const moment = (at: string) => shortMoment(at, view.institution.zone, language, now);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{t('console.letter.title')}</h2>
      {view.letters.map((letter) => (
        <div key={letter.id}>
          <p>
            {letter.printedAt === null
              ? t('console.letter.waits', {
                  what: t(`console.letter.${letter.template}`),
                  moment: moment(letter.writtenAt),
                })
              : t('console.letter.printed', {
                  what: t(`console.letter.${letter.template}`),
                  moment: moment(letter.printedAt),
                })}
          </p>
          {view.mayPrint ? (
            <p>
              <PrintButton letter={{ ...letter, number: view.number }} />
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}
