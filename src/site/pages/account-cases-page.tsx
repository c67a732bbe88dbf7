import type { OwnCase, OwnCases } from '../../features/citizen-accounts/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

export interface AccountCasesPageProps {
  readonly reader: Reader;
  readonly cases: OwnCases;
  readonly isFirst: boolean;
  /** One was taken out just now. */
  readonly isReleased: boolean;
}

/** "Laporan saya": each with its own words, how it stands and what comes next. */
export function AccountCasesPage({ reader, cases, isFirst, isReleased }: AccountCasesPageProps) {
  const { t } = reader;
  return (
    <Shell
      reader={reader}
      title={t('account.cases.title')}
      current="account"
      styles={['form.css', 'track.css', 'track-forms.css', 'sop.css']}
    >
      {isReleased && (
        <p className="noted" role="status">
          {t('track.noted.released')}
        </p>
      )}
      <div className="heading">
        <h1>{t('account.cases.title')}</h1>
        <p className="row">
          <a className="btn" href="/lapor">
            {t('account.cases.new')}
          </a>
          <a className="btn quiet" href="/akun">
            {t('account.cases.settings')}
          </a>
        </p>
      </div>
      {cases.items.length === 0 ? (
        <p className="lead gap">{t('account.cases.none')}</p>
      ) : (
        <ul className="sop-list gap" role="list">
          {cases.items.map((one) => (
            <Line key={one.id} {...{ reader, one }} />
          ))}
        </ul>
      )}
      {(!isFirst || cases.next !== null) && (
        <p className="row after">
          {!isFirst && <a href="/akun/perkara">{t('account.cases.first')}</a>}
          {cases.next !== null && (
            <a href={`/akun/perkara?sesudah=${cases.next}`}>{t('account.cases.more')}</a>
          )}
        </p>
      )}
      <section className="sec" aria-labelledby="tambah">
        <h2 id="tambah">{t('account.claim.title')}</h2>
        <p>
          {t('account.claim.detail')} <a href="/lacak">{t('account.without.track')}</a>
        </p>
      </section>
    </Shell>
  );
}

function Line({ reader, one }: { reader: Reader; one: OwnCase }) {
  const { t } = reader;
  return (
    <li>
      <a href={`/lacak/${one.id}`}>
        <bdi>{one.title}</bdi>
      </a>
      <p>
        {t(`track.tab.${one.closure ?? one.status}`)}
        {one.due !== null && `. ${t('account.cases.due', { date: reader.date(one.due, one.zone) })}`}
      </p>
      <p className="small">
        <span className="nowrap">{one.number}</span>, {one.institution},{' '}
        {t('account.cases.received', { date: reader.date(one.receivedAt, one.zone) })}
      </p>
    </li>
  );
}
