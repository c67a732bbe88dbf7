import type { ReactNode } from 'react';
import type { ProcessingRegister } from '../../features/privacy/contract.ts';
import type { InstitutionContact } from '../../features/privacy/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { Paragraphs } from './info-pages.tsx';

export interface PrivacyPageProps {
  readonly reader: Reader;
  readonly rules: Pick<ProcessingRegister, 'activities' | 'retention'>;
  readonly contacts: readonly InstitutionContact[];
}

/** What is kept, why and by which law, who sees it, for how long, what a person may demand, and of whom. */
export function PrivacyPage({ reader, rules, contacts }: PrivacyPageProps) {
  const { t } = reader;
  return (
    <Shell reader={reader} title={t('site.privacy.title')}>
      <div className="heading">
        <h1>{t('site.privacy.title')}</h1>
        <p className="lead">{t('site.privacy.lead')}</p>
      </div>
      <Part reader={reader} part="kept" />
      <Part reader={reader} part="why">
        <Purposes reader={reader} activities={rules.activities} />
      </Part>
      <Part reader={reader} part="seen" />
      <Part reader={reader} part="long">
        <Periods reader={reader} rules={rules} />
      </Part>
      <Part reader={reader} part="device" />
      <Part reader={reader} part="rights" />
      <Part reader={reader} part="ask">
        <Contacts reader={reader} contacts={contacts} />
      </Part>
    </Shell>
  );
}

interface PartProps {
  readonly reader: Reader;
  readonly part: 'kept' | 'why' | 'seen' | 'long' | 'device' | 'rights' | 'ask';
  readonly children?: ReactNode;
}

function Part({ reader: { t }, part, children }: PartProps) {
  return (
    <section className="sec" aria-labelledby={part}>
      <h2 id={part}>{t(`site.privacy.${part}.title`)}</h2>
      <div className="stack">
        <Paragraphs text={t(`site.privacy.${part}.text`)} />
        {children}
      </div>
    </section>
  );
}

function Purposes({
  reader: { t },
  activities,
}: {
  readonly reader: Reader;
  readonly activities: PrivacyPageProps['rules']['activities'];
}) {
  return (
    <ul className="contacts" role="list" aria-label={t('site.privacy.why.table')}>
      {activities
        .filter(({ forReporters }) => forReporters)
        .map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.purpose}</b>
            </p>
            <p>
              {t('site.privacy.why.data')}: {one.data.replace(/\.?$/, '.')}
            </p>
            <p className="small">
              {t('site.privacy.why.basis')}: {one.basis.replace(/\.?$/, '.')}
            </p>
          </li>
        ))}
    </ul>
  );
}

/** Only the kinds of data that a reporter gives; those of the office are in its own register. */
function Periods({ reader: { t }, rules }: Pick<PrivacyPageProps, 'reader' | 'rules'>) {
  const named = new Set(rules.activities.flatMap((one) => (one.forReporters ? one.retention : [])));
  return (
    <ul className="bullets prose">
      {rules.retention
        .filter(({ id }) => named.has(id))
        .map(({ id, name, covers, keep, startsAt, setting }) => (
          <li key={id}>
            <b>{name}</b> ({covers}):{' '}
            {keep === null
              ? t('site.privacy.long.institution')
              : t(`site.privacy.long.${keep.unit}`, {
                  amount: keep.amount,
                  start: t(`site.privacy.long.from.${startsAt}`),
                })}{' '}
            {setting && t('site.privacy.long.setting')}
          </li>
        ))}
    </ul>
  );
}

function Contacts({ reader: { t }, contacts }: Pick<PrivacyPageProps, 'reader' | 'contacts'>) {
  return (
    <>
      {contacts.length > 0 && (
        <ul className="contacts" role="list" aria-label={t('site.privacy.ask.table')}>
          {contacts.map((one) => (
            <li key={one.institution}>
              <p>
                <b lang="id">{one.institutionName}</b>
              </p>
              <p lang="id">{one.office}</p>
              {one.email !== '' && (
                <p>
                  {t('site.privacy.ask.email')}: <a href={`mailto:${one.email}`}>{one.email}</a>
                </p>
              )}
              {one.phone !== '' && (
                <p>
                  {t('site.privacy.ask.phone')}: {one.phone}
                </p>
              )}
              {one.address !== '' && (
                <p>
                  {t('site.privacy.ask.address')}: <span lang="id">{one.address}</span>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="prose">{t('site.privacy.ask.other')}</p>
    </>
  );
}
