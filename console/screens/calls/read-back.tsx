import { type ReactNode, useEffect, useRef } from 'react';
import type { SubmissionDone } from '../../../src/features/submissions/contract.ts';
import { longMoment } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import type { Entry } from '../entry/entry.ts';

/** What is read back before it is sent, in the caller's own words and in plain Indonesian. */
export function ReadBack({
  entry,
  sendsSms,
}: {
  readonly entry: Entry;
  readonly sendsSms: boolean;
}): ReactNode {
  const { t } = useText();
  if (entry.text.trim() === '') return null;
  const digits = entry.phone.replaceAll(/\D/g, '').slice(-4);
  const answer = sendsSms && entry.reach === 'sms' && digits !== '' ? 'sms' : 'code';
  return (
    <p className="script">
      <span className="dim">{t('console.calls.back')}</span>{' '}
      {t('console.calls.back.matter', { words: entry.text.trim().replace(/[.!?]*$/, '') })}{' '}
      {entry.areaName === null ? null : `${t('console.calls.back.place', { place: entry.areaName })} `}
      {t(`console.calls.back.answer.${answer}`, { digits: digits.split('').join(' ') })}
    </p>
  );
}

/** Once it is taken down: number, code letter by letter, who looks at it by when. The code is shown this once. */
export function ReadOut({
  done: { receipt, trackingCode },
  bySms,
  urgent,
}: {
  readonly done: SubmissionDone;
  readonly bySms: boolean;
  readonly urgent: boolean;
}): ReactNode {
  const { t, language } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [due] = receipt.clocks
    .filter((clock) => clock.due !== null)
    .toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  const spelled = trackingCode.replaceAll(/[^A-Za-z0-9]/g, '').split('');
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t('console.receipt.title', { number: receipt.number })}
      </h2>
      <p className="code">{trackingCode}</p>
      <p className="spelled">{spelled.join(' ')}</p>
      <p className="script">
        <span className="dim">{t('console.calls.say')}</span>{' '}
        {t('console.calls.out.number', { number: receipt.number.split('').join(' ') })}{' '}
        {t('console.calls.out.code', { code: spelled.join(' ') })}{' '}
        {due?.due == null
          ? t('console.calls.out.by', { by: receipt.by })
          : t('console.calls.out.due', {
              by: receipt.by,
              moment: longMoment(due.due, due.zone, language),
            })}{' '}
        {urgent ? `${t('console.calls.out.urgent')} ` : null}
        {bySms ? `${t('console.calls.out.sms')} ` : null}
        {t('console.calls.out.thanks')}
      </p>
    </section>
  );
}
