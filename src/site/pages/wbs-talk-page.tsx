import type { ReactNode } from 'react';
import type { TalkView } from '../../features/sealed-cases/index.ts';
import type { Reader } from '../parts/reader.ts';
import { Shell } from '../parts/shell.tsx';
import { here } from './wbs-page.tsx';

/** What may be sent from the page, by the word of its address. */
export const wbsForms = {
  lengkapi: 'completion',
  pesan: 'reporter-message',
  terima: 'confirmation',
  keberatan: 'objection',
  cabut: 'withdrawal',
  berkas: 'reporter-attachment',
} as const;
export type WbsForm = keyof typeof wbsForms;

export interface WbsTalkPageProps {
  readonly reader: Reader;
  readonly view: TalkView;
  /** What was done just now. */
  readonly noted: WbsForm | null;
  /** What was refused, with everything typed. */
  readonly refused: { readonly form: WbsForm; readonly typed: string; readonly why: string } | null;
}

/** The talk: where the matter stands, what was said to and fro, and what its writer may do. */
export function WbsTalkPage(page: WbsTalkPageProps) {
  const { reader, view, noted } = page;
  const { t } = reader;
  const date = view.due === null ? '' : reader.date(view.due.at, view.zone);
  return (
    <Shell
      reader={reader}
      title={t('wbs.talk.tab')}
      styles={['form.css', 'track.css', 'track-forms.css', 'wbs.css']}
      apart
    >
      <div className="track-page">
        {noted !== null && (
          <p className="noted" role="status">
            {t(`wbs.talk.noted.${noted}`)}
          </p>
        )}
        <p className="tag">{t('wbs.talk.code', { code: view.code })}</p>
        <h1 className="status">{t(`wbs.talk.now.${standing(view)}`, { institution: view.institution })}</h1>
        {date !== '' && <p className="remark lead">{t(`wbs.talk.due.${whose(view)}`, { date })}</p>}
        <Ending page={page} />
        <Letters page={page} />
        <More page={page} />
        <section className="sec" aria-labelledby="laporan">
          <h2 id="laporan">{t('wbs.talk.own')}</h2>
          <div className="col">
            <p className="say" dir="auto">
              {view.text}
            </p>
            {view.files.length > 0 && (
              <ul className="files gap-s" role="list">
                {view.files.map(({ name, bytes }) => (
                  <li key={name}>
                    {name} <span className="small">{reader.bytes(bytes)}</span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </section>
      </div>
    </Shell>
  );
}

/** Whose the next date is: the writer's own, or the inspectorate's. */
function whose({ due }: TalkView): 'yours' | 'ours' {
  return due?.rule.startsWith('reporter-') === true ? 'yours' : 'ours';
}

const stages = ['verify', 'research', 'examine', 'conclude'];

/** The word for where it stands: the step while it is worked on, else the status. */
function standing({ status, act }: TalkView): string {
  const isAside = status === 'awaiting-reporter' || status === 'reopened';
  return act !== null && stages.includes(act) && !isAside ? act : status;
}

function Ending({ page: { reader, view } }: { page: WbsTalkPageProps }) {
  const { t } = reader;
  const { answer, referral, archive } = view;
  if (answer === null && referral === null && archive === null) return null;
  return (
    <section className="sec" aria-labelledby="hasil">
      <h2 id="hasil">{t('wbs.talk.outcome')}</h2>
      <div className="col">
        {answer !== null && (
          <>
            {answer.outcome !== null && <p className="answer">{t(`wbs.outcome.${answer.outcome}`)}</p>}
            <p className="say" dir="auto">
              {answer.text}
            </p>
          </>
        )}
        {referral !== null && (
          <>
            <p className="answer">{t('wbs.talk.referred', { body: referral.body })}</p>
            <p className="say">{referral.reason}</p>
          </>
        )}
        {archive !== null && (
          <>
            <p className="answer">{t(`archive-reason.${archive.reason}`)}</p>
            {archive.explanation !== '' && <p className="say">{archive.explanation}</p>}
          </>
        )}
      </div>
    </section>
  );
}

const letters: readonly string[] = [
  'MessageFromReporter',
  'MessageToReporter',
  'QuestionAsked',
  'ReporterCompleted',
  'ObjectionRaised',
];

function Letters({ page }: { page: WbsTalkPageProps }) {
  const { reader, view } = page;
  const { t } = reader;
  const written = view.timeline.filter(({ type }) => letters.includes(type));
  return (
    <section className="sec" aria-labelledby="surat">
      <h2 id="surat">{t('wbs.talk.letters')}</h2>
      <div className="col">
        {written.length === 0 ? (
          <p className="soft">{t('wbs.talk.letters.none')}</p>
        ) : (
          <ol className="talk" role="list">
            {written.map(({ seq, type, at, actor, data }) => (
              <li key={seq} className={actor.kind === 'reporter' ? 'you' : undefined}>
                <p className="meta">
                  <b>{actor.kind === 'reporter' ? t('track.talk.you') : t('wbs.talk.them')}</b>
                  {type === 'QuestionAsked' && `, ${t('track.talk.as.question')}`},{' '}
                  {reader.dateTime(at, view.zone)}
                </p>
                <p className="words" dir="auto">
                  {String(data.text ?? data.reason ?? '')}
                </p>
              </li>
            ))}
          </ol>
        )}
        {view.question !== null && <Words page={page} form="lengkapi" open />}
        <Words page={page} form="pesan" />
        <Bring page={page} />
      </div>
    </section>
  );
}

function More({ page }: { page: WbsTalkPageProps }) {
  const { reader, view } = page;
  const forms = (['terima', 'keberatan', 'cabut'] as const).filter((form) =>
    view.acts.includes(wbsForms[form]),
  );
  if (forms.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="lain">
      <h2 id="lain">{reader.t('wbs.talk.more')}</h2>
      <div className="col">
        {forms.map((form) => (
          <Words key={form} page={page} form={form} />
        ))}
      </div>
    </section>
  );
}

/** A form of one box of words, folded away until it is wanted. */
function Words(props: { readonly page: WbsTalkPageProps; readonly form: WbsForm; readonly open?: boolean }) {
  const { page, form, open = false } = props;
  const { reader, view, refused } = page;
  const { t } = reader;
  if (!view.acts.includes(wbsForms[form])) return null;
  const why = refused?.form === form ? refused.why : null;
  const id = `w-${form}`;
  return (
    <Fold title={t(`wbs.form.${form}`)} open={open || why !== null}>
      <form action={here(reader, `/wbs/lacak/${form}`)} method="post">
        <Hidden view={view} />
        <div className={why === null ? 'field' : 'field bad'}>
          <label htmlFor={id}>{t(`wbs.form.${form}.label`)}</label>
          <p className="hint" id={`${id}-h`}>
            {t(`wbs.form.${form}.hint`)}
          </p>
          {why !== null && (
            <p className="err" id={`${id}-e`} role="alert">
              {why}
            </p>
          )}
          <textarea
            className="in"
            id={id}
            name="text"
            rows={4}
            autoComplete="off"
            defaultValue={why === null ? '' : refused?.typed}
            aria-describedby={why === null ? `${id}-h` : `${id}-e ${id}-h`}
            aria-invalid={why !== null || undefined}
          />
        </div>
        <button className={form === 'cabut' ? 'btn quiet' : 'btn'} type="submit">
          {t(`wbs.form.${form}.send`)}
        </button>
      </form>
    </Fold>
  );
}

function Bring({ page }: { page: WbsTalkPageProps }) {
  const { reader, view, refused } = page;
  const { t, bytes } = reader;
  if (!view.acts.includes('reporter-attachment')) return null;
  const why = refused?.form === 'berkas' ? refused.why : null;
  return (
    <Fold title={t('wbs.form.berkas')} open={why !== null}>
      <form action={here(reader, '/wbs/lacak/berkas')} method="post" encType="multipart/form-data">
        <Hidden view={view} />
        <div className={why === null ? 'field' : 'field bad'}>
          <label htmlFor="w-berkas">{t('wbs.form.berkas.label')}</label>
          <p className="hint" id="w-berkas-h">
            {t('wbs.form.berkas.hint', { size: bytes(20_000_000) })}
          </p>
          {why !== null && (
            <p className="err" id="w-berkas-e" role="alert">
              {why}
            </p>
          )}
          <input
            type="file"
            id="w-berkas"
            name="files"
            accept="image/jpeg,image/png,image/webp,text/plain"
            aria-describedby={why === null ? 'w-berkas-h' : 'w-berkas-e w-berkas-h'}
          />
        </div>
        <button className="btn" type="submit">
          {t('wbs.form.berkas.send')}
        </button>
      </form>
    </Fold>
  );
}

function Fold({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className="act" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** The code is the whole right to act; no cookie adds to it. `seen` makes a second press no second act. */
function Hidden({ view }: { view: TalkView }) {
  return (
    <>
      <input type="hidden" name="code" value={view.code} />
      <input type="hidden" name="seen" value={view.version} />
    </>
  );
}
