import type { ReactNode } from 'react';
import { Shell } from '../parts/shell.tsx';
import { Correction, Earlier } from './data-contact.tsx';
import type { DataPageProps } from './data-props.ts';
import { Requests } from './data-requests.tsx';
import { nameOf } from './track-forms.ts';
import { Reveals } from './track-own.tsx';
import { RefusedNote } from './track-refused.tsx';
import { When } from './track-when.tsx';

/** Everything that is kept about the reporter, and what they may ask for: access, correction, restriction, objection. */
export function DataPage({ page, own, noted }: DataPageProps) {
  const { reader, refused, view } = page;
  const { t } = reader;
  return (
    <Shell
      reader={reader}
      title={refused === null ? t('data.title') : `${refused.title}: ${t('data.title')}`}
      current="track"
      styles={['form.css', 'track.css', 'track-forms.css', 'data.css']}
    >
      <div className="track-page">
        {refused !== null && <RefusedNote page={page} refused={refused} />}
        {noted !== null && (
          <p className="noted" role="status">
            {t(`track.noted.${noted}`)}
          </p>
        )}
        <div className="heading">
          <p className="tag">
            <a href={`/lacak/${view.code}`}>{t('data.back', { code: nameOf(view) })}</a>
          </p>
          <h1>{t('data.title')}</h1>
          <p className="lead">{t('data.lead')}</p>
          <p className="noprint">
            <a className="btn quiet" href={`/lacak/${view.code}/data.json`} download>
              {t('data.download')}
            </a>
          </p>
        </div>
        <Part id="diri" title={t('data.self.title')} note={t('data.self.note')}>
          <Self page={page} own={own} />
          <Correction page={page} own={own} />
          <Earlier page={page} own={own} />
          <OfAccount page={page} own={own} />
        </Part>
        <Requests page={page} own={own} />
        {own.openedBy === null ? null : <Reveals page={page} />}
        <Part id="tulisan" title={t('data.words.title')} note={t('data.words.note')}>
          <Words page={page} own={own} />
        </Part>
        <Part id="kabar" title={t('data.notices.title')} note={t('data.notices.note')}>
          <Notices page={page} own={own} />
        </Part>
        <Part id="masa" title={t('data.kept.title')} note={t('data.kept.note')}>
          <Kept page={page} own={own} />
        </Part>
      </div>
    </Shell>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly children: ReactNode;
}

function Part({ id, title, note, children }: PartProps) {
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="side">
        <h2 id={id}>{title}</h2>
        <p className="small">{note}</p>
      </div>
      <div className="col">{children}</div>
    </section>
  );
}

type OwnProps = Pick<DataPageProps, 'page' | 'own'>;

const facts = ['name', 'phone', 'email', 'nik', 'familyCardNumber', 'address'] as const;

function Self({ page: { reader }, own }: OwnProps) {
  const { t } = reader;
  if (!own.isKept) return <p>{t('data.self.destroyed')}</p>;
  const { identity } = own;
  if (identity === null) return <p>{t('data.self.anonymous')}</p>;
  const given = facts.filter((fact) => identity[fact] !== null);
  if (given.length === 0 && identity.beside.length === 0) return <p>{t('data.self.nothing')}</p>;
  return (
    <dl className="facts own">
      {given.map((fact) => (
        <div key={fact}>
          <dt>{t(`data.fact.${fact}`)}</dt>
          <dd className="plain">
            <bdi>{identity[fact]}</bdi>
          </dd>
        </div>
      ))}
      {identity.beside.map((one) => (
        <div key={`${one.as} ${one.name} ${one.about}`}>
          <dt>{t(`data.beside.${one.as}`)}</dt>
          <dd className="plain">
            <bdi>
              {[one.name, one.about, one.phone, one.nik, one.address]
                .filter((part) => part !== null)
                .join(', ')}
            </bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What the account that keeps the report knows beside it. */
function OfAccount({ page: { reader, view }, own: { account } }: OwnProps) {
  if (account === null) return null;
  const { t } = reader;
  return (
    <p className="small after">
      {t('account.data', {
        address: account.address ?? '',
        date: reader.date(account.createdAt, view.zone),
      })}{' '}
      <a href="/akun">{t('account.title')}</a>
    </p>
  );
}

function Words({ page, own }: OwnProps) {
  const { reader } = page;
  const { t } = reader;
  const places = [own.place, own.area].filter((one) => one !== null && one !== '');
  return (
    <>
      <p className="small">
        <When page={page} at={own.receivedAt} />
        {places.length > 0 && (
          <>
            , <bdi>{places.join(', ')}</bdi>
          </>
        )}
      </p>
      <blockquote className="say" dir="auto">
        {own.text}
      </blockquote>
      {own.written.map((one) => (
        <div key={`${one.at} ${one.text}`} className="later">
          <p className="small">
            <When page={page} at={one.at} />
          </p>
          <blockquote className="say" dir="auto">
            {one.text}
          </blockquote>
        </div>
      ))}
      {own.files.length > 0 && (
        <ul className="files" role="list">
          {own.files.map((file) => (
            <li key={`${file.addedAt} ${file.name}`}>
              {file.sealed ? t(`file-purpose.${file.purpose}`) : <bdi>{file.name}</bdi>}{' '}
              <span className="soft">{reader.bytes(file.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Notices({ page, own }: OwnProps) {
  const { t } = page.reader;
  if (own.notices.length === 0) return <p>{t('data.notices.none')}</p>;
  return (
    <ol className="talk" role="list">
      {own.notices.map((one) => (
        <li key={`${one.at} ${one.subject}`}>
          <p>{one.subject}</p>
          <p className="small">
            <When page={page} at={one.at} />, {t(`data.notices.${wayOf(one)}`)}
          </p>
        </li>
      ))}
    </ol>
  );
}

function wayOf({ channel, status }: OwnProps['own']['notices'][number]): string {
  if (channel === 'letter') return status === 'sent' ? 'letter' : 'letter-waits';
  return channel === 'email' ? 'mail' : channel === 'sms' ? 'sms' : 'page';
}

function Kept({ page: { reader }, own }: OwnProps) {
  const { t } = reader;
  return (
    <>
      {own.retention.map(({ id, name, covers, keep, law }) => (
        <div key={id} className="later">
          <p>
            <b>{name}</b>:{' '}
            {keep === null
              ? t('site.privacy.long.institution')
              : t(`site.privacy.long.${keep.unit}`, {
                  amount: keep.amount,
                  start: t(
                    `site.privacy.long.from.${id === 'citizen-account' ? 'last-visit' : 'case-ended'}`,
                  ),
                })}
          </p>
          <p className="small">
            {covers}. {law}
          </p>
        </div>
      ))}
      <p className="small">
        <a href="/privasi">{t('report.privacy.link')}</a>
      </p>
    </>
  );
}
