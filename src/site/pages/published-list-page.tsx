import type { InstitutionView } from '../../features/organizations/contract.ts';
import type { PublicationItem, PublicationList } from '../../features/publications/contract.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

/** What was asked of the list; empty: everything. */
export interface Asked {
  readonly institution: string;
  readonly q: string;
  readonly cursor: string | null;
}

interface PublishedListPageProps {
  readonly reader: Reader;
  readonly list: PublicationList;
  readonly institutions: readonly InstitutionView[];
  readonly asked: Asked;
}

/** Cases that a person has passed for everybody to read, the newest first. */
export function PublishedListPage({ reader, list, institutions, asked }: PublishedListPageProps) {
  const { t } = reader;
  return (
    <Shell reader={reader} title={t('public.title')} styles={['form.css', 'public.css']} fleeting>
      <div className="heading">
        <h1>{t('public.title')}</h1>
        <p className="lead">{t('public.lead')}</p>
      </div>
      <Filter {...{ reader, institutions, asked }} />
      {list.items.length === 0 ? (
        <Nothing {...{ reader, asked }} />
      ) : (
        <ol className="published gap" role="list">
          {list.items.map((item) => (
            <Entry key={item.id} {...{ reader, item }} />
          ))}
        </ol>
      )}
      {list.next !== null && (
        <p className="gap-s">
          <a className="btn quiet" href={addressOf({ ...asked, cursor: list.next })}>
            {t('public.more')}
          </a>
        </p>
      )}
    </Shell>
  );
}

/** The page of what was asked, and where in it. */
export function addressOf({ institution, q, cursor }: Asked): string {
  const query = new URLSearchParams({
    ...(institution === '' ? {} : { instansi: institution }),
    ...(q === '' ? {} : { q }),
    ...(cursor === null ? {} : { sesudah: cursor }),
  }).toString();
  return query === '' ? '/terbuka' : `/terbuka?${query}`;
}

function Filter({ reader: { t }, institutions, asked }: Omit<PublishedListPageProps, 'list'>) {
  return (
    <search>
      <form className="find" action="/terbuka" method="get">
        <div>
          <label htmlFor="q">{t('public.find')}</label>
          <input className="in" id="q" name="q" type="search" maxLength={200} defaultValue={asked.q} />
        </div>
        <div>
          <label htmlFor="instansi">{t('public.institution')}</label>
          <select className="in" id="instansi" name="instansi" defaultValue={asked.institution}>
            <option value="">{t('public.institution.all')}</option>
            {institutions.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button className="btn quiet" type="submit">
          {t('public.search')}
        </button>
      </form>
    </search>
  );
}

function Entry({ reader, item }: { reader: Reader; item: PublicationItem }) {
  const { t } = reader;
  return (
    <li>
      <p className="tag">
        {t(`kind.${item.kind}`)}
        {item.category !== null && `, ${item.category}`}
      </p>
      <h2>
        <a href={`/terbuka/${item.id}`} lang="id">
          {item.title}
        </a>
      </h2>
      <p lang="id">{item.excerpt}</p>
      <p className="small">
        {[
          item.institution.name,
          ...(item.area === null ? [] : [item.area]),
          reader.plainDate(item.receivedMonth),
          ...(item.days === null ? [] : [t('public.days', { days: item.days })]),
          ...(item.rating === null ? [] : [t('public.rated', { rating: item.rating })]),
        ].join(' · ')}
      </p>
    </li>
  );
}

function Nothing({ reader: { t }, asked }: { reader: Reader; asked: Asked }) {
  const isNarrowed = asked.q !== '' || asked.institution !== '';
  return (
    <div className="gap prose">
      <p>{t(isNarrowed ? 'public.none-found' : 'public.none')}</p>
      <p>
        <a href={isNarrowed ? '/terbuka' : '/lapor'}>{t(isNarrowed ? 'public.all' : 'public.report')}</a>
      </p>
    </div>
  );
}
