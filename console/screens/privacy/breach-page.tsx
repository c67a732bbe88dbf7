import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { BreachView } from '../../../src/features/breaches/contract.ts';
import { breachQuery } from '../../api/privacy-queries.ts';
import { useTitle } from '../../app/use-title.ts';
import { Icon } from '../../parts/icon.tsx';
import { PageProblem } from '../../parts/page-problem.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { longMoment, readerZone } from '../../text/dates.ts';
import { useText } from '../../text/text-context.tsx';
import { BreachClock } from './breach-clock.tsx';
import { BreachDialog } from './breach-dialog.tsx';
import { BreachLog } from './breach-log.tsx';
import { BreachNotices } from './breach-notices.tsx';
import { WordsDialog } from './words-dialog.tsx';
import './privacy.css';

/** One breach: what is known, how long is left, the notices, and everything that was done. */
export function BreachPage(): ReactNode {
  const { id } = useParams({ from: '/data-pribadi/kejadian/$id' });
  const { data, error, refetch } = useQuery(breachQuery(id));
  useTitle(data?.title ?? '');
  if (data !== undefined) return <Breach breach={data} />;
  return error === null ? (
    <Skeleton lines={12} />
  ) : (
    <PageProblem error={error} retry={() => void refetch()} whole />
  );
}

type Open = 'change' | 'note' | 'close' | null;

function Breach({ breach }: { readonly breach: BreachView }): ReactNode {
  const { t } = useText();
  const [open, setOpen] = useState<Open>(null);
  const may = (act: BreachView['acts'][number]): boolean => breach.acts.includes(act);
  const close = (): void => setOpen(null);
  return (
    <div className="page">
      <div className="head">
        <p className="crumb">
          <Link to="/data-pribadi" search={{ bagian: 'kejadian' }} className="link">
            <Icon name="back" />
            {t('console.breach.back')}
          </Link>
        </p>
        <h1>{breach.title}</h1>
        <p className="facts">
          {t(breach.closedAt === null ? 'console.breach.open' : 'console.breach.closed')}
        </p>
        {may('change') ? (
          <p className="end">
            <button type="button" className="btn" onClick={() => setOpen('change')}>
              <Icon name="pen" />
              {t('console.breach.change')}
            </button>
          </p>
        ) : null}
      </div>
      <div className="pad privacy-sheet">
        <Facts breach={breach} />
        <BreachNotices breach={breach} />
        <BreachLog breach={breach} />
        {breach.acts.length === 0 ? null : (
          <p className="row-acts">
            <button type="button" className="btn" onClick={() => setOpen('note')}>
              {t('console.breach.note')}
            </button>
            {may('close') ? (
              <button type="button" className="btn" onClick={() => setOpen('close')}>
                {t('console.breach.close')}
              </button>
            ) : null}
          </p>
        )}
      </div>
      {open === 'change' ? (
        <BreachDialog institution={breach.institution} breach={breach} onClose={close} />
      ) : null}
      {open === 'note' ? (
        <WordsDialog
          title={t('console.breach.note')}
          label={t('console.breach.note.text')}
          path={`/privacy/breaches/${breach.id}/note`}
          said={t('console.breach.noted')}
          onClose={close}
        />
      ) : null}
      {open === 'close' ? (
        <WordsDialog
          title={t('console.breach.close')}
          label={t('console.breach.close.text')}
          hint={t('console.breach.close.hint')}
          path={`/privacy/breaches/${breach.id}/closing`}
          said={t('console.breach.closed-now')}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

function Facts({ breach }: { readonly breach: BreachView }): ReactNode {
  const { t, language } = useText();
  const { people, data, measures, caseNumbers, clock } = breach;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [
      'due',
      <span key="due">
        <BreachClock clock={clock} />
        <small>{clock.explanation}</small>
      </span>,
    ],
    ['noticed', longMoment(breach.noticedAt, readerZone(), language)],
    ['course', breach.course],
    ['data', data.map((one) => t(`console.breach.data.${one}`)).join(', ')],
    ['people', people === null ? t('console.breach.people.unknown') : people.toLocaleString(language)],
    ['measures', measures === '' ? t('console.breach.measures.none') : measures],
    ['cases', caseNumbers.length === 0 ? t('console.breach.cases.none') : caseNumbers.join(', ')],
  ];
  return (
    <section aria-labelledby="h-facts">
      <h2 id="h-facts">{t('console.breach.facts')}</h2>
      <dl className="kv">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`console.breach.${name}`)}</dt>
            <dd className="privacy-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
