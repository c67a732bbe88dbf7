import {
  type AccountSession,
  accountLimits,
  type OwnAccount,
} from '../../features/citizen-accounts/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';

const styles = ['form.css', 'track.css', 'track-forms.css'];
/** An account belongs to no office; its times are told as in Jakarta, with the zone. */
const zone = 'Asia/Jakarta';

export interface AccountPageProps {
  readonly reader: Reader;
  readonly own: OwnAccount;
  readonly sessions: readonly AccountSession[];
}

/** Everything that is kept about the account itself, where it is signed in, and the way out. */
export function AccountPage({ reader, own, sessions }: AccountPageProps) {
  const { t } = reader;
  return (
    <Shell reader={reader} title={t('account.title')} current="account" styles={styles}>
      <div className="heading">
        <h1>{t('account.title')}</h1>
        <p className="lead">
          <bdi>{t('account.signed-in', { address: own.address ?? '' })}</bdi>
        </p>
        <form className="row" action="/akun/keluar" method="post">
          <a className="btn" href="/akun/perkara">
            {t('account.cases.title')}
          </a>
          <button className="btn quiet" type="submit">
            {t('account.sign-out')}
          </button>
        </form>
      </div>
      <section className="sec" aria-labelledby="sesi">
        <div className="side">
          <h2 id="sesi">{t('account.sessions.title')}</h2>
          <p className="small">
            {t('account.sessions.note', { hours: accountLimits.idleHours, days: accountLimits.sessionDays })}
          </p>
        </div>
        <ul className="files col" role="list">
          {sessions.map((one) => (
            <Session key={one.id} {...{ reader, one }} />
          ))}
        </ul>
      </section>
      <section className="sec" aria-labelledby="hapus">
        <div className="side">
          <h2 id="hapus">{t('account.kept.title')}</h2>
        </div>
        <div className="col prose">
          <p>{t('account.kept.detail', { date: reader.date(own.createdAt, zone) })}</p>
          <p>
            <a href="/akun/hapus">{t('account.delete')}</a>
          </p>
        </div>
      </section>
    </Shell>
  );
}

function Session({ reader, one }: { reader: Reader; one: AccountSession }) {
  const { t } = reader;
  const seen = t('account.sessions.seen', { time: reader.dateTime(one.lastSeenAt, zone) });
  return (
    <li>
      <p>{one.current ? t('account.sessions.this') : <bdi>{one.userAgent.slice(0, 80)}</bdi>}</p>
      <p className="small">{seen}</p>
      {!one.current && (
        <form action="/akun/sesi" method="post">
          <input type="hidden" name="id" value={one.id} />
          <button className="link" type="submit">
            {t('account.sessions.end')}
          </button>
        </form>
      )}
    </li>
  );
}

/** The second of two presses: what goes and what stays. */
export function AccountDeletePage({ reader }: { reader: Reader }) {
  const { t } = reader;
  return (
    <Shell reader={reader} title={t('account.delete')} current="account" styles={styles}>
      <div className="stack">
        <h1>{t('account.delete.title')}</h1>
        <p className="lead">{t('account.delete.detail')}</p>
      </div>
      <form className="sure" action="/akun/hapus" method="post">
        <p className="row">
          <button className="btn" type="submit">
            {t('account.delete.yes')}
          </button>
          <a className="btn quiet" href="/akun">
            {t('account.delete.no')}
          </a>
        </p>
      </form>
    </Shell>
  );
}
