import type { PublicationView } from '../../features/publications/contract.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

/** One public text: what was brought, what was answered, how long it took. No person, no number of a case. */
export function PublishedPage({ reader, view }: { reader: Reader; view: PublicationView }) {
  const { t } = reader;
  const facts: readonly (readonly [string, string | null])[] = [
    ['institution', view.institution.name],
    ['category', view.category],
    ['area', view.area],
    ['month', reader.plainDate(view.receivedMonth)],
    ['took', view.days === null ? null : t('public.days', { days: view.days })],
    ['ended', t(`public.ended.${view.closure}`)],
    ['rating', view.rating === null ? null : t('public.rated', { rating: view.rating })],
  ];
  return (
    <Shell reader={reader} title={view.title} styles={['public.css']} fleeting>
      <div className="heading">
        <p className="tag">{t(`kind.${view.kind}`)}</p>
        <h1 lang="id">{view.title}</h1>
      </div>
      <div className="two">
        <div className="stack">
          <h2>{t('public.text')}</h2>
          <blockquote className="say" lang="id" dir="auto">
            {view.text}
          </blockquote>
          {view.answer !== null && (
            <>
              <h2 className="answered">{t('public.answer')}</h2>
              <blockquote className="say answer" lang="id" dir="auto">
                {view.answer}
              </blockquote>
            </>
          )}
        </div>
        <dl className="facts">
          {facts
            .filter(([, value]) => value !== null)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{t(`public.fact.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </div>
      <p className="small gap">
        {t('public.passed', { date: reader.plainDate(view.publishedOn) })} {t('public.masked')}
      </p>
      <p>
        <a href="/terbuka">{t('public.all')}</a>
      </p>
    </Shell>
  );
}
