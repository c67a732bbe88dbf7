import { type ReactNode, useId } from 'react';
import type { CaseView } from '../../../src/features/cases/contract.ts';
import { useNow } from '../../app/use-now.ts';
import { shortMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';

/** What the reporter was or will be told, how they judged it, and why it ended where it did. */
export function AnswerSection({ view }: { readonly view: CaseView }): ReactNode {
  const { t, language } = useText();
  const now = useNow();
  const heading = useId();
  const { answer, rating, archive, referral, question } = view;
  if (answer === null && rating === null && archive === null && referral === null && question === null)
    return null;
  const zone = view.institution.zone;
  return (
    <section aria-labelledby={heading}>
      <div className="sub">
        <h2 id={heading}>{t('console.answer.title')}</h2>
      </div>
      {question === null ? null : (
        <>
          <p className="note">
            {t('console.answer.question', { moment: shortMoment(question.askedAt, zone, language, now) })}
          </p>
          <blockquote className="preview quote">{question.text}</blockquote>
        </>
      )}
      {answer === null ? null : (
        <>
          <p className="note">
            {answer.releasedAt === null
              ? t(answer.returned ? 'console.answer.returned' : 'console.answer.waiting', {
                  author: answer.author.name,
                })
              : t('console.answer.released', {
                  author: answer.author.name,
                  moment: shortMoment(answer.releasedAt, zone, language, now),
                })}
          </p>
          <blockquote className="preview quote">{answer.text}</blockquote>
        </>
      )}
      {referral === null ? null : (
        <dl className="kv">
          <div>
            <dt>{t('console.answer.referred')}</dt>
            <dd>
              <b>{referral.body}</b> <span className="quote">{referral.reason}</span>
            </dd>
          </div>
        </dl>
      )}
      {archive === null ? null : (
        <dl className="kv">
          <div>
            <dt>{t('console.answer.archived')}</dt>
            <dd>
              <b>{t(`console.archive.${archive.reason}`)}</b>{' '}
              <span className="quote">{archive.explanation}</span>
            </dd>
          </div>
        </dl>
      )}
      {rating === null ? null : (
        <p>
          <b>{t('console.answer.rating', { score: rating.score })}</b> {rating.comment}
        </p>
      )}
    </section>
  );
}
