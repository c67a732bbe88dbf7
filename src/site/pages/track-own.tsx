import type { ReactNode } from 'react';
import { FileField, TrackForm } from './track-form.tsx';
import { frontOffice, offers, type Tracked } from './track-forms.ts';
import { When } from './track-when.tsx';

/** Who looked at the reporter's name, when and why; `leadsOn`: with the way to all of their data. */
export function Reveals({ page, leadsOn = false }: { page: Tracked; leadsOn?: boolean }) {
  const { reader, view } = page;
  const { t } = reader;
  return (
    <section className="sec" aria-labelledby="buka">
      <div className="side">
        <h2 id="buka">{t('track.reveals.title')}</h2>
        {leadsOn && view.identity === 'sealed' && <p className="small">{t('track.reveals.intro')}</p>}
      </div>
      <div className="col">
        {view.identity === 'destroyed' && <Destroyed page={page} />}
        {view.reveals.length === 0 ? (
          <p>{t(view.anonymous ? 'track.reveals.anonymous' : 'track.reveals.none')}</p>
        ) : (
          <>
            <ol className="talk" role="list">
              {view.reveals.map((one) => (
                <li key={one.at}>
                  <p>
                    <b>{one.unit ?? frontOffice(view)}</b>
                  </p>
                  <p>
                    {t(`purpose.${one.purpose}`)}.{' '}
                    <bdi>{t('track.reveals.reason', { reason: one.reason })}</bdi>
                  </p>
                  <p className="small">
                    <When page={page} at={one.at} />
                  </p>
                </li>
              ))}
            </ol>
            <p className="small">{t('track.reveals.ask')}</p>
          </>
        )}
        {leadsOn && (
          <p className="noprint after">
            <a href={`/lacak/${view.code}/data`}>{t('track.reveals.data')}</a>
          </p>
        )}
      </div>
    </section>
  );
}

/** Nobody can read it any more, the reporter neither. */
function Destroyed({ page: { reader, view } }: { page: Tracked }) {
  const at = view.identityDestroyedAt;
  return (
    <p>
      {at === null
        ? reader.t('track.identity.gone')
        : reader.t('track.identity.destroyed', { date: reader.date(at, view.zone) })}
    </p>
  );
}

/** What was sent, word for word, with its files. */
export function Own({ page }: { page: Tracked }) {
  const { t } = page.reader;
  return (
    <section className="sec" aria-labelledby="asli">
      <div className="side">
        <h2 id="asli">{t('track.own.title')}</h2>
        <p className="small">{t('track.own.intro')}</p>
      </div>
      <div className="col">
        <OwnText page={page} />
        <Facts page={page} />
        <Files page={page} />
      </div>
    </section>
  );
}

/** A long story is folded, so that what follows it is found. */
const longText = 900;

function OwnText({ page: { reader, view } }: { page: Tracked }) {
  const words = (
    <blockquote className="say" dir="auto">
      {view.text}
    </blockquote>
  );
  if (view.text.length <= longText) return words;
  return (
    <details className="act">
      <summary>{reader.t('track.own.text')}</summary>
      {words}
    </details>
  );
}

function Facts({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  const kind = view.oversight && view.kind === 'complaint' ? 'oversight' : view.kind;
  const places = [view.place, view.area].filter((one) => one !== null && one !== '');
  return (
    <dl className="facts own">
      {!isOpening(view) && (
        <Fact name={t('track.own.about')}>
          <bdi>{view.title}</bdi>
        </Fact>
      )}
      <Fact name={t('track.own.kind')}>{t(`kind.${kind}`)}</Fact>
      <Fact name={t('track.own.received')}>
        <When page={page} at={view.receivedAt} />, {t(`channel-via.${view.channel}`)}
      </Fact>
      {view.occurredOn !== null && (
        <Fact name={t('track.own.occurred')}>
          <time dateTime={view.occurredOn}>{reader.plainDate(view.occurredOn)}</time>
        </Fact>
      )}
      {places.length > 0 && (
        <Fact name={t('track.own.area')}>
          <bdi>{places.join(', ')}</bdi>
        </Fact>
      )}
      <Fact name={t('track.own.secrecy')}>
        {t(`secrecy.${view.secrecy}.name`)}
        <span className="small meaning">{t(`secrecy.${view.secrecy}.meaning`)}</span>
      </Fact>
    </dl>
  );
}

/** A title that is the text's own first words says nothing beside them. */
function isOpening({ title, text }: Tracked['view']): boolean {
  return text.replace(/\s+/g, ' ').trim().startsWith(title.replace(/…$/, ''));
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="plain">{children}</dd>
    </div>
  );
}

function Files({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  return (
    <>
      <h3 className="after">{t('track.files.title')}</h3>
      {view.attachments.length === 0 ? (
        <p className="soft">{t('track.files.none')}</p>
      ) : (
        <ul className="files" role="list">
          {view.attachments.map((file) => (
            <li key={file.id}>
              <span>{file.sealed ? t(`file-purpose.${file.purpose}`) : <bdi>{file.name}</bdi>}</span>{' '}
              <span className="soft">
                {reader.bytes(file.bytes)}
                {file.sealed && `, ${t('track.files.sealed')}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {offers(page, 'attachments') && (
        <details className="act" open={page.refused?.form === 'attachments'}>
          <summary>{t('track.files.add')}</summary>
          <TrackForm page={page} form="attachments" files>
            <FileField
              {...{ page, form: 'attachments', field: 'attachments', multiple: true }}
              label={t('track.files.label')}
              hint={t('track.files.hint')}
            />
            <button className="btn" type="submit">
              {t('track.files.send')}
            </button>
          </TrackForm>
        </details>
      )}
    </>
  );
}
