import { printedNumberCount } from '../../domain/procedures/next-steps.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { Strip } from '../parts/strip.tsx';
import type { Promises } from './start-dates.ts';

/** The institution that takes in what names none. */
export interface StartInstitution {
  readonly name: string;
  readonly zone: string;
  readonly procedure: Procedure | null;
  readonly promises: Promises;
}

export interface StartPageProps {
  readonly reader: Reader;
  readonly now: string;
  /** Null before anything is set up. */
  readonly institution: StartInstitution | null;
}

export function StartPage({ reader, now, institution }: StartPageProps) {
  const { t } = reader;
  return (
    <Shell
      reader={reader}
      title={t('site.start.title')}
      styles={['form.css', 'start.css', 'strip.css']}
      islands={['draft.js']}
    >
      <div className="two">
        <FirstLine reader={reader} />
        <TrackBox reader={reader} />
      </div>
      <dl className="facts cols gap">
        {(['noAccount', 'free', 'limits'] as const).map((fact) => (
          <div key={fact}>
            <dt>{t(`site.start.fact.${fact}.title`)}</dt>
            <dd>{t(`site.start.fact.${fact}.text`)}</dd>
          </div>
        ))}
      </dl>
      {institution !== null && <IfYouReportToday reader={reader} now={now} institution={institution} />}
      <Channels reader={reader} />
    </Shell>
  );
}

/** One box; nothing else is needed to begin. It posts, so that a story never stands in an address. */
function FirstLine({ reader: { t } }: { reader: Reader }) {
  return (
    <form action="/lapor/isian" method="post" encType="multipart/form-data" data-draft="start">
      <p className="lead">{t('site.start.lead')}</p>
      <h1 className="first">
        <label htmlFor="text">{t('site.start.title')}</label>
      </h1>
      <p className="hint" id="text-h">
        {t('site.start.hint')}
      </p>
      <textarea className="in big" id="text" name="text" rows={7} aria-describedby="text-h" />
      <div className="row next">
        <button className="btn" type="submit" name="do" value="start">
          {t('site.start.next')}
        </button>
        <p className="small grow">{t('site.start.notSent')}</p>
      </div>
    </form>
  );
}

/** The code goes in the body of a POST: it is a secret and must not stay in an address. */
function TrackBox({ reader: { t } }: { reader: Reader }) {
  return (
    <form className="track" action="/lacak" method="post">
      <h2>
        <label htmlFor="kode">{t('site.start.track.title')}</label>
      </h2>
      <p className="hint" id="kode-h">
        {t('site.start.track.hint')}
      </p>
      <div className="row">
        <input
          className="in grow"
          id="kode"
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="kode-h"
        />
        <button className="btn quiet" type="submit">
          {t('site.start.track.open')}
        </button>
      </div>
      <p className="hint">{t('site.start.track.lost')}</p>
    </form>
  );
}

function IfYouReportToday(props: { reader: Reader; now: string; institution: StartInstitution }) {
  const { reader, now, institution } = props;
  const { t } = reader;
  const { zone, promises, procedure } = institution;
  const step = (name: 'verified' | 'answered' | 'handled') => ({
    title: t(`site.start.today.${name}.title`),
    // Without next year's decree nobody can name the day; the length of the limit still holds.
    when: promises[name] === null ? t(`site.start.today.${name}.limit`) : reader.day(promises[name], zone),
    instant: promises[name],
    note: t(`site.start.today.${name}.text`),
  });
  return (
    <section className="sec" aria-labelledby="nanti">
      <div className="side">
        <h2 id="nanti">{t('site.start.today.title')}</h2>
        <p className="small">
          {t('site.start.today.example', { institution: institution.name, date: reader.date(now, zone) })}
        </p>
        {procedure !== null && (
          <p className="small">
            <a href={`/sop/${procedure.id}`}>
              {t('site.start.today.sop', { steps: printedNumberCount(procedure) })}
            </a>
          </p>
        )}
      </div>
      <Strip
        items={[
          {
            title: t('site.start.today.receipt.title'),
            when: t('site.start.today.today'),
            instant: now,
            note: t('site.start.today.receipt.text'),
          },
          step('verified'),
          step('answered'),
          step('handled'),
          {
            title: t('site.start.today.judge.title'),
            when: t('site.start.today.after'),
            note: t('site.start.today.judge.text'),
          },
        ]}
      />
    </section>
  );
}

/** Only the doors that are open today. */
function Channels({ reader: { t } }: { reader: Reader }) {
  return (
    <section className="sec" aria-labelledby="kanal">
      <div className="side">
        <h2 id="kanal">{t('site.start.ways.title')}</h2>
        <p className="small">{t('site.start.ways.note')}</p>
      </div>
      <dl className="figs ways">
        {(['web', 'counter', 'phone', 'letter'] as const).map((way) => (
          <div key={way}>
            <dt className="n">{t(`site.start.ways.${way}.name`)}</dt>
            <dd>{t(`site.start.ways.${way}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
