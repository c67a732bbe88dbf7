import { clockWith } from './track-clocks.ts';
import { FileField, TextField, TrackForm } from './track-form.tsx';
import { frontOffice, offers, type Tracked } from './track-forms.ts';
import { shortDate, When } from './track-when.tsx';

interface Letter {
  readonly seq: number;
  readonly at: string;
  /** Null: the reporter. */
  readonly from: string | null;
  readonly as: 'message' | 'question' | 'reply' | 'answer' | 'objection';
  readonly text: string;
}

/** Everything that was written to and fro, in its order; a question that waits has its form with it. */
export function Talk({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  const letters = lettersOf(page);
  const asked = view.question === null ? undefined : letters.findLast((one) => one.as === 'question');
  return (
    <section className="sec" aria-labelledby="surat">
      <div className="side">
        <h2 id="surat">{t('track.talk.title')}</h2>
        <p className="small">{t(`track.talk.reach.${reachOf(page)}`)}</p>
      </div>
      <div className="col">
        {letters.length === 0 ? (
          <p className="soft">{t('track.talk.empty')}</p>
        ) : (
          <ol className="talk" role="list">
            {letters.map((letter) => (
              <li key={letter.seq} {...placeOf(letter, asked)}>
                <Words page={page} letter={letter} />
                {letter === asked && offers(page, 'completion') && <ReplyForm page={page} />}
              </li>
            ))}
          </ol>
        )}
        {offers(page, 'message') && <MessageForm page={page} />}
      </div>
    </section>
  );
}

/** What is promised about news, and no more than is done: notices go by mail alone. */
function reachOf({ view, sendsMail }: Tracked): 'mail' | 'officer' | 'letter' | 'none' {
  if (view.reach === 'none' || view.reach === 'letter') return view.reach;
  return view.reach === 'email' && sendsMail ? 'mail' : 'officer';
}

function placeOf(
  letter: Letter,
  asked: Letter | undefined,
): { readonly className?: string; readonly id?: string } {
  if (letter === asked) return { className: 'ask', id: 'tanya' };
  return letter.from === null ? { className: 'you' } : {};
}

function Words({ page, letter: { from, as, at, text } }: { page: Tracked; letter: Letter }) {
  const { t } = page.reader;
  return (
    <>
      <p className="meta">
        <b>{from ?? t('track.talk.you')}</b>
        {as !== 'message' && `, ${t(`track.talk.as.${as}`)}`}, <When page={page} at={at} />
      </p>
      <p className="words" dir="auto">
        {text}
      </p>
    </>
  );
}

function ReplyForm({ page }: { page: Tracked }) {
  const { reader, view } = page;
  const { t } = reader;
  const clock = clockWith(view, 'reporter-completes');
  const hint =
    clock?.due == null
      ? t('track.ask.hint-undated')
      : t('track.ask.hint', { date: shortDate(page, clock.due, clock.zone) });
  return (
    <TrackForm page={page} form="completion" files>
      <TextField {...{ page, form: 'completion', field: 'text', label: t('track.ask.label'), hint }} />
      <FileField
        {...{ page, form: 'completion', field: 'attachments', multiple: true }}
        label={
          <>
            {t('track.ask.file')} <span className="opt">{t('track.optional')}</span>
          </>
        }
      />
      <button className="btn" type="submit">
        {t('track.ask.send')}
      </button>
    </TrackForm>
  );
}

function MessageForm({ page }: { page: Tracked }) {
  const { t } = page.reader;
  return (
    <details className="act" open={page.refused?.form === 'message'}>
      <summary>{t('track.talk.new')}</summary>
      <TrackForm page={page} form="message">
        <TextField
          {...{ page, form: 'message', field: 'text' }}
          label={t('track.talk.label')}
          hint={t('track.talk.hint')}
        />
        <button className="btn" type="submit">
          {t('track.talk.send')}
        </button>
      </TrackForm>
    </details>
  );
}

const asOf: Readonly<Record<string, Letter['as']>> = {
  MessageFromReporter: 'message',
  MessageToReporter: 'message',
  QuestionAsked: 'question',
  ReporterCompleted: 'reply',
  AnswerReleased: 'answer',
  ObjectionRaised: 'objection',
};

/** The answer that stands is shown with the verdict; earlier ones stay here. */
function lettersOf({ view }: Tracked): readonly Letter[] {
  const standing =
    view.answer === null ? undefined : view.timeline.findLast((one) => one.type === 'AnswerReleased');
  return view.timeline.flatMap((entry) => {
    const as = asOf[entry.type];
    if (as === undefined || entry === standing) return [];
    const { text, answer, reason } = entry.data;
    const from =
      entry.actor.kind === 'reporter' || entry.data.via !== undefined
        ? null
        : (entry.actor.unit ?? frontOffice(view));
    return [{ seq: entry.seq, at: entry.at, from, as, text: String(text ?? answer ?? reason ?? '') }];
  });
}
