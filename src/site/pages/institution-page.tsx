import { printedNumberCount } from '../../domain/procedures/next-steps.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { CategoryView, InstitutionView } from '../../features/organizations/contract.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

export interface InstitutionPageProps {
  readonly reader: Reader;
  readonly institution: InstitutionView;
  readonly categories: readonly CategoryView[];
  readonly procedure: Procedure | null;
}

/** One institution: what one may bring to it, by which procedure, and how to reach it. */
export function InstitutionPage({ reader, institution, categories, procedure }: InstitutionPageProps) {
  const { t, locale } = reader;
  const about = institution.description[locale] ?? institution.description.id;
  return (
    <Shell reader={reader} title={institution.name}>
      <div className="heading">
        <p className="tag">{t('site.institution.tag')}</p>
        <h1>{institution.name}</h1>
        {about !== undefined && <p className="lead">{about}</p>}
        <p className="row gap">
          <a className="btn" href={`/lapor?instansi=${encodeURIComponent(institution.id)}`}>
            {t('site.institution.report')}
          </a>{' '}
          <a className="btn quiet" href="/lacak">
            {t('site.institution.track')}
          </a>
        </p>
      </div>
      {categories.length > 0 && (
        <section className="sec" aria-labelledby="bidang">
          <div className="side">
            <h2 id="bidang">{t('site.institution.categories')}</h2>
            <p className="small">{t('site.institution.categoriesNote')}</p>
          </div>
          <ul className="bullets columns">
            {categories.map((category) => (
              <li key={category.id}>{category.name}</li>
            ))}
          </ul>
        </section>
      )}
      {procedure !== null && (
        <section className="sec" aria-labelledby="sop">
          <h2 id="sop">{t('site.institution.procedure')}</h2>
          <div className="prose">
            <p>
              <a href={`/sop/${procedure.id}`} lang="id">
                {procedure.title}
              </a>
            </p>
            <p>{t('site.institution.steps', { steps: printedNumberCount(procedure) })}</p>
          </div>
        </section>
      )}
      <section className="sec" aria-labelledby="jalan">
        <h2 id="jalan">{t('site.institution.reach')}</h2>
        <div className="prose">
          <p>{t('site.institution.reachWeb')}</p>
          {procedure !== null && procedure.channels.length > 0 && (
            <>
              <p>{t('site.institution.reachPrinted')}</p>
              <ul className="bullets" lang="id">
                {procedure.channels.map((channel) => (
                  <li key={channel}>{channel}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </section>
    </Shell>
  );
}
