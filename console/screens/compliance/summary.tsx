import type { ReactNode } from 'react';
import type { Compliance } from '../../../src/features/compliance/contract.ts';
import type { ComplianceSearch } from '../../app/compliance-search.ts';
import { wholeNumber } from '../../text/numbers.ts';
import { useText } from '../../text/text-context.tsx';
import { FigureLink } from './figure-link.tsx';
import { endingWords, shareWords } from './figure-words.ts';
import { ShareBar } from './share-bar.tsx';

interface Props {
  readonly data: Compliance;
  readonly search: ComplianceSearch;
}

/** The SOP's own measure of success as one number, with what it says and what it counts. */
export function Indicator({ data: { indicator }, search }: Props): ReactNode {
  const { t, language } = useText();
  const { kept, missed, unjudged, share, text } = indicator;
  return (
    <section className="indicator" aria-labelledby="h-indicator">
      <h2 id="h-indicator">{t('console.compliance.indicator')}</h2>
      <p className="big">
        {share === null
          ? t('console.compliance.indicator.unknown')
          : t('console.compliance.indicator.share', { share: shareWords(share, language) })}
      </p>
      <ShareBar within={kept} late={missed} running={0} />
      <dl className="counts">
        {(['kept', 'missed', 'unjudged'] as const).map((measure) => (
          <div key={measure}>
            <dt>{t(`console.compliance.figure.${measure}`)}</dt>
            <dd>
              <FigureLink
                count={{ kept, missed, unjudged }[measure]}
                figure={t(`console.compliance.figure.${measure}`)}
                search={{ ...search, measure }}
                tone={measure === 'missed' ? 'late' : ''}
              />
            </dd>
          </div>
        ))}
      </dl>
      {text === null ? null : <p className="note">{t('console.compliance.indicator.quoted', { text })}</p>}
      <p className="note">{t('console.compliance.figure.indicator.meaning')}</p>
    </section>
  );
}

/** The promise for the whole, where the SOP makes one. */
export function Whole({ data: { overall }, search }: Props): ReactNode {
  const { t, language } = useText();
  if (overall === null) return null;
  const { within, late, running, cancelled, share, limit } = overall;
  return (
    <section aria-labelledby="h-whole">
      <h2 id="h-whole">{t('console.compliance.whole')}</h2>
      <p className="big">
        {share === null
          ? t('console.compliance.indicator.unknown')
          : t('console.compliance.whole.share', { share: shareWords(share, language) })}
      </p>
      <ShareBar within={within} late={late} running={running} />
      <dl className="counts">
        {(['within', 'late', 'running', 'cancelled'] as const).map((measure) => (
          <div key={measure}>
            <dt>{t(`console.compliance.figure.${measure}`)}</dt>
            <dd>
              <FigureLink
                count={{ within, late, running, cancelled }[measure]}
                figure={t(`console.compliance.figure.${measure}`)}
                search={{ ...search, measure: `overall-${measure}` }}
                tone={measure === 'late' ? 'late' : ''}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">
        {t('console.compliance.whole.limit', {
          limit: t(`console.limit.${limit.unit}`, { count: limit.amount }),
        })}
        . {t('console.compliance.figure.overall.meaning')}
      </p>
    </section>
  );
}

/** What became of the cases: by name, and never two of them mixed. */
export function Cases({ data: { cases }, search }: Props): ReactNode {
  const { t, language } = useText();
  const main = [
    ['received', cases.received],
    ['followed-up', cases.followedUp],
    ['settled', cases.settled],
    ['reopened', cases.reopened],
  ] as const;
  return (
    <section aria-labelledby="h-cases">
      <h2 id="h-cases">{t('console.compliance.cases')}</h2>
      <dl className="named">
        {main.map(([measure, count]) => (
          <div key={measure}>
            <dt>
              {t(`console.compliance.figure.${measure}`)}
              <small>{t(`console.compliance.figure.${measure}.meaning`)}</small>
            </dt>
            <dd>
              <FigureLink
                count={count}
                figure={t(`console.compliance.figure.${measure}`)}
                search={{ ...search, measure }}
              />
            </dd>
          </div>
        ))}
      </dl>
      <dl className="counts column">
        {cases.endings.map(({ ending, count }) => (
          <div key={ending}>
            <dt>{endingWords(ending, t)}</dt>
            <dd>
              <FigureLink count={count} figure={endingWords(ending, t)} search={{ ...search, ending }} />{' '}
              <span className="dim">
                {t('console.compliance.of', { count: wholeNumber(cases.received, language) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
